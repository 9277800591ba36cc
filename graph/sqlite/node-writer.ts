/** Everything that is stored of a node. */
import type { ChangedNode, Changes } from '../changes.ts';
import { nodeFields } from '../field.ts';
import { type NodeKind, nodeEntry } from '../model.ts';
import { indexedWords, namesOf } from '../searchable.ts';
import { join, statement as sql } from '../statement.ts';
import { type Connection, toSqlValue } from './connection.ts';
import { identifier, nodeTables } from './identifier.ts';

type Values = ChangedNode['values'];

/** Writes a node, a new one where pk is undefined; gives back its row. */
export function putNode(connection: Connection, node: ChangedNode, pk: number | undefined): number {
  const { kind, ids, claims, values, before } = node;
  const written = pk ?? insertRow(connection, node);
  const tables = nodeTables(kind);
  connection.all(
    sql`INSERT OR REPLACE INTO ${tables.details} VALUES (${written}, ${JSON.stringify(ids)}, ${JSON.stringify(claims)})`,
  );
  for (const id of ids) {
    connection.all(sql`INSERT OR REPLACE INTO ${tables.ids} VALUES (${id}, ${written})`);
  }
  // Most of what is stated again only says that it was seen again.
  if (JSON.stringify(before?.values) !== JSON.stringify(values)) {
    if (before !== undefined) updateRow(connection, kind, written, values);
    const text = indexedWords(kind, values);
    connection.all(
      sql`INSERT OR REPLACE INTO ${tables.text} (rowid, words) VALUES (${written}, ${text})`,
    );
    putNames(connection, kind, written, before?.values, values);
  }
  return written;
}

/** Takes out a node that gave way to another. Its ids stay: they are the other's to take over. */
export function removeNode(
  connection: Connection,
  { kind, values }: Changes['removedNodes'][number],
  pk: number,
): void {
  const { text, details, rows } = nodeTables(kind);
  putNames(connection, kind, pk, values, undefined);
  connection.all(sql`DELETE FROM ${text} WHERE rowid = ${pk}`);
  connection.all(sql`DELETE FROM ${details} WHERE pk = ${pk}`);
  connection.all(sql`DELETE FROM ${rows} WHERE pk = ${pk}`);
}

const storedFields = (kind: NodeKind) =>
  [...nodeFields(kind).keys()].filter((name) => !(name in nodeEntry(kind).counts));

function insertRow(connection: Connection, { kind, key, values }: ChangedNode): number {
  const fields = storedFields(kind);
  const counts = Object.keys(nodeEntry(kind).counts);
  const names = ['key', ...fields, ...counts].map((name) => identifier(name));
  const stored = [key, ...fields.map((name) => values[name]), ...counts.map(() => 0)];
  const parameters = stored.map((value) => sql`${toSqlValue(value)}`);
  const row = connection.one(
    sql`INSERT INTO ${nodeTables(kind).rows} (${join(names, ', ')}) VALUES (${join(parameters, ', ')}) RETURNING pk`,
  );
  return Number(row?.['pk']);
}

function updateRow(connection: Connection, kind: NodeKind, pk: number, values: Values): void {
  const assignments = storedFields(kind).map(
    (name) => sql`${identifier(name)} = ${toSqlValue(values[name])}`,
  );
  connection.all(
    sql`UPDATE ${nodeTables(kind).rows} SET ${join(assignments, ', ')} WHERE pk = ${pk}`,
  );
}

function putNames(
  connection: Connection,
  kind: NodeKind,
  pk: number,
  before: Values | undefined,
  now: Values | undefined,
): void {
  const table = nodeTables(kind).names;
  const names = namesOf(kind, now ?? {});
  for (const name of namesOf(kind, before ?? {})) {
    if (names.has(name)) continue;
    connection.all(sql`DELETE FROM ${table} WHERE name = ${name} AND pk = ${pk}`);
  }
  for (const name of names) {
    connection.all(sql`INSERT OR IGNORE INTO ${table} VALUES (${name}, ${pk})`);
  }
}
