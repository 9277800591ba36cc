/** Concepts outside the vocabulary, made of the keywords that papers share. */
import { fold } from '../../graph/fold.ts';
import { foldConceptName, withAcronym } from '../../graph/concept-name.ts';
import type { KeywordConcept } from './facts.ts';
import { byText } from './fact-values.ts';

/** With fewer papers a keyword is one author's word. */
const MIN_PAPERS = 3;
/** A spelling of one paper alone is a slip more often than an alias, unless no folding leads from it to the name. */
const MIN_PAPERS_OF_ALIAS = 2;
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
  const expansions = acronymExpansions([...keywordsByPaper.values()].flat());
  const groups = new Map<string, Group>();
  for (const [paper, keywords] of keywordsByPaper) {
    for (const keyword of new Set(keywords)) {
      if (isKnown(keyword)) continue;
      const folded = foldConceptName(keyword);
      const meaning = expansions.get(folded) ?? folded;
      if (isNoise(meaning) || isKnown(meaning)) continue;
      const group: Group = groups.get(meaning) ?? { papers: new Set(), spellings: new Map() };
      groups.set(meaning, group);
      group.papers.add(paper);
      group.spellings.set(keyword, (group.spellings.get(keyword) ?? 0) + 1);
    }
  }
  return [...groups]
    .filter(([, { papers }]) => papers.size >= MIN_PAPERS)
    .map(([meaning, { spellings }]) => toConcept(meaning, spellings))
    .toSorted((one, other) => byText(one.slug, other.slug));
}

/** Bare numbers, single letters and words without content. */
const isNoise = (meaning: string) =>
  meaning.split(' ').every((word) => /^(?:\P{L}*|\p{L})$/u.test(word) || EMPTY_WORDS.has(word));

/** What acronyms stand for, of those that all keywords expand alike: `vln` is `vision language navigation`. */
function acronymExpansions(keywords: readonly string[]): ReadonlyMap<string, string> {
  const expansions = new Map<string, Set<string>>();
  for (const keyword of keywords) {
    const { outside, acronym } = withAcronym(keyword) ?? {};
    if (
      outside === undefined ||
      acronym === undefined ||
      !/^\p{Lu}[\p{L}\p{N}-]*$/u.test(acronym)
    ) {
      continue;
    }
    const known = expansions.get(foldConceptName(acronym)) ?? new Set();
    expansions.set(foldConceptName(acronym), known.add(foldConceptName(outside)));
  }
  return new Map(
    [...expansions].flatMap(([acronym, [expansion, ...others]]) =>
      expansion === undefined || others.length > 0 ? [] : [[acronym, expansion] as const],
    ),
  );
}

/** TeX is nobody's name for a thing. */
const hasMarkup = (spelling: string) => /[\\$]/u.test(spelling);

function toConcept(meaning: string, spellings: ReadonlyMap<string, number>): KeywordConcept {
  const ranked = [...spellings].toSorted(
    ([one, count], [other, otherCount]) =>
      Number(hasMarkup(one)) - Number(hasMarkup(other)) || otherCount - count || byText(one, other),
  );
  const [[name] = [meaning]] = ranked;
  const folded = foldConceptName(name);
  const seen = new Set([fold(name)]);
  const aliases = ranked.flatMap(([spelling, papers]) => {
    const isReached = foldConceptName(spelling) === folded;
    if ((isReached && papers < MIN_PAPERS_OF_ALIAS) || seen.has(fold(spelling))) return [];
    seen.add(fold(spelling));
    return [spelling];
  });
  return { slug: folded.replaceAll(' ', '-'), name, aliases };
}
