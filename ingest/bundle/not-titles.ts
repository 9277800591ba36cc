/** Texts that were gathered as titles and are none, which no rule can see: read and decided one by one. */

const KINDS: Readonly<Record<string, string>> = {
  'names the topic or the data set, not the paper':
    '1911.02620 2106.11810 2406.05794 2410.20682 2502.03358 2503.19755 2505.16826 2507.10628 2507.18791 ' +
    '2508.19201 2510.01353 2511.10523 2601.04745 2602.22769 2408.10845',
  'names the models or the benchmarks that it uses':
    '2305.17331 2402.08219 2511.20633 2512.10696 2601.06748 2601.22156',
  'is a sentence from a note or a list':
    '2005.00343 2402.01173 2410.15567 2412.18011 2501.10868 2502.00640 2506.14794 2510.18874 2511.15722',
  'is a part of the title only': '2402.01386 2503.13751 2504.15930 2508.03613',
  'is a note with the author’s name': '2002.05202',
  'is the title of a volume': '2311.09204',
  'is the title of another paper': '1809.04281 2503.24289',
};

/** Why the text that was gathered for an id is no title of it; undefined for all others. */
export const NOT_TITLES: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([reason, ids]) =>
    ids.split(' ').map((id): [string, string] => [`arxiv:${id}`, reason]),
  ),
);
