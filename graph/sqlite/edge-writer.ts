/** Everything that is stored of an edge. */
import type { ChangedEdge } from '../changed-edges.ts';
import { edgeFields } from '../field.ts';
import type { EdgeKind } from '../model.ts';
import { join, statement as sql } from '../statement.ts';
import { type Connection, toSqlValue } from './connection.ts';
import { edgeTables } from './identifier.ts';

export function putEdge(
  connection: Connection,
  { kind, claims, values }: ChangedEdge,
  src: number,
  dst: number,
): void {
  const { rows, details } = edgeTables(kind);
  const fields = [...edgeFields(kind).keys()].map((name) => sql`, ${toSqlValue(values[name])}`);
  connection.all(sql`INSERT OR REPLACE INTO ${rows} VALUES (${src}, ${dst}${join(fields, '')})`);
  connection.all(
    sql`INSERT OR REPLACE INTO ${details} VALUES (${src}, ${dst}, ${JSON.stringify(claims)})`,
  );
}

export function removeEdge(connection: Connection, kind: EdgeKind, src: number, dst: number): void {
  const { rows, details } = edgeTables(kind);
  connection.all(sql`DELETE FROM ${rows} WHERE src = ${src} AND dst = ${dst}`);
  connection.all(sql`DELETE FROM ${details} WHERE src = ${src} AND dst = ${dst}`);
}
