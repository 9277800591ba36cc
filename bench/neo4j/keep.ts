/** The Neo4j server that the benchmarks share, and the folder it keeps its graph in. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Neo4jServer, startNeo4j } from '../../test/neo4j/start.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '.papergraph', 'bench', 'neo4j');
/** A small server's: the graph fits into the page cache. */
const HEAP_MB = 4_096;
const PAGE_CACHE_MB = 2_048;
const SETTINGS = {
  // What nobody waits for any longer would go on for minutes, and slow down what is measured after it.
  'db.transaction.timeout': '20s',
  // Four times what tests have: neither side is to be stopped by a bound of ours.
  'db.memory.transaction.max': '1g',
};

export const forgetGraph = () => rmSync(FOLDER, { recursive: true, force: true });

/** port: where one that ended is to be found again. */
export const startServer = (
  again: { port?: number; password?: string } = {},
): Promise<Neo4jServer> =>
  startNeo4j({
    dataFolder: FOLDER,
    heapMb: HEAP_MB,
    pageCacheMb: PAGE_CACHE_MB,
    settings: SETTINGS,
    ...again,
  });
