/** Records as a source yields them, with only what a test is about. */
import type { Provenance } from '../graph/model.ts';
import type {
  CitationRecord,
  ConceptRecord,
  PaperRecord,
  Source,
  Yielded,
} from '../ingest/record.ts';

export const provenance: Provenance = {
  source: 'SEEDS',
  detail: 'test',
  observedAt: '2026-05-21T00:00:00Z',
  confidence: 1,
};

export const paper = (id: string, values: Partial<PaperRecord> = {}): PaperRecord => ({
  kind: 'paper',
  ids: [id],
  title: `The paper ${id}`,
  provenance,
  ...values,
});

export const untoldPaper = (title: string, values: Partial<PaperRecord> = {}): PaperRecord => ({
  kind: 'paper',
  ids: [],
  title,
  provenance,
  ...values,
});

export const citation = (from: string, to: string): CitationRecord => ({
  kind: 'citation',
  from,
  to,
  provenance,
});

export const concept = (slug: string, broader: string[] = []): ConceptRecord => ({
  ...{ kind: 'concept', slug, name: slug.replaceAll('-', ' '), aliases: [], broader },
  provenance,
});

/** Positions are how many were yielded; `reads` tells from where each reading began. */
export function sourceOf(
  items: readonly (PaperRecord | CitationRecord | ConceptRecord | { damaged: string })[],
  name = 'test',
): Source & { readonly reads: unknown[] } {
  const reads: unknown[] = [];
  const yields = items.map((item, index): Yielded => {
    const at = { place: `item ${index + 1}`, position: index + 1 };
    return 'damaged' in item
      ? { setAside: { place: at.place, reason: item.damaged }, position: at.position }
      : { record: item, ...at };
  });
  return {
    name,
    size: items.length,
    reads,
    // eslint-disable-next-line @typescript-eslint/require-await -- a source may wait, this one need not
    async *records(from) {
      reads.push(from);
      yield* yields.slice(typeof from === 'number' ? from : 0);
    },
  };
}
