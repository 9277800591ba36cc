import { expect, test } from 'vitest';
import { schema } from '../schema/schema.ts';
import { postQuery, runServer } from '../test/running-server.ts';

const answer = async (query: string): Promise<unknown> =>
  (await postQuery(await runServer({ schema }), query)).json();

test('a name that means nothing is told beside the data', async () => {
  const query = '{ papers(filter: { concepts: { any: ["nothing"] } }) { totalCount } }';
  expect(await answer(query)).toMatchObject({
    data: { papers: { totalCount: 0 } },
    extensions: {
      warnings: [{ code: 'UNKNOWN_NAME', path: 'filter.concepts.any[0]', value: 'nothing' }],
    },
  });
});

test('an answer without a warning has no extensions', async () => {
  expect(await answer('{ papers { totalCount } }')).toEqual({
    data: { papers: { totalCount: 0 } },
  });
});
