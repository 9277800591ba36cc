/** The engine that the settings name. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../graph/engine.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';
import type { Settings } from './settings.ts';

type EngineSettings = Pick<Settings, 'PAPERGRAPH_ENGINE' | 'PAPERGRAPH_DATA'>;

const engines = {
  sqlite: async ({ PAPERGRAPH_DATA: folder }) => {
    await mkdir(folder, { recursive: true });
    return openSqlite({ file: join(folder, 'graph.sqlite') });
  },
} satisfies Record<Settings['PAPERGRAPH_ENGINE'], (settings: EngineSettings) => Promise<Engine>>;

/** Runs the work with the engine open, and closes it whatever happens. */
export async function withEngine<Result>(
  settings: EngineSettings,
  work: (engine: Engine) => Promise<Result>,
): Promise<Result> {
  const engine = await engines[settings.PAPERGRAPH_ENGINE](settings);
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}
