/** Edges: one for each kind and pair of nodes, with what every source says of it. */
import { type Claim, joinClaims, settleEdge } from '../claims.ts';
import { edgeFields } from '../field.ts';
import { EDGE_KINDS, type EdgeKind, edgeEntry, type NodeKind } from '../model.ts';
import { join, statement as sql } from '../statement.ts';
import { type Connection, toSqlValue } from './connection.ts';
import type { Degrees } from './degrees.ts';
import { edgeTables } from './identifier.ts';
import { readClaims } from './rows.ts';

/** Writes an edge with what is stated beside what is stored. Throws a MissingValueError, with nothing written. */
export function putEdge(
  connection: Connection,
  degrees: Degrees,
  kind: EdgeKind,
  src: number,
  dst: number,
  stated: readonly Claim[],
): 'added' | 'changed' | 'unchanged' {
  const { rows, details } = edgeTables(kind);
  const row = connection.one(
    sql`SELECT claims FROM ${details} WHERE src = ${src} AND dst = ${dst}`,
  );
  const stored = row === undefined ? [] : readClaims(row['claims']);
  const claims = joinClaims([...stored, ...stated]);
  const text = JSON.stringify(claims);
  if (text === row?.['claims']) return 'unchanged';
  const settled = settleEdge(kind, claims);
  const fields = [...edgeFields(kind).keys()].map((name) => sql`, ${toSqlValue(settled[name])}`);
  connection.all(sql`INSERT OR REPLACE INTO ${rows} VALUES (${src}, ${dst}${join(fields, '')})`);
  connection.all(sql`INSERT OR REPLACE INTO ${details} VALUES (${src}, ${dst}, ${text})`);
  if (row !== undefined) return 'changed';
  degrees.edge(kind, src, dst, 1);
  return 'added';
}

/** Moves all edges of a node to another, where they join those that are there; an edge between the two goes. */
export function moveEdges(
  connection: Connection,
  degrees: Degrees,
  node: NodeKind,
  pk: number,
  survivor: number,
): void {
  const moved = (end: number) => (end === pk ? survivor : end);
  for (const kind of EDGE_KINDS) {
    const { from, to } = edgeEntry(kind);
    if (from !== node && to !== node) continue;
    const { rows, details } = edgeTables(kind);
    const ends = [
      ...(from === node ? [sql`src = ${pk}`] : []),
      ...(to === node ? [sql`dst = ${pk}`] : []),
    ];
    // Both ends are indexed in the rows, only src in the details.
    const edges = connection.all(
      sql`SELECT d.src, d.dst, d.claims FROM (SELECT src, dst FROM ${rows} WHERE ${join(ends, ' OR ')}) e CROSS JOIN ${details} d WHERE d.src = e.src AND d.dst = e.dst`,
    );
    for (const row of edges) {
      const [src, dst] = [Number(row['src']), Number(row['dst'])];
      connection.all(sql`DELETE FROM ${rows} WHERE src = ${src} AND dst = ${dst}`);
      connection.all(sql`DELETE FROM ${details} WHERE src = ${src} AND dst = ${dst}`);
      degrees.edge(kind, src, dst, -1);
      const [newSrc, newDst] = [from === node ? moved(src) : src, to === node ? moved(dst) : dst];
      if (from === to && newSrc === newDst) continue;
      putEdge(connection, degrees, kind, newSrc, newDst, readClaims(row['claims']));
    }
  }
}
