/** What an operation has from the engine: its failures under their codes. */
import { expect, test } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { TimedOutError } from '../graph/errors.ts';
import { ask, smallGraph } from './schema-graph.ts';

const engine = smallGraph();

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
