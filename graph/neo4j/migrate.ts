/** Brings constraints and indexes of a Neo4j database up to what this version of the program needs. */
import neo4j from 'neo4j-driver';
import type { Neo4jOptions } from './engine.ts';
import { type Migration, MIGRATIONS } from './layout.ts';
import { openDriver, openSession } from './session.ts';

const INDEX_WAIT_S = 300;

/** Runs what has not run yet, records it in the graph, and waits for the indexes. Gives back the ids of what it ran. */
export async function migrate({
  database,
  ...credentials
}: Neo4jOptions): Promise<readonly string[]> {
  const driver = openDriver(credentials);
  const session = openSession(driver, database, 'WRITE');
  try {
    const { records } = await session.run('MATCH (m:Migration) RETURN m.id AS id');
    const done = new Set(records.map((record) => record.get('id') as string));
    const ran: Migration[] = [];
    for (const migration of MIGRATIONS.filter(({ id }) => !done.has(id))) {
      // Neo4j takes no schema change and no data in one transaction: each text can be run again instead.
      for (const text of migration.texts) await session.run(text);
      await session.run('MERGE (m:Migration {id: $id}) ON CREATE SET m.at = datetime()', {
        id: migration.id,
      });
      ran.push(migration);
    }
    await session.run('CALL db.awaitIndexes($seconds)', { seconds: neo4j.int(INDEX_WAIT_S) });
    return ran.map(({ id }) => id);
  } finally {
    await session.close();
    await driver.close();
  }
}
