/** Every kind of node and edge, once. Storage, writes, queries and types are derived from this table. */
import { z } from 'zod';
import { idOf } from './external-id.ts';
import { sortKey } from './fold.ts';

const day = z.iso.date();
const names = z.array(z.string()).default([]);
const count = z.int().nonnegative();

/** Where facts come from. A fact is as good as the source that states it. */
export const SOURCES = [
  'SEEDS',
  'HUGGING_FACE',
  'ARXIV',
  'SEMANTIC_SCHOLAR',
  'OPENALEX',
  'BIBLIOGRAPHY',
  'SURVEY_LIST',
  'PAPERS_WITH_CODE',
  'JSONL',
] as const;
export const AUTHOR_IDENTITIES = ['NAME', 'SEMANTIC_SCHOLAR', 'OPENALEX', 'ORCID'] as const;
/** From least to most known; of several statements the most known one holds. */
export const COVERAGES = ['UNKNOWN', 'PARTIAL', 'KNOWN'] as const;
export const REPOSITORY_KINDS = ['CODE', 'MODEL', 'DATASET', 'SPACE', 'OTHER'] as const;
export const LINK_PLACES = ['METADATA', 'ABSTRACT', 'CURATED'] as const;
export const CONCEPT_METHODS = ['CURATED', 'SOURCE_KEYWORD', 'EXTRACTED', 'SOURCE_TOPIC'] as const;
export const CITATION_INTENTS = ['BACKGROUND', 'METHODOLOGY', 'RESULT'] as const;

export const Provenance = z.object({
  source: z.enum(SOURCES),
  /** Which list, file or record of the source. */
  detail: z.string().nullable(),
  observedAt: z.iso.datetime(),
  /** From 0 to 1: how sure the source is. */
  confidence: z.number().min(0).max(1),
});
export type Provenance = z.infer<typeof Provenance>;

/** What is known of a node when its derived fields are computed. */
export interface Stated {
  readonly values: Readonly<Record<string, unknown>>;
  readonly ids: readonly string[];
  readonly provenance: readonly Provenance[];
}
interface NodeEntry {
  readonly fields: Readonly<Record<string, z.ZodType>>;
  readonly details: Readonly<Record<string, z.ZodType>>;
  readonly derived: Readonly<
    Record<string, { readonly type: z.ZodType; readonly of: (node: Stated) => unknown }>
  >;
  readonly counts: Readonly<Record<string, readonly [edge: string, direction: Direction]>>;
  readonly text: readonly string[];
  readonly names: readonly string[];
  readonly orders: readonly string[];
}
interface EdgeEntry {
  readonly from: string;
  readonly to: string;
  readonly fields: Readonly<Record<string, z.ZodType>>;
  readonly details: Readonly<Record<string, z.ZodType>>;
}
/** `out` walks an edge the way it points, `in` against it. */
export type Direction = 'out' | 'in';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const sourcesOf = (provenance: readonly Provenance[]) => [
  ...new Set(provenance.map(({ source }) => source)),
];

/**
 * fields   compared, ordered by, returned with every page
 * details  only carried along: read with the node alone, or with the edge
 * derived  fields computed from a node's values, ids and provenance whenever it is written
 * counts   stored degrees: they compare and order like fields
 * text     what full text covers
 * names    what people call the node, beside its key and external ids
 * orders   the fields, derived fields and counts a list may be ordered by
 */
