import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { postQuery, runServer } from '../test/running-server.ts';

/** A schema whose one field is answered when the test says so. */
function waitingSchema() {
  const asked = Promise.withResolvers<undefined>();
  const released = Promise.withResolvers<string>();
  const resolve = () => {
    asked.resolve(undefined);
    return released.promise;
  };
  const fields = { slow: { type: GraphQLString, resolve } };
  const schema = new GraphQLSchema({ query: new GraphQLObjectType({ name: 'Query', fields }) });
  return { schema, asked: asked.promise, release: () => released.resolve('done') };
}

test('a server that stops lets in nobody new, and answers what is in flight', async () => {
  const { schema, asked, release } = waitingSchema();
  const server = await runServer({ schema });
  const inFlight = postQuery(server, '{ slow }');
  await asked;
  const stopped = server.stop();
  await expect(fetch(`${server.url}/live`)).rejects.toThrow();
  release();
  expect(await (await inFlight).json()).toEqual({ data: { slow: 'done' } });
  await stopped;
});

test('what is still in flight at the deadline is cut off', async () => {
  const { schema, asked } = waitingSchema();
  const server = await runServer({ schema, shutdownDeadlineMs: 1 });
  const inFlight = postQuery(server, '{ slow }');
  const cutOff = expect(inFlight).rejects.toThrow();
  await asked;
  await server.stop();
  await cutOff;
});

test('stopping does not wait for connections that are only kept alive', async () => {
  const { schema } = waitingSchema();
  const server = await runServer({ schema });
  const response = await fetch(`${server.url}/live`);
  await response.text();
  expect(response.headers.get('connection')).toBe('keep-alive');
  await server.stop();
});

test('an address that is taken is told with the settings to change', async () => {
  const { schema } = waitingSchema();
  const { url } = await runServer({ schema });
  const port = Number(new URL(url).port);
  await expect(runServer({ schema, port })).rejects.toThrow(
    `Cannot listen on port ${port} of 127.0.0.1: Something else listens there. Set PORT or PAPERGRAPH_HOST to another.`,
  );
});
