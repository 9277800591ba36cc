/** Nodes: which one a statement is about, and everything that is stored of it. */
import { type Claim, joinClaims, settleNode } from '../claims.ts';
import { nodeFields } from '../field.ts';
import { fold, words } from '../fold.ts';
import { type NodeKind, nodeEntry } from '../model.ts';
import type { NodeStatement } from '../row.ts';
import { join, raw, type Statement, statement as sql } from '../statement.ts';
import { type Connection, toSqlValue } from './connection.ts';
import type { Degrees } from './degrees.ts';
import { identifier, nodeTables } from './identifier.ts';
import { readClaims } from './rows.ts';

interface Stored {
  readonly ids: readonly string[];
  readonly claims: readonly Claim[];
}
const NOTHING: Stored = { ids: [], claims: [] };

export const claimOf = ({
  values,
  provenance,
}: Pick<NodeStatement, 'values' | 'provenance'>): Claim => ({
  ...provenance,
  values,
});

/** The nodes that answer to any of the ids, strongest id first. */
export function nodesOf(
  connection: Connection,
  kind: NodeKind,
  ids: readonly string[],
): readonly number[] {
  const find = connection.prepare(
    `SELECT pk FROM ${nodeTables(kind).ids.text(() => '')} WHERE id = ?`,
  );
  return [...new Set(ids.flatMap((id) => find.get(id)?.['pk'] ?? []))].map(Number);
}

export function readStored(connection: Connection, kind: NodeKind, pk: number): Stored {
  const row = connection.one(
    sql`SELECT ids, claims FROM ${nodeTables(kind).details} WHERE pk = ${pk}`,
  );
  if (row === undefined) return NOTHING;
  return { ids: JSON.parse(String(row['ids'])) as string[], claims: readClaims(row['claims']) };
}

/**
 * Writes a node with what is stated beside what is stored, or a new one where pk is undefined.
 * Throws a MissingValueError, with nothing written, where a new node lacks a value it needs.
 */
export function putNode(
  connection: Connection,
  degrees: Degrees,
  kind: NodeKind,
  pk: number | undefined,
  stated: Stored,
): 'added' | 'changed' | 'unchanged' {
  const stored = pk === undefined ? NOTHING : readStored(connection, kind, pk);
  const [key, ...others] = [...stored.ids, ...stated.ids];
  const ids = [key ?? '', ...[...new Set(others)].filter((id) => id !== key).sort()];
  const claims = joinClaims([...stored.claims, ...stated.claims]);
  if (
    pk !== undefined &&
    JSON.stringify([ids, claims]) === JSON.stringify([stored.ids, stored.claims])
  ) {
    return 'unchanged';
  }
  const settled = settleNode(kind, ids, claims);
  const before = pk === undefined ? undefined : settleNode(kind, stored.ids, stored.claims);
  const written = pk ?? insertRow(connection, kind, ids, settled);
  const { details, ids: idTable } = nodeTables(kind);
  connection.all(
    sql`INSERT OR REPLACE INTO ${details} VALUES (${written}, ${JSON.stringify(ids)}, ${JSON.stringify(claims)})`,
  );
  for (const id of ids) {
    connection.all(sql`INSERT OR REPLACE INTO ${idTable} VALUES (${id}, ${written})`);
  }
  // Most of what is stated again only says that it was seen again.
  if (JSON.stringify(before) !== JSON.stringify(settled)) {
    if (pk !== undefined) updateRow(connection, kind, pk, settled);
    putText(connection, kind, written, settled);
    putNames(connection, kind, written, before && namesOf(kind, before), namesOf(kind, settled));
  }
  if (pk !== undefined) return 'changed';
  degrees.node(kind, 1);
  return 'added';
}

/** Takes a node out that gave way to another: its ids go on resolving, to the other. Its edges are moved before. */
export function removeNode(
  connection: Connection,
  degrees: Degrees,
  kind: NodeKind,
  pk: number,
): Stored {
  const stored = readStored(connection, kind, pk);
  const tables = nodeTables(kind);
  putNames(
    connection,
    kind,
    pk,
    namesOf(kind, settleNode(kind, stored.ids, stored.claims)),
    new Set(),
  );
  connection.all(
    sql`DELETE FROM ${tables.ids} WHERE id IN (SELECT value FROM json_each(${JSON.stringify(stored.ids)}))`,
  );
  connection.all(sql`DELETE FROM ${tables.text} WHERE rowid = ${pk}`);
  connection.all(sql`DELETE FROM ${tables.details} WHERE pk = ${pk}`);
  connection.all(sql`DELETE FROM ${tables.rows} WHERE pk = ${pk}`);
  degrees.node(kind, -1);
  return stored;
}

const storedFields = (kind: NodeKind) =>
  [...nodeFields(kind).keys()].filter((name) => !(name in nodeEntry(kind).counts));

function insertRow(
  connection: Connection,
  kind: NodeKind,
  [key]: readonly string[],
  settled: Readonly<Record<string, unknown>>,
): number {
  const fields = storedFields(kind);
  const counts = Object.keys(nodeEntry(kind).counts);
  const names = [raw('key'), ...[...fields, ...counts].map((name) => identifier(name))];
  const values = [key, ...fields.map((name) => settled[name]), ...counts.map(() => 0)];
  const row = connection.one(
    sql`INSERT INTO ${nodeTables(kind).rows} (${join(names, ', ')}) VALUES (${parameters(values)}) RETURNING pk`,
  );
  return Number(row?.['pk']);
}

function updateRow(
  connection: Connection,
  kind: NodeKind,
  pk: number,
  settled: Readonly<Record<string, unknown>>,
): void {
  const assignments = storedFields(kind).map(
    (name) => sql`${identifier(name)} = ${toSqlValue(settled[name])}`,
  );
  connection.all(
    sql`UPDATE ${nodeTables(kind).rows} SET ${join(assignments, ', ')} WHERE pk = ${pk}`,
  );
}

/** The words that full text finds the node by. */
function putText(
  connection: Connection,
  kind: NodeKind,
  pk: number,
  settled: Readonly<Record<string, unknown>>,
): void {
  const found = textsOf(nodeEntry(kind).text, settled).flatMap(words).join(' ');
  connection.all(
    sql`INSERT OR REPLACE INTO ${nodeTables(kind).text} (rowid, words) VALUES (${pk}, ${found})`,
  );
}

const parameters = (values: readonly unknown[]): Statement =>
  join(
    values.map((value) => sql`${toSqlValue(value)}`),
    ', ',
  );

function putNames(
  connection: Connection,
  kind: NodeKind,
  pk: number,
  known: ReadonlySet<string> | undefined,
  kept: ReadonlySet<string>,
): void {
  const table = nodeTables(kind).names;
  for (const name of known ?? []) {
    if (!kept.has(name))
      connection.all(sql`DELETE FROM ${table} WHERE name = ${name} AND pk = ${pk}`);
  }
  for (const name of kept)
    connection.all(sql`INSERT OR IGNORE INTO ${table} VALUES (${name}, ${pk})`);
}

const textsOf = (
  names: readonly string[],
  settled: Readonly<Record<string, unknown>>,
): readonly string[] => names.flatMap((name) => settled[name] ?? []).map(String);

/** What people call the node, folded. */
const namesOf = (kind: NodeKind, settled: Readonly<Record<string, unknown>>): ReadonlySet<string> =>
  new Set(textsOf(nodeEntry(kind).names, settled).map(fold));
