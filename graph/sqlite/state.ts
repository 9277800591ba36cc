/** The state of the graph as a whole. */
import type { GraphState } from '../engine.ts';
import { EDGE_KINDS, type EdgeKind, NODE_KINDS, type NodeKind } from '../model.ts';
import { raw } from '../statement.ts';
import type { Connection } from './connection.ts';

export function readState(connection: Connection): GraphState {
  connection.execute('BEGIN');
  try {
    const graph = connection.one(raw('SELECT version, updated_at FROM graph'));
    const totals = new Map<unknown, number>();
    for (const { kind, count } of connection.all(raw('SELECT kind, count FROM total'))) {
      totals.set(kind, Number(count));
    }
    const checkpoints = connection.all(
      raw('SELECT source, position FROM checkpoint ORDER BY source'),
    );
    const counted = <Kind extends string>(kinds: readonly Kind[]) =>
      Object.fromEntries(kinds.map((kind) => [kind, totals.get(kind) ?? 0])) as Record<
        Kind,
        number
      >;
    return {
      version: Number(graph?.['version']),
      updatedAt: graph?.['updated_at'] == null ? null : String(graph['updated_at']),
      nodeCounts: counted<NodeKind>(NODE_KINDS),
      edgeCounts: counted<EdgeKind>(EDGE_KINDS),
      checkpoints: Object.fromEntries(
        checkpoints.map(({ source, position }): [string, unknown] => [
          String(source),
          JSON.parse(String(position)),
        ]),
      ),
    };
  } finally {
    connection.execute('COMMIT');
  }
}
