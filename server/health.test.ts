import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { runServer } from '../test/running-server.ts';
import { temporaryGraph } from '../test/temporary-graph.ts';

const schema = buildSchema('type Query { hello: String }');
const get = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, { redirect: 'manual', ...init });
  const body: unknown = response.status === 302 ? undefined : await response.json();
  return [response.status, body];
};

test('/live answers while the process runs', async () => {
  const { url } = await runServer({ schema });
  expect(await get(`${url}/live`)).toEqual([200, { status: 'live' }]);
});

test('/ready answers 200 when the graph answers', async () => {
  const { url } = await runServer({ schema });
  expect(await get(`${url}/ready`)).toEqual([200, { status: 'ready' }]);
});

test('/ready answers 503 and names the graph when it does not answer, and /live still answers', async () => {
  const engine = temporaryGraph();
  const { url } = await runServer({ schema, engine });
  await engine.close();
  expect(await get(`${url}/ready`)).toEqual([503, { status: 'unavailable', part: 'graph' }]);
  expect(await get(`${url}/live`)).toEqual([200, { status: 'live' }]);
});

test('the root leads to GraphQL', async () => {
  const { url } = await runServer({ schema });
  const response = await fetch(`${url}/`, { redirect: 'manual' });
  expect([response.status, response.headers.get('location')]).toEqual([302, '/graphql']);
});

test.each(['/graphql/x', '/x/graphql', '/health', '/live/', '/__proto__', '//'])(
  'nothing is at %s',
  async (path) => {
    const { url } = await runServer({ schema });
    const reason = 'There is nothing here. GraphQL is at /graphql.';
    expect(await get(`${url}${path}`)).toEqual([404, { errors: [{ message: reason }] }]);
  },
);

test('health is asked by GET alone', async () => {
  const { url } = await runServer({ schema });
  const response = await fetch(`${url}/ready`, { method: 'POST' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
