/** The engine that the contract is asked of, with facts in it. Nothing else in this folder knows any engine. */
import { describe } from 'vitest';
import { contentHash } from '../../graph/content-hash.ts';
import type { Engine } from '../../graph/engine.ts';
import type { EdgeStatement, NodeStatement } from '../../graph/row.ts';
import { type OpenEngine, testedEngine } from '../tested-engine.ts';
import { type Fact, isEdge } from './statements.ts';

/** A graph with nothing in it but the facts; gone when it is disposed of. One at a time. */
export async function open(facts: readonly Fact[] = []): Promise<OpenEngine> {
  const engine = await testedEngine.open();
  await write(engine, facts);
  return engine;
}

/** A part of the contract, asked of the engine that this run is about. */
export const describeEngine = (tests: () => void): void => {
  describe.skipIf(testedEngine.isMissing)(testedEngine.name, tests);
};

/**
 * How often something random is tried. Neo4j plans each new text for longer than it runs it, and commits to disk for
 * longer than it writes: it is asked a fifth. What is tried differs with every run, of either engine.
 */
export const runs = (count: number): number =>
  testedEngine.name === 'Neo4j' ? Math.ceil(count / 5) : count;

/** The content hash of a graph of these facts. */
export async function hashOf(facts: readonly Fact[]): Promise<string> {
  await using engine = await open(facts);
  return await contentHash(engine);
}

/** Writes facts as one batch of a source that leaves no checkpoint. */
export const write = (engine: Engine, facts: readonly Fact[], source = 'facts') =>
  engine.write({
    nodes: facts.filter((fact): fact is NodeStatement => !isEdge(fact)),
    edges: facts.filter((fact): fact is EdgeStatement => isEdge(fact)),
    source,
  });
