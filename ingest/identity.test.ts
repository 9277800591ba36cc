import { expect, test } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { provenance, paper, untoldPaper } from '../test/records.ts';
import { temporaryGraph } from '../test/temporary-graph.ts';
import { identify } from './identity.ts';
import type { PaperRecord } from './record.ts';

const write = async (engine: Engine, papers: readonly PaperRecord[]) => {
  const nodes = papers.map(({ ids, title }) => {
    return { kind: 'Paper', ids, values: { title }, provenance } as const;
  });
  await engine.write({ nodes, edges: [], source: 'test' });
};
const idsOf = async (engine: Engine, records: readonly PaperRecord[]) =>
  (await identify(engine, records)).map((record) => record?.ids);

test('a paper without ids joins the one paper of its title, whatever its letter case', async () => {
  const engine = temporaryGraph();
  await write(engine, [paper('arxiv:1', { title: 'On Credit' })]);
  expect(await idsOf(engine, [untoldPaper('ON  CREDIT')])).toEqual([
    ['arxiv:1', 'title:on credit'],
  ]);
});

test('a paper without ids is known by its title where no paper has it', async () => {
  const engine = temporaryGraph();
  expect(await idsOf(engine, [untoldPaper('On Credit')])).toEqual([['title:on credit']]);
});

test('a paper without ids joins none of several papers of its title', async () => {
  const engine = temporaryGraph();
  await write(engine, [
    paper('arxiv:1', { title: 'Survey' }),
    paper('arxiv:2', { title: 'Survey' }),
  ]);
  expect(await idsOf(engine, [untoldPaper('Survey')])).toEqual([['title:survey']]);
});

test('a paper that was joined by its title is found again when others of that title have come', async () => {
  const engine = temporaryGraph();
  await write(engine, [
    paper('arxiv:1', { title: 'Survey', ids: ['arxiv:1', 'title:survey'] }),
    paper('arxiv:2', { title: 'Survey' }),
  ]);
  expect(await idsOf(engine, [untoldPaper('Survey')])).toEqual([['arxiv:1', 'title:survey']]);
});

test('the first paper with ids takes over the node that was known by its title alone', async () => {
  const engine = temporaryGraph();
  await write(engine, [untoldPaper('Survey', { ids: ['title:survey'] })]);
  const records = [paper('arxiv:1', { title: 'Survey' }), paper('arxiv:2', { title: 'Survey' })];
  expect(await idsOf(engine, records)).toEqual([['arxiv:1', 'title:survey'], ['arxiv:2']]);
});

test('a paper with ids does not join another one of its title', async () => {
  const engine = temporaryGraph();
  await write(engine, [paper('arxiv:1', { title: 'Survey', ids: ['arxiv:1', 'title:survey'] })]);
  expect(await idsOf(engine, [paper('arxiv:2', { title: 'Survey' })])).toEqual([['arxiv:2']]);
});

test('a record with neither an id nor a title names no paper', async () => {
  const record: PaperRecord = { kind: 'paper', ids: [], provenance };
  expect(await identify(temporaryGraph(), [record])).toEqual([undefined]);
});
