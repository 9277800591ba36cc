/** Tables and indexes, derived from the model. */
import { edgeFields, type Field, nodeFields } from '../field.ts';
import { EDGE_KINDS, type EdgeKind, NODE_KINDS, type NodeKind, nodeEntry } from '../model.ts';
import { join, raw, type Statement, statement as sql } from '../statement.ts';
import { edgeTables, identifier, nodeTables } from './identifier.ts';

/** Kept in PRAGMA user_version; a file of another layout is not read. */
export const LAYOUT_VERSION = 1;
/** "PGRF", so that the file of another program is not taken for a graph. https://www.sqlite.org/pragma.html#pragma_application_id */
export const APPLICATION_ID = 0x50475246;

const COLUMN_TYPES = {
  text: 'TEXT',
  integer: 'INTEGER',
  real: 'REAL',
  boolean: 'INTEGER',
  list: 'TEXT',
} satisfies Record<Field['form'], string>;

const columns = (fields: ReadonlyMap<string, Field>) =>
  join(
    [...fields].map(([name, { form, isNullable }]) =>
      raw(
        `, ${identifier(name).text(() => '')} ${COLUMN_TYPES[form]}${isNullable ? '' : ' NOT NULL'}`,
      ),
    ),
    '',
  );

/** Narrow rows, so that a page of the file holds many; everything that lists don't need stands beside them. */
function nodeLayout(kind: NodeKind): readonly Statement[] {
  const { rows, details, ids, names, text } = nodeTables(kind);
  return [
    sql`CREATE TABLE ${rows} (pk INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE${columns(nodeFields(kind))}) STRICT`,
    sql`CREATE TABLE ${details} (pk INTEGER PRIMARY KEY, ids TEXT NOT NULL, claims TEXT NOT NULL) STRICT`,
    sql`CREATE TABLE ${ids} (id TEXT PRIMARY KEY, pk INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
    sql`CREATE TABLE ${names} (name TEXT NOT NULL, pk INTEGER NOT NULL, PRIMARY KEY (name, pk)) STRICT, WITHOUT ROWID`,
    // The words are folded before they come here, so the plainest tokenizer only has to part them at spaces.
    sql`CREATE VIRTUAL TABLE ${text} USING fts5(words, content='', contentless_delete=1, tokenize='ascii')`,
    ...nodeEntry(kind).orders.map(
      (order) =>
        sql`CREATE INDEX ${identifier(`${kind}_by_${order}`)} ON ${rows} (${identifier(order)}, key)`,
    ),
  ];
}

/** The two ends in both directions are the two indexes, so walking a path touches nothing else. */
function edgeLayout(kind: EdgeKind): readonly Statement[] {
  const { rows, details } = edgeTables(kind);
  return [
    sql`CREATE TABLE ${rows} (src INTEGER NOT NULL, dst INTEGER NOT NULL${columns(edgeFields(kind))}, PRIMARY KEY (src, dst)) STRICT, WITHOUT ROWID`,
    sql`CREATE INDEX ${identifier(`${kind}_in`)} ON ${rows} (dst, src)`,
    sql`CREATE TABLE ${details} (src INTEGER NOT NULL, dst INTEGER NOT NULL, claims TEXT NOT NULL, PRIMARY KEY (src, dst)) STRICT, WITHOUT ROWID`,
  ];
}

export const layout = (): readonly string[] =>
  [
    sql`CREATE TABLE graph (version INTEGER NOT NULL, updated_at TEXT) STRICT`,
    sql`INSERT INTO graph VALUES (0, NULL)`,
    sql`CREATE TABLE checkpoint (source TEXT PRIMARY KEY, position TEXT NOT NULL) STRICT, WITHOUT ROWID`,
    // Counting 10 million edges takes longer than most questions about them.
    sql`CREATE TABLE total (kind TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID`,
    ...[...NODE_KINDS, ...EDGE_KINDS].map((kind) => raw(`INSERT INTO total VALUES ('${kind}', 0)`)),
    ...NODE_KINDS.flatMap(nodeLayout),
    ...EDGE_KINDS.flatMap(edgeLayout),
    raw(`PRAGMA application_id = ${String(APPLICATION_ID)}`),
    raw(`PRAGMA user_version = ${String(LAYOUT_VERSION)}`),
  ].map((statement) => statement.text(() => ''));
