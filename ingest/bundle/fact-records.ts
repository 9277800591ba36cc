/** What a line of the bundled facts says, as records with their provenance. */
import { z } from 'zod';
import type { Provenance } from '../../graph/model.ts';
import type { VocabularyEntry } from '../concepts/vocabulary.ts';
import type { ConceptRecord, PaperRecord, SourceRecord } from '../record.ts';
import type {
  Citations,
  DailyPaper,
  KeywordConcept,
  ListedPaper,
  OutsidePaper,
  SeedPaper,
  Topic,
} from './facts.ts';
import { present } from './fact-values.ts';
import { paperId } from './paper-id.ts';

/** A line of seeds/summaries.jsonl: one or two sentences in our own words. */
export const Summary = z.strictObject({
  title: z.string().min(1),
  arxivId: z.string().nullable(),
  summary: z.string().min(1),
});
export type Summary = z.infer<typeof Summary>;

/** The day of the listing page that the project started from. */
export const LISTING_DAY = '2026-05-21';
/** The last day of what was gathered: citations, lists, titles and curated lines bear no day of their own. */
const GATHERED_DAY = '2026-06-30';
/** A heading is somebody's judgement, and some lists file in haste. */
const TOPIC_CONFIDENCE = 0.8;

const statedBy = (
  source: Provenance['source'],
  detail: string,
  day: string,
  confidence = 1,
): Provenance => ({ source, detail, observedAt: `${day}T00:00:00Z`, confidence });

const bySeeds = (detail: string) => statedBy('SEEDS', detail, GATHERED_DAY);

export const vocabularyRecords = (entry: VocabularyEntry): readonly ConceptRecord[] => [
  { kind: 'concept', ...entry, provenance: bySeeds('vocabulary') },
];

export const keywordConceptRecords = (concept: KeywordConcept): readonly ConceptRecord[] => {
  const provenance = statedBy('HUGGING_FACE', 'keywords of daily papers', GATHERED_DAY);
  return [{ kind: 'concept', ...concept, broader: [], provenance }];
};

type Concepts = PaperRecord['concepts'];
const extracted = (mentions: DailyPaper['concepts']): Concepts =>
  mentions?.map(([slug, score, evidence]) => ({ slug, score, method: 'EXTRACTED', evidence }));

const named = (authors: readonly string[] | undefined) => authors?.map((name) => ({ name }));

export function dailyPaperRecords(fact: DailyPaper): readonly PaperRecord[] {
  const { id, observedOn, authors, organization, concepts, ...rest } = fact;
  return [
    {
      kind: 'paper',
      ids: [id],
      ...rest,
      ...present('authors', named(authors)),
      ...present('organizations', organization === undefined ? [] : [organization]),
      ...present('concepts', extracted(concepts)),
      provenance: statedBy('HUGGING_FACE', `daily ${observedOn}`, observedOn),
    },
  ];
}

export function listedPaperRecords(fact: ListedPaper): readonly PaperRecord[] {
  const { id, organization, concepts, ...rest } = fact;
  return [
    {
      kind: 'paper',
      ids: [id],
      ...rest,
      ...present('organizations', organization === undefined ? [] : [organization]),
      ...present('concepts', extracted(concepts)),
      provenance: statedBy('SEEDS', `listing page of ${LISTING_DAY}`, LISTING_DAY),
    },
  ];
}

export function seedPaperRecords({ id, authors, ...rest }: SeedPaper): readonly PaperRecord[] {
  const provenance = bySeeds('seed papers');
  return [{ kind: 'paper', ids: [id], ...rest, ...present('authors', named(authors)), provenance }];
}

export function summaryRecords({ title, arxivId, summary }: Summary): readonly PaperRecord[] {
  const ids = [paperId({ title, arxivId })];
  return [{ kind: 'paper', ids, title, summary, provenance: bySeeds('summaries') }];
}

export function outsidePaperRecords(fact: OutsidePaper): readonly PaperRecord[] {
  const { id, title, source, detail, confidence } = fact;
  const provenance = statedBy(source, detail, GATHERED_DAY, confidence);
  return [{ kind: 'paper', ids: [id], title, provenance }];
}

export function topicRecords({ list, heading, papers }: Topic): readonly PaperRecord[] {
  const provenance = statedBy('SURVEY_LIST', list, GATHERED_DAY, TOPIC_CONFIDENCE);
  return papers.map((id) => ({ kind: 'paper', ids: [id], topics: [heading], provenance }));
}

/** A bibliography tells all that a paper cites, a companion list some of it. Then one record for each pair. */
export function citationRecords(fact: Citations): readonly SourceRecord[] {
  const { citing, source, detail, confidence, cited } = fact;
  const provenance = statedBy(source, detail, GATHERED_DAY, confidence);
  const referenceCoverage = source === 'BIBLIOGRAPHY' ? 'KNOWN' : 'PARTIAL';
  return [
    { kind: 'paper', ids: [citing], referenceCoverage, provenance },
    ...cited.map((to) => ({ kind: 'citation' as const, from: citing, to, provenance })),
  ];
}
