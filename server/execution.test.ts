import { expect, test } from 'vitest';
import { MovedError } from '../graph/errors.ts';
import type { Engine } from '../graph/engine.ts';
import { schema } from '../schema/schema.ts';
import { postQuery, runServer } from '../test/running-server.ts';
import { temporaryGraph } from '../test/temporary-graph.ts';

const query = '{ papers(filter: { concepts: { any: ["nothing"] } }) { totalCount } }';

/** A graph that has changed whenever one of its first asks of a snapshot comes. */
function movingGraph({ moves }: { moves: number }) {
  const engine = temporaryGraph();
  const snapshots = new Set<object | undefined>();
  const ask: Engine['ask'] = (questions, options) => {
    snapshots.add(options?.snapshot);
    return snapshots.size > moves
      ? engine.ask(questions, options)
      : Promise.reject(new MovedError());
  };
  return { snapshots, engine: { ...engine, ask } };
}

test('a query under which the graph changes is answered from the beginning, of one version', async () => {
  const { engine, snapshots } = movingGraph({ moves: 3 });
  const response = await postQuery(await runServer({ schema, engine }), query);
  expect(await response.json()).toMatchObject({
    data: { papers: { totalCount: 0 } },
    extensions: { warnings: [{ code: 'UNKNOWN_NAME', value: 'nothing' }] },
  });
  expect(snapshots.size).toBe(4);
});

test('a graph that changes under each of four tries is told with the code UNAVAILABLE', async () => {
  const { engine, snapshots } = movingGraph({ moves: Infinity });
  const server = await runServer({ schema, engine });
  const response = await postQuery(server, query);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'UNAVAILABLE' } }],
  });
  expect(snapshots.size).toBe(4);
});

test('a query that is answered is executed once', async () => {
  const { engine, snapshots } = movingGraph({ moves: 0 });
  await postQuery(await runServer({ schema, engine }), query);
  expect(snapshots.size).toBe(1);
});
