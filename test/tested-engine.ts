/** The engine that a run of the tests is about: its project in vitest.config.ts names it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { type Neo4jOptions, openNeo4j } from '../graph/neo4j/engine.ts';
import { migrate } from '../graph/neo4j/migrate.ts';
import { openDriver, openSession } from '../graph/neo4j/session.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';
import './neo4j/global-setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    engine: 'SQLite' | 'Neo4j';
  }
}

export type OpenEngine = Engine & AsyncDisposable;
interface TestedEngine {
  readonly name: string;
  /** Whether it cannot run here: then its tests are left out, and global-setup.ts says why. */
  readonly isMissing: boolean;
  /** An empty graph, gone when it is disposed of. One at a time: Neo4j has no more. */
  readonly open: () => Promise<OpenEngine>;
}

const name = inject('engine');

export const testedEngine: TestedEngine = {
  name,
  isMissing: name === 'Neo4j' && inject('neo4j') === null,
  open: name === 'Neo4j' ? alone(openEmptyNeo4j) : alone(openEmptySqlite),
};

/** Holds every engine to what the poorest of them can: a second graph would empty the first. */
function alone(open: () => Promise<OpenEngine>): () => Promise<OpenEngine> {
  let isOpen = false;
  return async () => {
    if (isOpen) throw new Error('A test holds one graph at a time: dispose of the first one.');
    const engine = await open();
    isOpen = true;
    return {
      ...engine,
      [Symbol.asyncDispose]: async () => {
        await engine[Symbol.asyncDispose]();
        isOpen = false;
      },
    };
  };
}

async function openEmptySqlite(): Promise<OpenEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'papergraph-test-'));
  const engine = openSqlite({ file: join(folder, 'graph.sqlite') });
  return {
    ...engine,
    [Symbol.asyncDispose]: async () => {
      await engine.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** The server of the run, for tests that open it more than once or reach into it. */
export function sharedNeo4j(): Neo4jOptions {
  const server = inject('neo4j');
  if (server === null) throw new Error('There is no Neo4j here: leave the test out.');
  return { ...server, database: 'neo4j' };
}

async function openEmptyNeo4j(): Promise<OpenEngine> {
  const options = sharedNeo4j();
  await migrate(options);
  await empty(options);
  const engine = openNeo4j(options);
  return { ...engine, [Symbol.asyncDispose]: () => engine.close() };
}

/** In portions, since a transaction may take so much memory and no more. */
async function empty({ database, ...credentials }: Neo4jOptions): Promise<void> {
  await using driver = openDriver(credentials);
  await using session = openSession(driver, database, 'WRITE');
  await session.run(
    'MATCH (n) WHERE NOT n:Migration CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS',
  );
}
