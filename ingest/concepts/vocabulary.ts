/** What keywords, list headings and words of a text mean in the vocabulary of concepts. */
import { z } from 'zod';
import { foldWithoutSpaces } from '../../graph/concept-name.ts';
import type { ConceptFinder, Mention } from '../concept-edges.ts';
import { headingTerms } from './heading-terms.ts';
import { createFinder, type Found } from './mentions.ts';

const slug = z.string().regex(/^[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*$/u);
const name = z.string().trim().min(1);

/** A concept of the curated vocabulary: a line of seeds/concepts.jsonl. broader: slugs of what it narrows. */
export const VocabularyEntry = z.strictObject({
  slug,
  name,
  aliases: z.array(name),
  description: z.string().optional(),
  broader: z.array(slug),
});
export type VocabularyEntry = z.infer<typeof VocabularyEntry>;

/** A concept that only keywords made: it has no description of ours and is not looked for in texts. */
export type KeywordEntry = Pick<VocabularyEntry, 'slug' | 'name' | 'aliases'>;

export type Vocabulary = ConceptFinder;

/** Where two entries claim the same words, slugs go before names, names before aliases, earlier entries before later. */
export function createVocabulary(
  entries: readonly VocabularyEntry[],
  keywordEntries: readonly KeywordEntry[] = [],
): Vocabulary {
  const curated = slugsByKeyword(entries);
  const fromKeywords = slugsByKeyword(keywordEntries);

  const ancestors = ancestorsOf(entries);
  const find = createFinder(
    namesOf(entries),
    (inner, outer) => ancestors.get(outer)?.has(inner) ?? false,
  );
  return {
    ofKeyword: (keyword) => {
      const folded = foldWithoutSpaces(keyword);
      return curated.get(folded) ?? fromKeywords.get(folded);
    },
    // Headings are short and vague: "Token-level" is a keyword of some papers, but as a heading it says little.
    ofHeading: (heading) =>
      headingTerms(heading)
        .map((term) => curated.get(foldWithoutSpaces(term)))
        .find((meaning) => meaning !== undefined),
    mentions: ({ title, abstract }) => rate(title, find(title), abstract, find(abstract)),
  };
}

/** Names first, so that they win. */
const namesOf = (entries: readonly KeywordEntry[]) => [
  ...entries.map(({ name, slug }) => [name, slug] as const),
  ...entries.flatMap(({ aliases, slug }) => aliases.map((alias) => [alias, slug] as const)),
];

function slugsByKeyword(entries: readonly KeywordEntry[]): ReadonlyMap<string, string> {
  const slugs = new Map<string, string>();
  const own = entries.map(({ slug }) => [slug, slug] as const);
  for (const [spelling, meaning] of [...own, ...namesOf(entries)]) {
    const folded = foldWithoutSpaces(spelling);
    if (folded !== '' && !slugs.has(folded)) slugs.set(folded, meaning);
  }
  return slugs;
}

/** All that a concept narrows, directly or through others. */
function ancestorsOf(
  entries: readonly VocabularyEntry[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const broader = new Map(entries.map((entry) => [entry.slug, entry.broader]));
  return new Map(
    entries.map((entry) => {
      const found = new Set(entry.broader);
      // A set grows while it is walked, and a circle ends by itself.
      for (const ancestor of found) for (const next of broader.get(ancestor) ?? []) found.add(next);
      found.delete(entry.slug);
      return [entry.slug, found];
    }),
  );
}

/** In the title a concept is the subject; in the abstract it may be said in passing. */
const TITLE_WEIGHT = 3;
/** weight / (weight + 1): one mention in the abstract 0.5, two 0.67, the title 0.75, the title and two more 0.83. */
const scoreOf = (weight: number) => Math.round((100 * weight) / (weight + 1)) / 100;

/** One mention for each concept, in the order of first appearance, with the words of that appearance as evidence. */
function rate(
  title: string,
  inTitle: readonly Found[],
  abstract: string,
  inAbstract: readonly Found[],
): readonly Mention[] {
  const rated = new Map<string, { weight: number; evidence: string }>();
  const add = (text: string, found: readonly Found[], weight: number) => {
    for (const { slug, start, end } of found) {
      const evidence = text.slice(start, end).replace(/\s+/gu, ' ');
      const known = rated.get(slug) ?? { weight: 0, evidence };
      rated.set(slug, { ...known, weight: known.weight + weight });
    }
  };
  add(title, inTitle, TITLE_WEIGHT);
  add(abstract, inAbstract, 1);
  return [...rated].map(([slug, { weight, evidence }]) => ({
    slug,
    score: scoreOf(weight),
    evidence,
  }));
}
