import { describe, expect, test } from 'vitest';
import { citation, concept, paper, provenance, sourceOf, untoldPaper } from '../test/records.ts';
import { contentOf, temporaryGraph } from '../test/temporary-graph.ts';
import type { ConceptFinder } from './concept-edges.ts';
import { ingest } from './ingest.ts';
import type { SetAside } from './record.ts';

const concepts: ConceptFinder = {
  ofKeyword: (keyword) => keyword,
  ofHeading: () => undefined,
  mentions: () => [],
};
/** Enough for several batches: each paper is more than a hundred statements. */
const manyPapers = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    paper(`arxiv:${index}`, {
      authors: Array.from({ length: 60 }, (_author, place) => ({
        name: `Author ${index} ${place}`,
      })),
    }),
  );

test('an ingest puts in what a source says and counts it', async () => {
  const engine = temporaryGraph();
  const source = sourceOf([
    concept('grpo'),
    paper('arxiv:1', { keywords: ['grpo'] }),
    paper('arxiv:2'),
    citation('arxiv:1', 'arxiv:2'),
  ]);
  expect(await ingest(engine, source, concepts)).toEqual({
    ...{ source: 'test', records: 4, added: 5, changed: 0, merged: 0, setAside: 0 },
    isComplete: true,
  });
  const { nodeCounts, edgeCounts } = await engine.info();
  expect(nodeCounts).toMatchObject({ Paper: 2, Concept: 1 });
  expect(edgeCounts).toMatchObject({ CITES: 1, ABOUT: 1 });
});

test('a source that is all in is not read again', async () => {
  const engine = temporaryGraph();
  const source = sourceOf([paper('arxiv:1'), { damaged: 'the last line is cut' }]);
  await ingest(engine, source, concepts);
  const { version } = await engine.info();
  expect(await ingest(engine, source, concepts)).toMatchObject({ records: 0, setAside: 0 });
  expect(source.reads).toEqual([undefined, 2]);
  expect((await engine.info()).version).toBe(version);
});

test('what a source says twice changes nothing the second time', async () => {
  const engine = temporaryGraph();
  const items = [
    concept('grpo'),
    paper('arxiv:1', { authors: [{ name: 'José' }], keywords: ['grpo'] }),
    paper('arxiv:2', { authors: [{ name: 'Jose' }] }),
    citation('arxiv:1', 'arxiv:2'),
    untoldPaper('The paper arxiv:1', { commentCount: 3 }),
    untoldPaper('Known by its title alone'),
  ];
  await ingest(engine, sourceOf(items), concepts);
  const content = await contentOf(engine);
  const again = await ingest(engine, sourceOf(items, 'the same under another name'), concepts);
  expect(again).toMatchObject({ records: 6, added: 0, changed: 0, merged: 0 });
  expect(await contentOf(engine)).toEqual(content);
});

describe('a cut-off ingest', () => {
  test('stops after the batch under way and goes on from there', async () => {
    const engine = temporaryGraph();
    const papers = manyPapers(120);
    const ending = new AbortController();
    const cutOff = await ingest(engine, sourceOf(papers), concepts, {
      signal: ending.signal,
      onProgress: () => ending.abort(),
    });
    expect(cutOff.isComplete).toBe(false);
    expect(cutOff.records).toBeLessThan(papers.length);
    expect((await engine.info()).nodeCounts.Paper).toBe(cutOff.records);

    const source = sourceOf(papers);
    const rest = await ingest(engine, source, concepts);
    expect(rest).toMatchObject({ records: papers.length - cutOff.records, isComplete: true });
    expect(source.reads).toEqual([cutOff.records]);
    const whole = temporaryGraph();
    await ingest(whole, sourceOf(papers), concepts);
    expect(await contentOf(engine)).toEqual(await contentOf(whole));
  });

  test('by a source that fails keeps what was written before', async () => {
    const engine = temporaryGraph();
    const papers = manyPapers(120);
    const failing = {
      name: 'test',
      async *records(from: unknown) {
        yield* sourceOf(papers).records(from);
        throw new Error('The disk is gone.');
      },
    };
    await expect(ingest(engine, failing, concepts)).rejects.toThrow('The disk is gone.');
    const { checkpoints, nodeCounts } = await engine.info();
    expect(nodeCounts.Paper).toBeGreaterThan(0);
    expect(checkpoints['test']).toBe(nodeCounts.Paper);
  });
});

test('progress tells how many records are in, and of how many', async () => {
  const steps: unknown[] = [];
  const onProgress = (step: unknown) => steps.push(step);
  await ingest(temporaryGraph(), sourceOf([paper('arxiv:1')]), concepts, { onProgress });
  expect(steps).toEqual([{ records: 1, size: 1 }]);
});

describe('what cannot get in is set aside with its place, and the rest goes on:', () => {
  const setAsides = async (items: Parameters<typeof sourceOf>[0]) => {
    const engine = temporaryGraph();
    const told: SetAside[] = [];
    const summary = await ingest(engine, sourceOf([...items, paper('arxiv:9')]), concepts, {
      onSetAside: (setAside) => told.push(setAside),
    });
    expect(summary.setAside).toBe(told.length);
    expect((await engine.info()).nodeCounts.Paper).toBe(1);
    return told;
  };

  test('what the source could not read', async () => {
    expect(await setAsides([{ damaged: 'no JSON' }])).toEqual([
      { place: 'item 1', reason: 'no JSON' },
    ]);
  });
  test('a citation of a paper that the graph does not have', async () => {
    expect(await setAsides([citation('arxiv:9', 'arxiv:8')])).toEqual([
      {
        place: 'item 1',
        reason:
          'The graph does not have both ends of CITES from "arxiv:9" to "arxiv:8", or they are one node.',
      },
    ]);
  });
  test('a new paper without a title', async () => {
    expect(await setAsides([{ kind: 'paper', ids: ['arxiv:8'], provenance }])).toEqual([
      {
        place: 'item 1',
        reason: 'Paper arxiv:8 is new, and what every Paper has, such as a title, is not said.',
      },
    ]);
  });
  test('a paper with neither an id nor a title', async () => {
    expect(await setAsides([{ kind: 'paper', ids: [], provenance }])).toEqual([
      { place: 'item 1', reason: 'The paper has neither an id nor a title.' },
    ]);
  });
  test('an address that is no repository', async () => {
    const url = 'https://example.org';
    const repositories = [{ url, foundIn: 'METADATA' as const }];
    expect(await setAsides([paper('arxiv:9', { repositories })])).toEqual([
      { place: 'item 1', reason: '"https://example.org" is no address of a repository.' },
    ]);
  });
});
