/** One connection to the file, with its prepared statements. */
import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { CorruptError } from '../errors.ts';
import type { Statement } from '../statement.ts';
import { layout, LAYOUT_VERSION } from './layout.ts';

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/** Texts depend on the shape of a question only, so there are few; the bound is for shapes that a caller invents. */
const MAX_PREPARED = 500;
const BUSY_TIMEOUT_MS = 10_000;
const CACHE_KIB = 16_384;
/** In pages of 4 KiB. A batch touches pages all over the file, and moving them into it after each costs more than the batch. */
const WAL_PAGES = 16_384;
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
 * ours. WAL, so that reading and writing never wait for one another.
 */
export function openConnection(file: string): Connection {
  const isThere = existsSync(file);
  try {
    const connection = new Connection(new DatabaseSync(file));
    connection.execute(`PRAGMA busy_timeout = ${String(BUSY_TIMEOUT_MS)}`);
    connection.execute('PRAGMA journal_mode = WAL');
    connection.execute('PRAGMA synchronous = NORMAL');
    connection.execute(`PRAGMA wal_autocheckpoint = ${String(WAL_PAGES)}`);
    connection.execute(`PRAGMA cache_size = -${String(CACHE_KIB)}`);
    connection.execute(`PRAGMA mmap_size = ${String(MMAP_BYTES)}`);
    connection.execute('PRAGMA temp_store = MEMORY');
    createLayout(connection, file);
    return connection;
  } catch (error) {
    if (error instanceof CorruptError || !isThere) throw error;
    throw new CorruptError(
      `${file} cannot be read as a graph. Move it away and start again: the graph is rebuilt from its sources.`,
      { cause: error },
    );
  }
}

function createLayout(connection: Connection, file: string): void {
  const version = () => connection.prepare('PRAGMA user_version').get()?.['user_version'];
  if (version() === LAYOUT_VERSION) return;
  connection.execute('BEGIN IMMEDIATE');
  try {
    // Another process may have made them since we looked.
    if (version() === 0) for (const text of layout()) connection.execute(text);
  } finally {
    connection.execute('COMMIT');
  }
  if (version() !== LAYOUT_VERSION) {
    throw new CorruptError(
      `${file} has layout ${String(version())}, this version of Papergraph reads layout ${String(LAYOUT_VERSION)}. Move it away and start again: the graph is rebuilt from its sources.`,
    );
  }
}