export const nodes = {
  Paper: {
    fields: {
      title: z.string().min(1),
      publishedAt: day.nullable(),
      featuredAt: day.nullable(),
      upvotes: count.nullable(),
      commentCount: count.nullable(),
      reportedCitationCount: count.nullable(),
      referenceCoverage: z.enum(COVERAGES).default('UNKNOWN'),
      projectPage: z.url().nullable(),
    },
    details: { abstract: z.string().nullable(), summary: z.string().nullable() },
    derived: {
      titleKey: { type: z.string(), of: ({ values }) => sortKey(text(values['title'])) },
      arxivId: { type: z.string().nullable(), of: ({ ids }) => idOf(ids, 'ARXIV') },
      doi: { type: z.string().nullable(), of: ({ ids }) => idOf(ids, 'DOI') },
      sources: { type: z.array(z.enum(SOURCES)), of: ({ provenance }) => sourcesOf(provenance) },
    },
    counts: { citationCount: ['CITES', 'in'], referenceCount: ['CITES', 'out'] },
    text: ['title', 'summary', 'abstract'],
    names: ['title'],
    orders: ['titleKey', 'publishedAt', 'featuredAt', 'upvotes', 'citationCount', 'referenceCount'],
  },
  Author: {
    fields: { name: z.string().min(1), identity: z.enum(AUTHOR_IDENTITIES) },
    details: {},
    derived: { nameKey: { type: z.string(), of: ({ values }) => sortKey(text(values['name'])) } },
    counts: { paperCount: ['AUTHORED', 'out'] },
    text: ['name'],
    names: ['name'],
    orders: ['nameKey', 'paperCount'],
  },
  Organization: {
    fields: { slug: z.string().min(1), name: z.string().min(1), url: z.url().nullable() },
    details: {},
    derived: { nameKey: { type: z.string(), of: ({ values }) => sortKey(text(values['name'])) } },
    counts: { paperCount: ['PRODUCED_BY', 'in'] },
    text: ['name', 'slug'],
    names: ['name', 'slug'],
    orders: ['nameKey', 'paperCount'],
  },
  Repository: {
    fields: {
      url: z.url(),
      host: z.string().min(1),
      owner: z.string().min(1),
      name: z.string().min(1),
      repositoryKind: z.enum(REPOSITORY_KINDS).default('OTHER'),
      stars: count.nullable(),
    },
    details: {},
    derived: {
      nameKey: {
        type: z.string(),
        of: ({ values }) => sortKey(`${text(values['owner'])}/${text(values['name'])}`),
      },
    },
    counts: { paperCount: ['LINKS_TO', 'in'] },
    text: ['owner', 'name'],
    names: ['url'],
    orders: ['nameKey', 'paperCount', 'stars'],
  },
  Concept: {
    fields: { slug: z.string().min(1), name: z.string().min(1) },
    details: { aliases: names, description: z.string().nullable() },
    derived: { nameKey: { type: z.string(), of: ({ values }) => sortKey(text(values['name'])) } },
    counts: { paperCount: ['ABOUT', 'in'] },
    text: ['name', 'aliases'],
    names: ['name', 'slug', 'aliases'],
    orders: ['nameKey', 'paperCount'],
  },
} as const satisfies Record<string, NodeEntry>;

export const edges = {
  AUTHORED: {
    from: 'Author',
    to: 'Paper',
    /** position: from 0, as the paper lists its authors. */
    fields: { position: count },
    /** organizations: keys of those named on that paper for that author. */
    details: { organizations: names },
  },
  PRODUCED_BY: { from: 'Paper', to: 'Organization', fields: {}, details: {} },
  /** Derived at ingest from the organizations an author's papers name for that author. */
  AFFILIATED_WITH: { from: 'Author', to: 'Organization', fields: {}, details: {} },
  CITES: {
    from: 'Paper',
    to: 'Paper',
    fields: {
      isInfluential: z.boolean().nullable(),
      intents: z.array(z.enum(CITATION_INTENTS)).default([]),
    },
    details: { contexts: names },
  },
  LINKS_TO: {
    from: 'Paper',
    to: 'Repository',
    fields: { isOfficial: z.boolean().nullable(), foundIn: z.enum(LINK_PLACES) },
    details: {},
  },
  OWNS: { from: 'Organization', to: 'Repository', fields: {}, details: {} },
  ABOUT: {
    from: 'Paper',
    to: 'Concept',
    /** score: from 0 to 1, how much the paper is about it; method: the one that gave that score. */
    fields: { score: z.number().min(0).max(1), method: z.enum(CONCEPT_METHODS) },
    /** evidence: the words that show it. */
    details: { evidence: z.string().nullable() },
  },
  BROADER: { from: 'Concept', to: 'Concept', fields: {}, details: {} },
} as const satisfies Record<string, EdgeEntry>;

export type NodeKind = keyof typeof nodes;
export type EdgeKind = keyof typeof edges;
export const NODE_KINDS = Object.keys(nodes) as readonly NodeKind[];
export const EDGE_KINDS = Object.keys(edges) as readonly EdgeKind[];

/** An entry without its own literal types, for code that walks the model. */
export const nodeEntry = (kind: NodeKind): NodeEntry => nodes[kind];
export const edgeEntry = (kind: EdgeKind): EdgeEntry & { from: NodeKind; to: NodeKind } =>
  edges[kind];
