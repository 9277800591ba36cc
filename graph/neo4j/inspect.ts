/** What a database has of what this version of the program needs, without changing anything. */
import type { Session } from 'neo4j-driver';
import { explainStart } from './check.ts';
import type { Neo4jOptions } from './engine.ts';
import { isRefusedWrite } from './failure.ts';
import { MIGRATIONS } from './layout.ts';
import { openDriver, openSession } from './session.ts';

export interface Inspection {
  /** Ids of the migrations that have not run. */
  readonly pending: readonly string[];
  /** Names of the indexes that are missing, though their migration has run. */
  readonly missing: readonly string[];
  /** Indexes that do not answer yet, or have failed. */
  readonly unready: readonly { readonly name: string; readonly state: string }[];
  readonly online: number;
  readonly mayWrite: boolean;
}

/** Rejects with an UnavailableError that says what to do. */
export async function inspect(options: Neo4jOptions): Promise<Inspection> {
  const driver = openDriver(options);
  const session = openSession(driver, options.database, 'WRITE');
  try {
    const done = await column(session, 'MATCH (m:Migration) RETURN m.id AS value');
    const { records } = await session.run('SHOW INDEXES YIELD name, state');
    const states = new Map(
      records.map((record) => [String(record.get('name')), String(record.get('state'))]),
    );
    const names = MIGRATIONS.filter(({ id }) => done.includes(id)).flatMap(({ texts }) =>
      texts.flatMap(indexName),
    );
    const unready = names.flatMap((name) => {
      const state = states.get(name);
      return state === undefined || state === 'ONLINE' ? [] : { name, state };
    });
    const missing = names.filter((name) => !states.has(name));
    return {
      pending: MIGRATIONS.map(({ id }) => id).filter((id) => !done.includes(id)),
      missing,
      unready,
      online: names.length - missing.length - unready.length,
      mayWrite: await mayWrite(session),
    };
  } catch (error) {
    throw explainStart(error, options);
  } finally {
    await session.close();
    await driver.close();
  }
}

/** A constraint's index has the constraint's name. */
export const indexName = (text: string): readonly string[] => {
  const name = /^CREATE (?:CONSTRAINT|(?:\w+ )?INDEX) (\S+) IF NOT EXISTS/u.exec(text)?.[1];
  return name === undefined ? [] : [name];
};

async function column(session: Session, text: string): Promise<readonly string[]> {
  const { records } = await session.run(text);
  return records.map((record) => String(record.get('value')));
}

/** Tried, and taken back: what a user may do is told differently by each edition. */
async function mayWrite(session: Session): Promise<boolean> {
  const transaction = await session.beginTransaction();
  try {
    await transaction.run('CREATE (m:Migration) DELETE m');
    return true;
  } catch (error) {
    if (isRefusedWrite(error)) return false;
    throw error;
  } finally {
    if (transaction.isOpen()) await transaction.rollback();
  }
}
