/** One batch, one transaction: nodes, edges, stored counts, checkpoint, version. */
import { MissingValueError } from '../claims.ts';
import type { Batch, Written } from '../engine.ts';
import { edgeEntry } from '../model.ts';
import type { EdgeStatement, NodeStatement } from '../row.ts';
import { statement as sql } from '../statement.ts';
import type { Connection } from './connection.ts';
import { Degrees } from './degrees.ts';
import { moveEdges, putEdge } from './edge-writer.ts';
import { claimOf, nodesOf, putNode, removeNode } from './node-writer.ts';

/** now: the time that the graph is said to be updated at. */
export function writeBatch(connection: Connection, batch: Batch, now: Date): Written {
  // IMMEDIATE: two writers wait for one another here, not half-way through.
  connection.execute('BEGIN IMMEDIATE');
  try {
    const written = write(connection, batch, now);
    connection.execute('COMMIT');
    return written;
  } catch (error) {
    connection.execute('ROLLBACK');
    throw error;
  }
}

function write(connection: Connection, batch: Batch, now: Date): Written {
  const degrees = new Degrees();
  const counts = { added: 0, changed: 0, unchanged: 0, merged: 0 };
  const unresolved: (NodeStatement | EdgeStatement)[] = [];
  const attempt = (statement: NodeStatement | EdgeStatement, put: () => keyof typeof counts) => {
    try {
      counts[put()] += 1;
    } catch (error) {
      if (!(error instanceof MissingValueError)) throw error;
      unresolved.push(statement);
    }
  };

  for (const statement of batch.nodes) {
    const { kind, ids } = statement;
    const [survivor, ...others] = nodesOf(connection, kind, ids);
    for (const other of others) {
      moveEdges(connection, degrees, kind, other, Number(survivor));
      const stored = removeNode(connection, degrees, kind, other);
      putNode(connection, degrees, kind, survivor, stored);
      counts.merged += 1;
    }
    const stated = { ids, claims: [claimOf(statement)] };
    attempt(statement, () => putNode(connection, degrees, kind, survivor, stated));
  }
  for (const statement of batch.edges) {
    const { from, to } = edgeEntry(statement.kind);
    const [src] = nodesOf(connection, from, [statement.from]);
    const [dst] = nodesOf(connection, to, [statement.to]);
    if (src === undefined || dst === undefined || (from === to && src === dst)) {
      unresolved.push(statement);
      continue;
    }
    const claims = [claimOf(statement)];
    attempt(statement, () => putEdge(connection, degrees, statement.kind, src, dst, claims));
  }

  degrees.store(connection);
  if (batch.checkpoint !== undefined) {
    connection.all(
      sql`INSERT OR REPLACE INTO checkpoint VALUES (${batch.source}, ${JSON.stringify(batch.checkpoint)})`,
    );
  }
  // A batch that changes nothing leaves the version, and with it every answer that was kept under it.
  const isChanged = counts.added + counts.changed + counts.merged > 0;
  if (isChanged) {
    connection.all(sql`UPDATE graph SET version = version + 1, updated_at = ${now.toISOString()}`);
  }
  const { added, changed, merged } = counts;
  return { version: readVersion(connection), added, changed, merged, unresolved };
}

export const readVersion = (connection: Connection): number =>
  Number(connection.prepare('SELECT version FROM graph').get()?.['version']);
