/** What clients see while Neo4j is gone, while it hangs, and once it is back. */
import { describe, expect, inject, test, vi } from 'vitest';
import type { Engine } from '../../graph/engine.ts';
import { schema } from '../../schema/schema.ts';
import { write } from '../contract/engines.ts';
import { paper } from '../contract/statements.ts';
import { postQuery, runServer, type TestServer } from '../running-server.ts';
import { startOwnNeo4j } from './own-neo4j.ts';

const UNAVAILABLE_WITHIN_MS = 5_000;
const BACK_WITHIN_MS = 10_000;
/** Shorter than the engine's own, so that a test need not wait for that. */
const DEADLINE_MS = 1_000;
const QUERY = '{ papers { totalCount nodes { title } } }';
const ANSWER = { data: { papers: { totalCount: 1, nodes: [{ title: 'One' }] } } };

/** A client gives up when its time is over, and the test fails. */
const answerOf = async (server: TestServer, query = QUERY, timeoutMs = BACK_WITHIN_MS) => {
  const signal = AbortSignal.timeout(timeoutMs);
  return (await (await postQuery(server, query, { signal })).json()) as unknown;
};
const get = async ({ url }: TestServer, path: string) => {
  const response = await fetch(`${url}${path}`, {
    signal: AbortSignal.timeout(UNAVAILABLE_WITHIN_MS),
  });
  return [response.status, await response.json()] as unknown;
};
const failedWith = (code: string) => ({ errors: [{ extensions: { code } }] });
const LIVE = [200, { status: 'live' }];
const READY = [200, { status: 'ready' }];
const NOT_READY = [503, { status: 'unavailable', part: 'graph' }];

describe.skipIf(inject('neo4j') === null)('Neo4j', () => {
  test('stopped, then back: queries fail with UNAVAILABLE, then answer, without a restart of ours', async () => {
    const neo4j = await startOwnNeo4j();
    await write(neo4j.engine, [paper('one', { title: 'One' })]);
    const server = await runServer({ schema, engine: neo4j.engine });
    expect(await answerOf(server)).toEqual(ANSWER);
    expect(await get(server, '/ready')).toEqual(READY);

    await neo4j.server().stop();
    for (const query of [QUERY, '{ paper(by: { arxivId: "2410.02743" }) { title } }']) {
      const answer = await answerOf(server, query, UNAVAILABLE_WITHIN_MS);
      expect(answer).toMatchObject(failedWith('UNAVAILABLE'));
      expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1|bolt|password/iu);
    }
    expect(await get(server, '/live')).toEqual(LIVE);
    expect(await get(server, '/ready')).toEqual(NOT_READY);

    await neo4j.startAgain();
    const isBack = async () => expect(await answerOf(server)).toEqual(ANSWER);
    await vi.waitFor(isBack, { timeout: BACK_WITHIN_MS });
    expect(await get(server, '/ready')).toEqual(READY);
  });

  test('hanging: queries end in TIMEOUT at their deadline, other requests go on, and all do once it does', async () => {
    const neo4j = await startOwnNeo4j();
    await write(neo4j.engine, [paper('one', { title: 'One' })]);
    const hasty: Engine = {
      ...neo4j.engine,
      ask: (questions, options) =>
        neo4j.engine.ask(questions, { ...options, deadlineMs: DEADLINE_MS }),
    };
    const server = await runServer({ schema, engine: neo4j.engine });
    const hastyServer = await runServer({ schema, engine: hasty });
    expect(await answerOf(server)).toEqual(ANSWER);

    neo4j.server().pause();
    // More than there are connections open: those that wait for a new one have the same deadline.
    const hanging = Promise.all(Array.from({ length: 10 }, () => answerOf(hastyServer)));
    expect(await answerOf(hastyServer, '{ __typename }')).toEqual({
      data: { __typename: 'Query' },
    });
    expect(await get(hastyServer, '/live')).toEqual(LIVE);
    for (const answer of await hanging) expect(answer).toMatchObject(failedWith('TIMEOUT'));
    expect(await get(server, '/ready')).toEqual(NOT_READY);

    neo4j.server().resume();
    const isBack = async () => expect(await answerOf(server)).toEqual(ANSWER);
    await vi.waitFor(isBack, { timeout: BACK_WITHIN_MS });
    expect(await get(server, '/ready')).toEqual(READY);
  });
});
