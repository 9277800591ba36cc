import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { TimedOutError } from '../graph/errors.ts';
import { schema } from '../schema/schema.ts';
import { postQuery, runServer } from '../test/running-server.ts';
import { temporaryGraph } from '../test/temporary-graph.ts';
import { requestEnd } from './request-end.ts';

const query = '{ papers { nodes { title } } }';

test('a client that goes away ends the work that the engine does for it', async () => {
  const asked = Promise.withResolvers<AbortSignal | undefined>();
  const engine = temporaryGraph();
  const ask: typeof engine.ask = (_questions, options) => {
    asked.resolve(options?.signal);
    return new Promise(() => undefined);
  };
  const server = await runServer({ schema, engine: { ...engine, ask } });
  const client = new AbortController();
  const request = postQuery(server, query, { signal: client.signal });
  const gone = expect(request).rejects.toThrow();
  const signal = await asked.promise;
  expect(signal?.aborted).toBe(false);
  const ended = new Promise((resolve) => signal?.addEventListener('abort', resolve));
  client.abort();
  await ended;
  await gone;
});

test('a request that takes too long is ended with a TimedOutError', async () => {
  const { signal } = requestEnd(new EventEmitter(), 1);
  await once(signal, 'abort');
  expect(signal.reason).toEqual(new TimedOutError(1));
});

test('a request that is answered has nothing left to time out', () => {
  const answered = new EventEmitter();
  const { signal } = requestEnd(answered, 60_000);
  answered.emit('close');
  expect(signal.reason).not.toBeInstanceOf(TimedOutError);
});
