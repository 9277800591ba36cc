/** Two programs that write the same facts into one Neo4j at the same time. */
import { describe, expect, inject, test } from 'vitest';
import { contentHash } from '../../graph/content-hash.ts';
import type { Engine } from '../../graph/engine.ts';
import { openNeo4j } from '../../graph/neo4j/engine.ts';
import { collidingFacts } from '../contract/colliding-facts.ts';
import { hashOf, open, write } from '../contract/engines.ts';
import { type Fact, isEdge } from '../contract/statements.ts';
import { sharedNeo4j } from '../tested-engine.ts';

const FACTS_PER_BATCH = 20;

/** Gives back how many nodes and edges it added. */
async function writeAll(engine: Engine, facts: readonly Fact[]): Promise<number> {
  let added = 0;
  for (let index = 0; index < facts.length; index += FACTS_PER_BATCH) {
    added += (await write(engine, facts.slice(index, index + FACTS_PER_BATCH))).added;
  }
  return added;
}

describe.skipIf(inject('neo4j') === null)(
  'two writers of the same facts in different orders',
  () => {
    test.each([1, 2])(
      'end in the graph of one, and neither waits for the other for ever (%d)',
      async (seed) => {
        const facts = collidingFacts(seed);
        const expected = await hashOf(facts);
        await using first = await open();
        const second = openNeo4j(sharedNeo4j());
        try {
          let added = 0;
          // An edge of a node that is not there yet is not written: nodes come first, of either.
          for (const part of [facts.filter((fact) => !isEdge(fact)), facts.filter(isEdge)]) {
            const both = [writeAll(first, part), writeAll(second, part.toReversed())];
            for (const count of await Promise.all(both)) added += count;
          }
          expect(await contentHash(first)).toBe(expected);
          // What both had was added by one of them.
          const { nodeCounts, edgeCounts } = await first.info();
          const counts = [...Object.values(nodeCounts), ...Object.values(edgeCounts)];
          expect(counts.reduce((sum, count) => sum + count)).toBe(added);
        } finally {
          await second.close();
        }
      },
    );
  },
);
