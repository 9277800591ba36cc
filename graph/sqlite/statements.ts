/** Everything stored in the file, as the statements that were written. */
import { setImmediate } from 'node:timers/promises';
import { EDGE_KINDS, type EdgeKind, edgeEntry, NODE_KINDS, type NodeKind } from '../model.ts';
import type { EdgeStatement, NodeStatement } from '../row.ts';
import { raw, type Statement, statement as sql } from '../statement.ts';
import { type Connection, openConnection, type SqlRow } from './connection.ts';
import { edgeTables, nodeTables } from './identifier.ts';
import { readClaims } from './rows.ts';

/** Rows read before others get a turn. */
const CHUNK = 500;

export async function* readStatements(file: string): AsyncGenerator<NodeStatement | EdgeStatement> {
  const connection = openConnection(file);
  try {
    connection.execute('BEGIN');
    for (const kind of NODE_KINDS) yield* nodeStatements(connection, kind);
    for (const kind of EDGE_KINDS) yield* edgeStatements(connection, kind);
  } finally {
    connection.close();
  }
}

async function* nodeStatements(connection: Connection, kind: NodeKind) {
  const after = (last: SqlRow | undefined) =>
    sql`SELECT pk, ids, claims FROM ${nodeTables(kind).details} WHERE pk > ${last?.['pk'] ?? 0} ORDER BY pk`;
  for await (const row of inChunks(connection, after)) {
    const ids = JSON.parse(String(row['ids'])) as readonly string[];
    for (const { values, ...provenance } of readClaims(row['claims'])) {
      yield { kind, ids, values, provenance } as NodeStatement;
    }
  }
}

async function* edgeStatements(connection: Connection, kind: EdgeKind) {
  const { from, to } = edgeEntry(kind);
  const ends = sql`a.pk = d.src AND b.pk = d.dst`;
  const after = (last: SqlRow | undefined) =>
    sql`SELECT d.src, d.dst, a.key AS source, b.key AS target, d.claims FROM ${edgeTables(kind).details} d CROSS JOIN ${nodeTables(from).rows} a CROSS JOIN ${nodeTables(to).rows} b WHERE ${ends} AND (d.src, d.dst) > (${last?.['src'] ?? 0}, ${last?.['dst'] ?? 0}) ORDER BY d.src, d.dst`;
  for await (const row of inChunks(connection, after)) {
    for (const { values, ...provenance } of readClaims(row['claims'])) {
      const ofEnds = { from: String(row['source']), to: String(row['target']) };
      yield { kind, ...ofEnds, values, provenance } as EdgeStatement;
    }
  }
}

async function* inChunks(
  connection: Connection,
  after: (last: SqlRow | undefined) => Statement,
): AsyncGenerator<SqlRow> {
  let last: SqlRow | undefined;
  for (;;) {
    const rows = connection.all(sql`${after(last)} LIMIT ${raw(String(CHUNK))}`);
    yield* rows;
    if (rows.length < CHUNK) return;
    last = rows.at(-1);
    await setImmediate();
  }
}
