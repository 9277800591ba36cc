/** One batch, one transaction: nodes, edges, stored counts, checkpoint, version. */
import { type Changes, changesOf } from '../changes.ts';
import type { Batch, Written } from '../engine.ts';
import { edgeEntry } from '../model.ts';
import { statement as sql } from '../statement.ts';
import { type Connection, rollBack } from './connection.ts';
import { Degrees } from './degrees.ts';
import { putEdge, removeEdge } from './edge-writer.ts';
import { putNode, removeNode } from './node-writer.ts';
import { SqliteStore } from './store.ts';

/** now: the time that the graph is said to be updated at. */
export async function writeBatch(
  connection: Connection,
  batch: Batch,
  now: Date,
): Promise<Written> {
  // IMMEDIATE: two writers wait for one another here, not half-way through.
  connection.execute('BEGIN IMMEDIATE');
  try {
    const store = new SqliteStore(connection);
    const changes = await changesOf(batch, store);
    storeChanges(connection, store, changes);
    const written = storeState(connection, batch, changes, now);
    connection.execute('COMMIT');
    return written;
  } catch (error) {
    rollBack(connection);
    throw error;
  }
}

function storeChanges(connection: Connection, store: SqliteStore, changes: Changes): void {
  const degrees = new Degrees();
  const ends = ({ kind, from, to }: Changes['removedEdges'][number]) =>
    [store.pk(edgeEntry(kind).from, from), store.pk(edgeEntry(kind).to, to)] as const;
  for (const edge of changes.removedEdges) {
    removeEdge(connection, edge.kind, ...ends(edge));
    degrees.edge(edge.kind, ...ends(edge), -1);
  }
  for (const node of changes.removedNodes) {
    removeNode(connection, node, store.pk(node.kind, node.ids[0] ?? ''));
    degrees.node(node.kind, -1);
  }
  for (const node of changes.nodes) {
    const { kind, key, before } = node;
    const pk = putNode(connection, node, before && store.pk(kind, key));
    if (before !== undefined) continue;
    store.remember(kind, key, pk);
    degrees.node(kind, 1);
  }
  for (const edge of changes.edges) {
    putEdge(connection, edge, ...ends(edge));
    if (edge.isNew) degrees.edge(edge.kind, ...ends(edge), 1);
  }
  degrees.store(connection);
}

function storeState(connection: Connection, batch: Batch, changes: Changes, now: Date): Written {
  if (batch.checkpoint !== undefined) {
    connection.all(
      sql`INSERT OR REPLACE INTO checkpoint VALUES (${batch.source}, ${JSON.stringify(batch.checkpoint)})`,
    );
  }
  const { nodes, edges, removedNodes, unresolved } = changes;
  // A batch that changes nothing leaves the version, and with it every answer that was kept under it.
  if (nodes.length + edges.length > 0) {
    connection.all(sql`UPDATE graph SET version = version + 1, updated_at = ${now.toISOString()}`);
  }
  const added =
    nodes.filter(({ before }) => before === undefined).length +
    edges.filter(({ isNew }) => isNew).length;
  return {
    version: readVersion(connection),
    added,
    changed: nodes.length + edges.length - added,
    merged: removedNodes.length,
    unresolved,
  };
}

export const readVersion = (connection: Connection): number =>
  Number(connection.prepare('SELECT version FROM graph').get()?.['version']);
