/** What nobody waits for any more leaves the server too. */
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { openNeo4j } from '../../graph/neo4j/engine.ts';
import { openDriver, openSession } from '../../graph/neo4j/session.ts';
import { TimedOutError } from '../../graph/errors.ts';
import { open } from '../contract/engines.ts';
import { generateFacts } from '../contract/generated-graph.ts';
import { HOURS_OF_WORK } from '../contract/hours-of-work.ts';
import { type OpenEngine, sharedNeo4j } from '../tested-engine.ts';

/** The server looks every 100 ms whether a statement is still wanted. */
const SOON = { timeout: 5_000 };

/** How many statements of engines the server works on. */
async function countRunning(): Promise<number> {
  const { database, ...credentials } = sharedNeo4j();
  await using driver = openDriver(credentials);
  await using session = openSession(driver, database, 'READ');
  const { records } = await session.run(
    "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND $rows' RETURN currentQuery",
  );
  return records.length;
}
const untilRunning = (count: number) =>
  vi.waitFor(async () => expect(await countRunning()).toBe(count), SOON);

describe.skipIf(inject('neo4j') === null)('a statement is gone from Neo4j soon after', () => {
  let engine: OpenEngine;
  beforeAll(async () => {
    engine = await open(generateFacts(3));
  });
  afterAll(() => engine[Symbol.asyncDispose]());
  beforeEach(() => untilRunning(0));

  test('its AbortSignal is aborted', async () => {
    const controller = new AbortController();
    const asked = engine.ask([HOURS_OF_WORK], { signal: controller.signal });
    const rejected = expect(asked).rejects.toThrow('client went away');
    await untilRunning(1);
    controller.abort(new Error('client went away'));
    await rejected;
    await untilRunning(0);
  });

  test('its deadline passes', async () => {
    // Long enough to be seen.
    const asked = engine.ask([HOURS_OF_WORK], { deadlineMs: 3_000 });
    const rejected = expect(asked).rejects.toThrow(TimedOutError);
    await untilRunning(1);
    await rejected;
    await untilRunning(0);
  });

  test('the engine that asked is closed', async () => {
    const another = openNeo4j(sharedNeo4j());
    const rejected = expect(another.ask([HOURS_OF_WORK])).rejects.toThrow();
    await untilRunning(1);
    await another.close();
    await rejected;
    await untilRunning(0);
  });
});
