/** One connection to the file, with its prepared statements. */
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { CorruptError } from '../errors.ts';
import type { Statement } from '../statement.ts';
import { toEngineError } from './failure.ts';
import { APPLICATION_ID, layout, LAYOUT_VERSION } from './layout.ts';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Texts depend on the shape of a question only, so there are few; the bound is for shapes that a caller invents. */
const MAX_PREPARED = 500;
const BUSY_TIMEOUT_MS = 10_000;
const CACHE_KIB = 16_384;
/** A batch touches pages all over the file, and moving them into it after each costs more than the batch. */
const WAL_PAGES = 16_384;
const PAGE_BYTES = 4_096;
const MMAP_BYTES = 2_147_418_112;

export class Connection {
  readonly database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  all(statement: Statement): readonly SqlRow[] {
    return this.prepare(statement.text(() => '?')).all(
      ...asSqlValues(statement.values),
    ) as SqlRow[];
  }
  one(statement: Statement): SqlRow | undefined {
    return this.all(statement)[0];
  }
  /** A text with `?` for each parameter, prepared once. */
  prepare(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const [oldest] = this.#prepared.keys();
    if (oldest !== undefined && this.#prepared.size >= MAX_PREPARED) this.#prepared.delete(oldest);
    const prepared = this.database.prepare(text);
    this.#prepared.set(text, prepared);
    return prepared;
  }
  execute(text: string): void {
    this.database.exec(text);
  }
  close(): void {
    this.database.close();
  }
}

/** SQLite has no booleans; lists are stored as JSON. */
export function toSqlValue(value: unknown): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return value == null ? null : JSON.stringify(value);
}
const asSqlValues = (values: readonly unknown[]) => values.map(toSqlValue);

/**
 * Opens the file, making it and its tables where they are not there. Throws a CorruptError where the file is none of
 * ours, an UnavailableError where it cannot be reached. WAL, so that reading and writing never wait for one another.
 */
export function openConnection(file: string): Connection {
  try {
    const connection = new Connection(new DatabaseSync(file));
    connection.execute(`PRAGMA busy_timeout = ${String(BUSY_TIMEOUT_MS)}`);
    createLayout(connection, file);
    connection.execute('PRAGMA synchronous = NORMAL');
    connection.execute(`PRAGMA wal_autocheckpoint = ${String(WAL_PAGES)}`);
    connection.execute(`PRAGMA journal_size_limit = ${String(WAL_PAGES * PAGE_BYTES)}`);
    connection.execute(`PRAGMA cache_size = -${String(CACHE_KIB)}`);
    connection.execute(`PRAGMA mmap_size = ${String(MMAP_BYTES)}`);
    connection.execute('PRAGMA temp_store = MEMORY');
    return connection;
  } catch (error) {
    throw toEngineError(error, file);
  }
}

function createLayout(connection: Connection, file: string): void {
  const pragma = (name: string) => connection.prepare(`PRAGMA ${name}`).get()?.[name];
  const isOurs = () =>
    pragma('application_id') === APPLICATION_ID && pragma('user_version') === LAYOUT_VERSION;
  if (isOurs()) return;
  connection.execute('PRAGMA journal_mode = WAL');
  transact(connection, () => {
    // Another process may have made them since we looked.
    if (isOurs()) return;
    const { tables } =
      connection.prepare('SELECT count(*) AS tables FROM sqlite_schema').get() ?? {};
    if (tables !== 0) throw new CorruptError(foreign(file, pragma));
    for (const text of layout()) connection.execute(text);
  });
}

const foreign = (file: string, pragma: (name: string) => unknown) =>
  pragma('application_id') === APPLICATION_ID
    ? `${file} has layout ${String(pragma('user_version'))}, this version of Papergraph reads layout ${String(LAYOUT_VERSION)}. Move it away and import again: a graph is rebuilt from its sources.`
    : `${file} is a database of something else. Set PAPERGRAPH_DATA to another folder.`;

/** All of the work or nothing. Takes the lock for writing at once: two writers wait here, not half-way through. */
function transact<Result>(connection: Connection, work: () => Result): Result {
  connection.execute('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.execute('COMMIT');
    return result;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

/** SQLite has rolled back by itself where a disk is full: to roll back again would hide why. */
export function rollBack({ database }: Connection): void {
  // Undefined before Node 22.16, which rolls back and says so.
  if ((database.isTransaction as boolean | undefined) !== false) database.exec('ROLLBACK');
}
