import { expect, test, vi } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { loadVocabulary } from '../ingest/concepts/load-vocabulary.ts';
import { ingest } from '../ingest/ingest.ts';
import { citation, concept, paper, sourceOf } from '../test/records.ts';
import { contentOf, temporaryGraph } from '../test/temporary-graph.ts';
import { copyGraph, isEmpty, isHalfCopied } from './copy-graph.ts';

const PAPERS = 4_000;

/** More nodes and edges than one batch takes, some of them stated by two sources. */
async function fullGraph(): Promise<Engine> {
  const engine = temporaryGraph();
  const concepts = await loadVocabulary();
  const papers = Array.from({ length: PAPERS }, (_, index) =>
    paper(`arxiv:${index}`, { authors: [{ name: `Author ${index % 900}` }] }),
  );
  const citations = papers.map((_, index) =>
    citation(`arxiv:${index}`, `arxiv:${(index * 7 + 1) % PAPERS}`),
  );
  await ingest(engine, sourceOf([concept('copying'), ...papers, ...citations]), concepts);
  return engine;
}
const going = new AbortController().signal;
const copyAll = (from: Engine, to: Engine, signal = going) =>
  copyGraph({ from, to, signal, onProgress: () => undefined });

test('a copy holds what the graph holds, counts and checkpoints too', async () => {
  const [from, to] = [await fullGraph(), temporaryGraph()];
  const onProgress = vi.fn<(progress: { records: number; size: number }) => void>();
  const summary = await copyGraph({ from, to, signal: going, onProgress });
  const [source, target] = [await from.info(), await to.info()];
  const size = [...Object.values(source.nodeCounts), ...Object.values(source.edgeCounts)];
  const total = size.reduce((sum, count) => sum + count, 0);
  expect(summary).toEqual({ records: total, isComplete: true, differences: [] });
  expect(await contentOf(to)).toEqual(await contentOf(from));
  expect(target).toMatchObject({ nodeCounts: source.nodeCounts, edgeCounts: source.edgeCounts });
  expect(target.checkpoints).toEqual({ ...source.checkpoints, copy: { isComplete: true } });
  expect(onProgress.mock.calls.length).toBeGreaterThan(1);
  expect(onProgress).toHaveBeenLastCalledWith({ records: total, size: total });
});

test('a copy that was cut off and is begun again ends as one that was not', async () => {
  const [from, to] = [await fullGraph(), temporaryGraph()];
  const ending = new AbortController();
  const onProgress = () => ending.abort();
  const cut = await copyGraph({ from, to, signal: ending.signal, onProgress });
  expect(cut.isComplete).toBe(false);
  const state = await to.info();
  expect([isEmpty(state), isHalfCopied(state)]).toEqual([false, true]);
  // Sources do not yet go on from where the graph that is copied has got to.
  expect(Object.keys(state.checkpoints)).toEqual(['copy']);

  expect(await copyAll(from, to)).toMatchObject({ isComplete: true, differences: [] });
  expect(await contentOf(to)).toEqual(await contentOf(from));
  expect(isHalfCopied(await to.info())).toBe(false);
});

test('a target that held other things before is told to differ, and in what', async () => {
  const [from, to] = [await fullGraph(), temporaryGraph()];
  await ingest(to, sourceOf([paper('arxiv:other')]), await loadVocabulary());
  const { differences } = await copyAll(from, to);
  expect(differences).toEqual([
    `Paper: ${PAPERS} to copy, ${PAPERS + 1} there now.`,
    'The content hash is another.',
  ]);
});

test('values that were changed on the way are found by the hash', async () => {
  const [from, to] = [await fullGraph(), temporaryGraph()];
  const write: Engine['write'] = (batch) =>
    to.write({
      ...batch,
      edges: batch.edges.map((edge) => ({
        ...edge,
        provenance: { ...edge.provenance, confidence: 0.5 },
      })),
    });
  const { differences } = await copyAll(from, { ...to, write });
  expect(differences).toEqual(['The content hash is another.']);
});
