/** What an operation has from the engine: one version of the graph, and its failures under their codes. */
import { expect, test } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { TimedOutError } from '../graph/errors.ts';
import { ask, edge, node, smallGraph } from './schema-graph.ts';
import { temporaryGraph } from './temporary-graph.ts';

const engine = smallGraph();

test('an operation is answered from one version, though an import ends in its midst', async () => {
  const growing = temporaryGraph();
  const cited = (count: number) => Array.from({ length: count }, (_, number) => `cited-${number}`);
  const write = (count: number) =>
    growing.write({
      nodes: ['citing', ...cited(count)].map((key) => node('Paper', key, { title: key })),
      edges: cited(count).map((key) => edge('CITES', 'citing', key, {})),
      source: `${count} references`,
    });
  await write(1);
  const query =
    '{ papers(first: 100) { totalCount nodes { references { totalCount nodes { id } } } } }';
  const before = await ask(growing, query);
  let asked = 0;
  const importing: Engine = {
    ...growing,
    ask: async (questions, options) => {
      const answers = await growing.ask(questions, options);
      asked += 1;
      if (asked === 1) await write(50);
      return answers;
    },
  };
  expect((await ask(importing, query)).data).toEqual(before.data);
  expect(asked).toBe(2);
  expect((await ask(growing, query)).data).not.toEqual(before.data);
});

test('a level that takes too long fails with TIMEOUT, names to be looked up and all', async () => {
  const slow: Engine = { ...engine, ask: () => Promise.reject(new TimedOutError(5)) };
  const { data, errors } = await ask(
    slow,
    '{ papers(filter: { authors: { any: ["x", "y"] } }) { totalCount nodes { id } } }',
  );
  expect(data).toBeNull();
  expect(errors.map(({ message, extensions }) => [message, extensions])).toEqual([
    [new TimedOutError(5).message, { code: 'TIMEOUT' }],
  ]);
});

test('a level of too many questions fails with QUERY_TOO_LARGE, before the engine is asked', async () => {
  const lists = Array.from(
    { length: 7_000 },
    (_, number) => `l${number}: papers(filter: { upvotes: { min: ${number} } }) { ...List }`,
  );
  const { errors, asks } = await ask(
    engine,
    `fragment List on PaperConnection { totalCount pageInfo { hasNextPage } }
     fragment Named on Query { a: papers(filter: { text: "a" }) { ...List } }
     { ...Named ${lists.join(' ')} ${lists
       .join(' ')
       .replaceAll(/l(\d+): papers/gu, 'm$1: papers')
       .replaceAll('upvotes', 'citationCount')} }`,
  );
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'QUERY_TOO_LARGE' }]);
  expect(asks).toEqual([]);
});

test('a request that is gone asks nothing more', async () => {
  const { errors, asks } = await ask(
    engine,
    '{ papers { totalCount } }',
    {},
    { signal: AbortSignal.abort() },
  );
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'CANCELLED' }]);
  expect(asks).toHaveLength(1);
});
