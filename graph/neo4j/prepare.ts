/** Migrations at the start of the program, for users who may run them; for others, what has to be done. */
import { explainMigration } from './check.ts';
import type { Neo4jOptions } from './engine.ts';
import { migrate } from './migrate.ts';

/** The ids of what it ran. Rejects with an UnavailableError that says what to do. */
export async function migrateOrExplain(options: Neo4jOptions): Promise<readonly string[]> {
  try {
    return await migrate(options);
  } catch (error) {
    throw explainMigration(error, options);
  }
}
