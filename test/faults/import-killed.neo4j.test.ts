/** An import whose Neo4j is killed under it. */
import { expect, inject, test } from 'vitest';
import { contentHash } from '../../graph/content-hash.ts';
import type { Engine } from '../../graph/engine.ts';
import { ingest } from '../../ingest/ingest.ts';
import { importedConcepts, importedSource } from '../imported-records.ts';
import { temporaryGraph } from '../temporary-graph.ts';
import { type OwnNeo4j, startOwnNeo4j } from './own-neo4j.ts';

/** How far the source is in: of what was written, and of nothing else. */
const positionIn = async (engine: Engine): Promise<number> =>
  Number((await engine.info()).checkpoints[importedSource().name] ?? 0);

/** Kills the server as soon as a batch is in, that is, somewhere in the next one. Resolves with whether all is in. */
async function importAndKill({ engine, server, startAgain }: OwnNeo4j): Promise<boolean> {
  let acknowledged = await positionIn(engine);
  const before = acknowledged;
  const ending = new AbortController();
  const killed = Promise.withResolvers<unknown>();
  const imported = ingest(engine, importedSource(), importedConcepts, {
    signal: ending.signal,
    onProgress: ({ records }) => {
      acknowledged = before + records;
      if (ending.signal.aborted) return;
      ending.abort();
      server().kill().then(killed.resolve, killed.reject);
    },
  });
  // What was being written is written again where the server is back in time, or fails: either is as good.
  const isComplete = imported.then(
    (summary) => summary.isComplete,
    () => false,
  );
  await killed.promise;
  await startAgain();
  const isAllIn = await isComplete;
  expect(await positionIn(engine)).toBeGreaterThanOrEqual(acknowledged);
  return isAllIn;
}

test.skipIf(inject('neo4j') === null)(
  'no batch that was acknowledged is lost when Neo4j is killed, and none is there twice',
  async () => {
    const whole = temporaryGraph();
    await ingest(whole, importedSource(), importedConcepts);

    const neo4j = await startOwnNeo4j();
    let kills = 1;
    while (!(await importAndKill(neo4j))) kills += 1;
    expect(kills).toBeGreaterThanOrEqual(2);

    expect(await contentHash(neo4j.engine)).toBe(await contentHash(whole));
    const { nodeCounts, edgeCounts } = await whole.info();
    expect(await neo4j.engine.info()).toMatchObject({ nodeCounts, edgeCounts });
  },
);
