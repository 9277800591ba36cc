/** What a paper is about: given concepts, keywords, list headings and words of its text, as one edge for each concept. */
import type { Provenance } from '../graph/model.ts';
import type { EdgeStatement, EdgeValues } from '../graph/row.ts';
import type { PaperRecord } from './record.ts';

/** A concept found in a text, with the words that show it. */
export interface Mention {
  readonly slug: string;
  readonly score: number;
  readonly evidence: string;
}
/** What is asked of the vocabulary. */
export interface ConceptFinder {
  readonly ofKeyword: (keyword: string) => string | undefined;
  readonly ofHeading: (heading: string) => string | undefined;
  readonly mentions: (text: {
    readonly title: string;
    readonly abstract: string;
  }) => readonly Mention[];
}

type About = EdgeValues<'ABOUT'> & { readonly slug: string; readonly score: number };

/** One edge for each concept: of several ways that lead to it, the one with the highest score. */
export function conceptEdges(
  record: PaperRecord,
  concepts: ConceptFinder,
): readonly EdgeStatement<'ABOUT'>[] {
  const best = new Map<string, About>();
  for (const about of [
    ...(record.concepts ?? []),
    ...fromKeywords(record, concepts),
    ...fromTopics(record, concepts),
    ...fromText(record, concepts),
  ]) {
    const known = best.get(about.slug);
    if (known === undefined || about.score > known.score) best.set(about.slug, about);
  }
  return [...best.values()].map(({ slug, score, method, evidence }) => ({
    kind: 'ABOUT',
    from: record.ids[0] ?? '',
    to: slug,
    values: { score, method, evidence },
    provenance: method === 'EXTRACTED' ? readByUs(record.provenance) : record.provenance,
  }));
}

/** The source wrote the words; that they mean the concept is what our search for its names says. */
const EXTRACTED_CONFIDENCE = 0.8;
const readByUs = (provenance: Provenance): Provenance => ({
  ...provenance,
  confidence: Math.min(provenance.confidence, EXTRACTED_CONFIDENCE),
});

/**
 * Sources list the most telling keyword first, so the score falls with the place in the list: 0.9 for the first,
 * 0.04 less for each after it, never under 0.3. The figures are ours: only their order means something.
 */
const keywordScore = (place: number) => Math.max(0.3, (90 - 4 * place) / 100);

function fromKeywords({ keywords = [] }: PaperRecord, { ofKeyword }: ConceptFinder) {
  return keywords.flatMap((keyword, place): About[] => {
    const slug = ofKeyword(keyword);
    if (slug === undefined) return [];
    return [{ slug, score: keywordScore(place), method: 'SOURCE_KEYWORD', evidence: keyword }];
  });
}

/** Somebody put the paper under that heading, but a heading covers much: between a first and a last keyword. */
const TOPIC_SCORE = 0.6;

function fromTopics({ topics = [] }: PaperRecord, { ofHeading }: ConceptFinder) {
  return topics.flatMap((heading): About[] => {
    const slug = ofHeading(heading);
    if (slug === undefined) return [];
    return [{ slug, score: TOPIC_SCORE, method: 'SOURCE_TOPIC', evidence: heading }];
  });
}

/** Of many papers only the title is at hand: what it names is what they are about. */
function fromText({ title = '', abstract = '' }: PaperRecord, { mentions }: ConceptFinder) {
  return mentions({ title, abstract }).map((mention): About => ({
    ...mention,
    method: 'EXTRACTED',
  }));
}
