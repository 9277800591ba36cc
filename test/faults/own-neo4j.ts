/** A Neo4j server of a test's own, to be stopped, killed and paused; the graph in it goes when the test ends. */
import { onTestFinished } from 'vitest';
import type { Engine } from '../../graph/engine.ts';
import { type Neo4jOptions, openNeo4j } from '../../graph/neo4j/engine.ts';
import { migrate } from '../../graph/neo4j/migrate.ts';
import { BRIEF_LIFE, type Neo4jServer, startNeo4j } from '../neo4j/start.ts';
import { temporaryFolder } from '../temporary-graph.ts';

/** Beside the one that all tests share: these graphs are small. */
const HEAP_MB = 512;

export interface OwnNeo4j {
  readonly engine: Engine;
  readonly options: Neo4jOptions;
  /** The one that runs now. */
  readonly server: () => Neo4jServer;
  /** Starts it anew, at the same address, on what it left. Resolves when it answers. */
  readonly startAgain: () => Promise<void>;
}

export async function startOwnNeo4j(): Promise<OwnNeo4j> {
  const ours = { dataFolder: temporaryFolder(), javaOptions: BRIEF_LIFE, heapMb: HEAP_MB };
  let server = await startNeo4j(ours);
  onTestFinished(() => server.kill());
  const options = { ...server, database: 'neo4j' };
  await migrate(options);
  const engine = openNeo4j(options);
  onTestFinished(() => engine.close());
  return {
    engine,
    options,
    server: () => server,
    startAgain: async () => {
      const port = Number(new URL(server.uri).port);
      server = await startNeo4j({ ...ours, port, password: server.password });
    },
  };
}
