/** Opens the engine that the settings name, on a graph that is ready for this version of the program. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../graph/engine.ts';
import { checkServer } from '../graph/neo4j/check.ts';
import { openNeo4j } from '../graph/neo4j/engine.ts';
import { migrateOrExplain } from '../graph/neo4j/prepare.ts';
import { warm } from '../graph/neo4j/warm.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';
import { readNeo4jOptions } from './neo4j-options.ts';
import { type EngineName, type Settings, SettingsError } from './settings.ts';

/** warm: readies the engine for the first questions while others are answered already; never rejects. */
export interface OpenGraph {
  readonly engine: Engine;
  readonly warm: (signal: AbortSignal) => Promise<unknown>;
}

const engines: Readonly<Record<EngineName, (settings: Settings) => Promise<OpenGraph>>> = {
  sqlite: async ({ PAPERGRAPH_DATA: folder }) => {
    await makeFolder(folder);
    return { engine: openSqlite({ file: sqliteFile(folder) }), warm: () => Promise.resolve() };
  },
  neo4j: async (settings) => {
    const options = await readNeo4jOptions(settings);
    await checkServer(options);
    await migrateOrExplain(options);
    return { engine: openNeo4j(options), warm: (signal) => warm(options, signal) };
  },
};

/** Rejects with a SettingsError: a folder that cannot be made is one that was set wrong. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = `PAPERGRAPH_DATA must be a folder that can be made or written to, and is "${folder}" (${reason}).`;
    throw new SettingsError(text, { cause: error });
  }
}

export const sqliteFile = (folder: string): string => join(folder, 'graph.sqlite');

/**
 * Runs the work with the engine open, and closes it whatever happens. Rejects with an EngineError that says what to do
 * where the graph cannot be reached or may not be used.
 */
export async function withEngine<Result>(
  settings: Settings,
  work: (engine: Engine, warm: OpenGraph['warm']) => Promise<Result>,
): Promise<Result> {
  const graph = await engines[settings.PAPERGRAPH_ENGINE](settings);
  try {
    return await work(graph.engine, graph.warm);
  } finally {
    await graph.engine.close();
  }
}

/** The file under whose lock processes write one after the other; undefined where the server sees to that. */
export const writeLockOf = ({
  PAPERGRAPH_ENGINE: engine,
  PAPERGRAPH_DATA: folder,
}: Settings): string | undefined => (engine === 'sqlite' ? join(folder, 'import.lock') : undefined);
