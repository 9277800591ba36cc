/** Every kind of line of the bundled facts. seeds/README.md tells what they mean; the types here say what they hold. */
import { z } from 'zod';
import { LINK_PLACES } from '../../graph/model.ts';
import { VocabularyEntry } from '../concepts/vocabulary.ts';

const text = z.string().min(1);
const day = z.iso.date();
const count = z.int().nonnegative();
const confidence = z.number().min(0).max(1);

/** A paper by its arXiv id or, where none is known, by its folded title. */
const PaperId = z.string().regex(/^(?:arxiv:(?:\d{4}\.\d{4,5}|[a-z.-]+\/\d{7})|title:.+)$/u);

const Organization = z.strictObject({ slug: text, name: text.optional() });
const Repository = z.strictObject({
  url: z.url(),
  foundIn: z.enum(LINK_PLACES),
  stars: count.optional(),
});
/** A concept that the paper's text speaks of: slug, score, the words that show it. The text itself is not bundled. */
const Mention = z.tuple([text, confidence, text]);
export type MentionFact = z.infer<typeof Mention>;

/** facts/keyword-concepts.jsonl: a concept outside the vocabulary that three papers or more carry as a keyword. */
export const KeywordConcept = VocabularyEntry.pick({ slug: true, name: true, aliases: true });
export type KeywordConcept = z.infer<typeof KeywordConcept>;

/** facts/papers/YYYY-MM.jsonl: what a day of Hugging Face Daily Papers says of a paper. */
export const DailyPaper = z.strictObject({
  id: PaperId,
  title: text,
  publishedAt: day,
  /** The first day that listed it. */
  featuredAt: day,
  /** The day whose answer the line was read from, the last where several list the paper. */
  observedOn: day,
  upvotes: count,
  commentCount: count,
  projectPage: z.url().optional(),
  authors: z.array(text).min(1).optional(),
  organization: Organization.optional(),
  repositories: z.array(Repository).min(1).optional(),
  keywords: z.array(text).min(1).optional(),
  concepts: z.array(Mention).min(1).optional(),
});
export type DailyPaper = z.infer<typeof DailyPaper>;

/** facts/listing.jsonl: what the listing page that the project started from says of a paper. */
export const ListedPaper = z.strictObject({
  id: PaperId,
  title: text,
  /** Only where no other source knows the day: the page shows it in the viewer's time zone. */
  publishedAt: day.optional(),
  commentCount: count.optional(),
  organization: Organization.optional(),
  repositories: z.array(Repository).min(1).optional(),
  concepts: z.array(Mention).min(1).optional(),
});
export type ListedPaper = z.infer<typeof ListedPaper>;

/** facts/seed-papers.jsonl: what the curators found elsewhere on a paper of the listing page. */
export const SeedPaper = z.strictObject({
  id: PaperId,
  publishedAt: day.optional(),
  projectPage: z.url().optional(),
  authors: z.array(text).min(1).optional(),
  organizations: z.array(Organization).min(1).optional(),
  repositories: z.array(Repository).min(1).optional(),
  keywords: z.array(text).min(1).optional(),
});
export type SeedPaper = z.infer<typeof SeedPaper>;

const Statement = z.strictObject({
  source: z.enum(['BIBLIOGRAPHY', 'SURVEY_LIST']),
  /** OWNER/REPO, where the reference list or the paper list is kept. */
  detail: text,
  confidence,
});

/** facts/titles/YYYY.jsonl: a paper that is cited or listed, but was in no daily listing. */
export const OutsidePaper = z.strictObject({ id: PaperId, title: text, ...Statement.shape });
export type OutsidePaper = z.infer<typeof OutsidePaper>;

/** facts/topics.jsonl: papers that a list puts under a heading. */
export const Topic = z.strictObject({
  list: text,
  heading: text,
  papers: z.array(PaperId).min(1),
});
export type Topic = z.infer<typeof Topic>;

/** facts/citations/YYYY.jsonl: what one source says that a paper cites. */
export const Citations = z.strictObject({
  citing: PaperId,
  ...Statement.shape,
  cited: z.array(PaperId).min(1),
});
export type Citations = z.infer<typeof Citations>;

/** facts/manifest.json: what the files hold, for progress and for the reader of a diff. */
export const Manifest = z.strictObject({
  /** Lines and, since a line may hold several facts, records of each file. In the order of import. */
  files: z.array(z.strictObject({ path: text, lines: count, records: count })),
  counts: z.record(text, count),
});
export type Manifest = z.infer<typeof Manifest>;
