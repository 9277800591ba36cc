/** The engines that the contract is asked of. Nothing else in this folder knows any of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../graph/engine.ts';
import { openSqlite } from '../../graph/sqlite/engine.ts';
import type { EdgeStatement, NodeStatement } from '../../graph/row.ts';
import { type Fact, isEdge } from './statements.ts';

export type OpenEngine = Engine & AsyncDisposable;
export interface TestedEngine {
  readonly name: string;
  /** A graph with nothing in it but the facts; gone when it is disposed of. */
  readonly open: (facts?: readonly Fact[]) => Promise<OpenEngine>;
}

export const engines: readonly TestedEngine[] = [
  {
    name: 'SQLite',
    open: async (facts = []) => {
      const folder = await mkdtemp(join(tmpdir(), 'papergraph-contract-'));
      const engine = openSqlite({ file: join(folder, 'graph.db') });
      await write(engine, facts);
      return {
        ...engine,
        [Symbol.asyncDispose]: async () => {
          await engine.close();
          await rm(folder, { recursive: true });
        },
      };
    },
  },
];

/** Writes facts as one batch of a source that leaves no checkpoint. */
export const write = (engine: Engine, facts: readonly Fact[], source = 'facts') =>
  engine.write({
    nodes: facts.filter((fact): fact is NodeStatement => !isEdge(fact)),
    edges: facts.filter((fact): fact is EdgeStatement => isEdge(fact)),
    source,
  });
