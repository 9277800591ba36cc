/** What a source says, one record at a time, before identities are resolved. Every source yields these. */
import { z } from 'zod';
import { CITATION_INTENTS, COVERAGES, LINK_PLACES, Provenance } from '../graph/model.ts';

const score = z.number().min(0).max(1);

const Organization = z.object({
  /** The name in addresses, in any letter case: `baidu`. */
  slug: z.string().min(1),
  name: z.string().min(1).optional(),
  ids: z.array(z.string()).optional(),
  url: z.url().optional(),
});

/** A paper and everything one source says of it. What the source does not say is absent. */
export const PaperRecord = z.object({
  kind: z.literal('paper'),
  /** Ids in the form of graph/external-id.ts, strongest first. None: the paper is known by its title alone. */
  ids: z.array(z.string()),
  title: z.string().min(1).optional(),
  abstract: z.string().optional(),
  summary: z.string().optional(),
  publishedAt: z.iso.date().optional(),
  featuredAt: z.iso.date().optional(),
  upvotes: z.int().nonnegative().optional(),
  commentCount: z.int().nonnegative().optional(),
  reportedCitationCount: z.int().nonnegative().optional(),
  projectPage: z.url().optional(),
  referenceCoverage: z.enum(COVERAGES).optional(),
  /** In the paper's order. */
  authors: z
    .array(
      z.object({
        name: z.string().min(1),
        ids: z.array(z.string()).optional(),
        organizations: z.array(Organization).optional(),
      }),
    )
    .optional(),
  organizations: z.array(Organization).optional(),
  repositories: z
    .array(
      z.object({
        url: z.string(),
        foundIn: z.enum(LINK_PLACES),
        isOfficial: z.boolean().optional(),
        stars: z.int().nonnegative().optional(),
      }),
    )
    .optional(),
  /** As the source spells them, most telling first. */
  keywords: z.array(z.string()).optional(),
  /** List headings the paper stands under. */
  topics: z.array(z.string()).optional(),
  /** Concepts found in the paper's text or set by curators, by slug, with the words that show it. */
  concepts: z
    .array(
      z.object({
        slug: z.string(),
        score,
        method: z.enum(['CURATED', 'EXTRACTED']),
        evidence: z.string().optional(),
      }),
    )
    .optional(),
  provenance: Provenance,
});
export type PaperRecord = z.infer<typeof PaperRecord>;

/** One paper cites another; each named by any id. */
export const CitationRecord = z.object({
  kind: z.literal('citation'),
  from: z.string(),
  to: z.string(),
  contexts: z.array(z.string()).optional(),
  intents: z.array(z.enum(CITATION_INTENTS)).optional(),
  isInfluential: z.boolean().optional(),
  provenance: Provenance,
});
export type CitationRecord = z.infer<typeof CitationRecord>;

/** A concept of the vocabulary and what it narrows. */
export const ConceptRecord = z.object({
  kind: z.literal('concept'),
  slug: z.string().min(1),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  description: z.string().optional(),
  /** Slugs. */
  broader: z.array(z.string()),
  provenance: Provenance,
});
export type ConceptRecord = z.infer<typeof ConceptRecord>;

export type SourceRecord = PaperRecord | CitationRecord | ConceptRecord;

/** Something a source holds that is no record. place says where: a file and line, or a request. */
export interface SetAside {
  readonly place: string;
  readonly reason: string;
}

/** What a source yields next. position: where to go on from once all before and this one are written. */
export type Yielded =
  | { readonly record: SourceRecord; readonly place: string; readonly position: unknown }
  | { readonly setAside: SetAside; readonly position: unknown };

/** Where records come from. */
export interface Source {
  /** Names the checkpoint: two sources of one name go on from each other's position. */
  readonly name: string;
  /** How many records there are in all, where that is known beforehand. */
  readonly size?: number;
  /** Every record from a position on; from the beginning where it is undefined or no longer fits the source. */
  records: (from: unknown) => AsyncIterable<Yielded>;
}
