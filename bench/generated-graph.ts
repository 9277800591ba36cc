/** A graph of any size with the shape of a real one: few hubs, many small nodes, unknown values. The same for the same size. */
import type { Batch } from '../graph/engine.ts';
import type { Provenance } from '../graph/model.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';

export interface GraphSize {
  readonly papers: number;
  readonly citationsEach: number;
  /** Share of all papers that are about the largest concept. */
  readonly hubShare: number;
  /** Citations of the most cited paper. */
  readonly hubCitations: number;
}
export const LARGE: GraphSize = {
  papers: 100_000,
  citationsEach: 15,
  hubShare: 0.12,
  hubCitations: 20_000,
};

const BATCH_PAPERS = 500;
const CONCEPTS = 1_000;
const ORGANIZATIONS = 2_000;
const AUTHORS_EACH = 5;
const WORDS =
  'learning model reward policy agent token credit graph video language reasoning search memory planning vision diffusion robot safety data scaling attention retrieval code proof world sparse long context tool reference'.split(
    ' ',
  );
const OBSERVED_AT = '2026-01-01T00:00:00Z';
const provenance: Provenance = {
  source: 'JSONL',
  detail: 'generated',
  observedAt: OBSERVED_AT,
  confidence: 1,
};

/** Mulberry32, so that every run has the same graph. https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const paperKey = (index: number): string =>
  `arxiv:${String(1000 + Math.floor(index / 10_000)).padStart(4, '0')}.${String(index % 10_000).padStart(5, '0')}`;
export const conceptKey = (index: number): string => `concept-${String(index)}`;
export const organizationKey = (index: number): string => `hf-org:organization-${String(index)}`;
const authorKey = (index: number): string => `name:author ${String(index)}`;

/** Concepts, organizations and authors first, then papers with all their edges, citing only earlier ones. */
export function* generatedBatches(size: GraphSize): Generator<Batch> {
  const random = createRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  /** Few of the first, many of the rest: the share of index i falls with i. */
  const skewed = (limit: number) => Math.floor(limit * random() ** 3);
  const authors = Math.ceil(size.papers * 1.5);
  const named = <T>(count: number, node: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => node(index));

  const others: NodeStatement[] = [
    ...named(CONCEPTS, (index): NodeStatement => ({
      kind: 'Concept',
      ids: [conceptKey(index)],
      values: { slug: conceptKey(index), name: `Concept ${String(index)}` },
      provenance,
    })),
    ...named(ORGANIZATIONS, (index): NodeStatement => ({
      kind: 'Organization',
      ids: [organizationKey(index)],
      values: { slug: `organization-${String(index)}`, name: `Organization ${String(index)}` },
      provenance,
    })),
    ...named(authors, (index): NodeStatement => ({
      kind: 'Author',
      ids: [authorKey(index)],
      values: { name: `Author ${String(index)}`, identity: 'NAME' },
      provenance,
    })),
  ];
  for (let first = 0; first < others.length; first += 5_000) {
    yield { source: 'generated', nodes: others.slice(first, first + 5_000), edges: [] };
  }

  for (let first = 0; first < size.papers; first += BATCH_PAPERS) {
    const nodes: NodeStatement[] = [];
    const edges: EdgeStatement[] = [];
    for (let index = first; index < Math.min(size.papers, first + BATCH_PAPERS); index += 1) {
      const key = paperKey(index);
      const title = named(8, () => WORDS[skewed(WORDS.length)]).join(' ');
      const day = new Date(Date.UTC(2010, 0, 1 + Math.floor((index / size.papers) * 5_800)));
      nodes.push({
        kind: 'Paper',
        ids: [key],
        values: {
          title: `${title} ${String(index)}`,
          publishedAt: day.toISOString().slice(0, 10),
          featuredAt: random() < 0.5 ? day.toISOString().slice(0, 10) : null,
          upvotes: random() < 0.7 ? skewed(500) : null,
        },
        provenance,
      });
      const concepts = new Set(named(4, () => 1 + skewed(CONCEPTS - 1)));
      if (random() < size.hubShare) concepts.add(0);
      for (const concept of concepts) {
        const values = { score: random(), method: 'EXTRACTED' } as const;
        edges.push({ kind: 'ABOUT', from: key, to: conceptKey(concept), values, provenance });
      }
      const organization = organizationKey(skewed(ORGANIZATIONS));
      edges.push({ kind: 'PRODUCED_BY', from: key, to: organization, values: {}, provenance });
      new Set(named(AUTHORS_EACH, () => skewed(authors))).forEach((author) => {
        const values = { position: edges.length };
        edges.push({ kind: 'AUTHORED', from: authorKey(author), to: key, values, provenance });
      });
      const cited = new Set(named(Math.min(index, size.citationsEach), () => below(index)));
      if (index > 0 && random() < size.hubCitations / size.papers) cited.add(0);
      for (const other of cited) {
        edges.push({ kind: 'CITES', from: key, to: paperKey(other), values: {}, provenance });
      }
    }
    yield { source: 'generated', nodes, edges, checkpoint: { papers: first + BATCH_PAPERS } };
  }
}
