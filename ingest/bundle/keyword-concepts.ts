/** Concepts outside the vocabulary, made of the keywords that papers share. */
import { fold } from '../../graph/fold.ts';
import { foldConceptName, foldWithoutSpaces, withAcronym } from '../../graph/concept-name.ts';
import type { KeywordConcept } from './facts.ts';
import { byText } from '../../graph/text-order.ts';

/** With fewer papers a keyword is one author's word. */
const MIN_PAPERS = 3;
/** A spelling of one paper alone is a slip more often than an alias, unless no folding leads from it to the name. */
const MIN_PAPERS_OF_ALIAS = 2;
/** One paper's own shorthand is no acronym that others know. */
const MIN_PAPERS_OF_EXPANSION = 2;
/** Words that say nothing of a paper when they stand alone. */
const EMPTY_WORDS = new Set(
  'a adaptive an and approach based data dynamic for in key law method model new of paper pro the web with'.split(
    ' ',
  ),
);

interface Group {
  readonly papers: Set<string>;
  /** How many papers spell it so. */
  readonly spellings: Map<string, number>;
}

/** keywordsByPaper: as the source spells them. isKnown: whether the vocabulary has the keyword. By slug. */
export function keywordConcepts(
  keywordsByPaper: ReadonlyMap<string, readonly string[]>,
  isKnown: (keyword: string) => boolean,
): readonly KeywordConcept[] {
  const expansions = acronymExpansions(keywordsByPaper);
  const groups = new Map<string, Group>();
  for (const [paper, keywords] of keywordsByPaper) {
    for (const keyword of new Set(keywords)) {
      if (isKnown(keyword)) continue;
      const meaning = expansions.get(foldWithoutSpaces(keyword)) ?? foldConceptName(keyword);
      if (isNoise(meaning) || isKnown(meaning)) continue;
      const key = foldWithoutSpaces(meaning);
      const group: Group = groups.get(key) ?? { papers: new Set(), spellings: new Map() };
      groups.set(key, group);
      group.papers.add(paper);
      group.spellings.set(keyword, (group.spellings.get(keyword) ?? 0) + 1);
    }
  }
  return [...groups.values()]
    .filter(({ papers }) => papers.size >= MIN_PAPERS)
    .map(({ spellings }) => toConcept(spellings))
    .toSorted((one, other) => byText(one.slug, other.slug));
}

/** Bare numbers, single letters and words without content. */
const isNoise = (meaning: string) =>
  meaning.split(' ').every((word) => /^(?:\P{L}*|\p{L})$/u.test(word) || EMPTY_WORDS.has(word));

const ACRONYM = /^\p{Lu}[\p{L}\p{N}-]*$/u;

/** What acronyms stand for, where most papers that expand one agree: `vln` is `vision language navigation`. */
function acronymExpansions(
  keywordsByPaper: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> {
  const papersByExpansion = new Map<string, Map<string, Set<string>>>();
  for (const [paper, keywords] of keywordsByPaper) {
    for (const keyword of keywords) {
      const { outside = '', acronym = '' } = withAcronym(keyword) ?? {};
      // "frontier LLMs (GPT-4o)" gives an example, no acronym.
      const isSameLetter = fold(outside).startsWith(fold(acronym).slice(0, 1));
      if (!ACRONYM.test(acronym) || !isSameLetter) continue;
      const short = foldWithoutSpaces(acronym);
      const known = papersByExpansion.get(short) ?? new Map<string, Set<string>>();
      papersByExpansion.set(short, known);
      const expansion = foldConceptName(outside);
      known.set(expansion, (known.get(expansion) ?? new Set()).add(paper));
    }
  }
  return new Map(
    [...papersByExpansion].flatMap(([short, expansions]) => {
      const counts = [...expansions].map(([expansion, { size }]) => ({ expansion, size }));
      const papers = counts.reduce((sum, { size }) => sum + size, 0);
      const agreed = counts.find(
        ({ size }) => size >= MIN_PAPERS_OF_EXPANSION && size > papers / 2,
      );
      return agreed === undefined ? [] : [[short, agreed.expansion] as const];
    }),
  );
}

/** TeX is nobody's name for a thing. */
const hasMarkup = (spelling: string) => /[\\$]/u.test(spelling);

function toConcept(spellings: ReadonlyMap<string, number>): KeywordConcept {
  const ranked = [...spellings].toSorted(
    ([one, count], [other, otherCount]) =>
      Number(hasMarkup(one)) - Number(hasMarkup(other)) || otherCount - count || byText(one, other),
  );
  const name = ranked[0]?.[0] ?? '';
  const folded = foldConceptName(name);
  const seen = new Set([fold(name)]);
  const reached = new Set([folded]);
  const aliases = ranked.flatMap(([spelling, papers]) => {
    const isReached = reached.has(foldConceptName(spelling));
    if ((isReached && papers < MIN_PAPERS_OF_ALIAS) || seen.has(fold(spelling))) return [];
    seen.add(fold(spelling));
    reached.add(foldConceptName(spelling));
    return [spelling];
  });
  return { slug: folded.replaceAll(' ', '-'), name, aliases };
}
