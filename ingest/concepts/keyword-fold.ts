/** How keywords compare: letter case, hyphens, the plural of the last word and an acronym in brackets make no difference. */
import { words } from '../../graph/fold.ts';

/** A whole word in the singular: `policies` is `policy`. Applied to both sides, so a slip of the rules does no harm. */
export function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return word === 'series' ? word : `${word.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes|zes)$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The acronym that stands in brackets at the end: `LLMs` of `large language models (LLMs)`. */
const BRACKETED_ACRONYM = /^(?<outside>.*\S)\s*\((?<acronym>[^\s()]{2,12})\)\s*$/u;

/** A keyword that carries its own acronym, taken apart; undefined where it carries none. */
export function withAcronym(keyword: string): { outside: string; acronym: string } | undefined {
  const { outside, acronym } = BRACKETED_ACRONYM.exec(keyword)?.groups ?? {};
  return outside === undefined || acronym === undefined ? undefined : { outside, acronym };
}

/** What keywords of one meaning have in common: `Large-Language Models (LLMs)` is `large language model`. */
export function foldKeyword(keyword: string): string {
  const folded = words(withAcronym(keyword)?.outside ?? keyword);
  return [...folded.slice(0, -1), ...folded.slice(-1).map(singular)].join(' ');
}
