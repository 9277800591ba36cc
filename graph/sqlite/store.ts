/** Loads from the file what a batch names, and remembers which row each node is. */
import type { EdgeEnds, Store, StoredEdge, StoredNode } from '../store.ts';
import { invariant } from '../errors.ts';
import { EDGE_KINDS, edgeEntry, type EdgeKind, type NodeKind } from '../model.ts';
import { join, statement as sql } from '../statement.ts';
import type { Connection, SqlRow } from './connection.ts';
import { edgeTables, nodeTables } from './identifier.ts';
import { readClaims } from './rows.ts';

export class SqliteStore implements Store {
  readonly #connection: Connection;
  readonly #pks = new Map<string, number>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The row of a node that was loaded or added. */
  pk(kind: NodeKind, key: string): number {
    const pk = this.#pks.get(`${kind} ${key}`);
    invariant(pk !== undefined, `the ${kind} ${key} was loaded before it was referred to`);
    return pk;
  }
  remember(kind: NodeKind, key: string, pk: number): void {
    this.#pks.set(`${kind} ${key}`, pk);
  }

  // The interface is asynchronous for servers' sake; nothing here ever waits.
  readonly nodes: Store['nodes'] = (kind, ids) => Promise.resolve(this.#nodes(kind, ids));
  readonly keys: Store['keys'] = (kind, ids) => Promise.resolve(this.#keys(kind, ids));
  readonly edges: Store['edges'] = (kind, ends) => Promise.resolve(this.#edges(kind, ends));
  readonly edgesAt: Store['edgesAt'] = (kind, keys) => Promise.resolve(this.#edgesAt(kind, keys));

  #nodes(kind: NodeKind, ids: readonly string[]): readonly StoredNode[] {
    const { ids: idTable, details } = nodeTables(kind);
    const rows = this.#connection.all(
      sql`SELECT DISTINCT d.pk, d.ids, d.claims FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN ${idTable} i CROSS JOIN ${details} d WHERE i.id = j.value AND d.pk = i.pk`,
    );
    return rows.map((row): StoredNode => {
      const node = {
        kind,
        ids: JSON.parse(String(row['ids'])) as readonly string[],
        claims: readClaims(row['claims']),
      };
      this.remember(kind, node.ids[0] ?? '', Number(row['pk']));
      return node;
    });
  }

  #keys(kind: NodeKind, ids: readonly string[]) {
    const { ids: idTable, rows } = nodeTables(kind);
    const found = this.#connection.all(
      sql`SELECT i.id, t.key, t.pk FROM json_each(${JSON.stringify(ids)}) j CROSS JOIN ${idTable} i CROSS JOIN ${rows} t WHERE i.id = j.value AND t.pk = i.pk`,
    );
    return found.map((row) => {
      const key = String(row['key']);
      this.remember(kind, key, Number(row['pk']));
      return { id: String(row['id']), key };
    });
  }

  #edges(kind: EdgeKind, ends: readonly EdgeEnds[]): readonly StoredEdge[] {
    const { from, to } = edgeEntry(kind);
    const pairs = ends.map((end) => [this.pk(from, end.from), this.pk(to, end.to)]);
    const rows = this.#connection.all(
      sql`SELECT j.key AS place, d.claims FROM json_each(${JSON.stringify(pairs)}) j CROSS JOIN ${edgeTables(kind).details} d WHERE d.src = j.value ->> 0 AND d.dst = j.value ->> 1`,
    );
    return rows.map((row): StoredEdge => {
      const end = ends[Number(row['place'])];
      invariant(end !== undefined, 'an edge is found at a place that was asked for');
      return { kind, from: end.from, to: end.to, claims: readClaims(row['claims']) };
    });
  }

  #edgesAt(node: NodeKind, keys: readonly string[]): readonly StoredEdge[] {
    const pks = JSON.stringify(keys.map((key) => this.pk(node, key)));
    return EDGE_KINDS.flatMap((kind) => {
      const { from, to } = edgeEntry(kind);
      const { rows, details } = edgeTables(kind);
      const ends = [
        ...(from === node ? [sql`src IN (SELECT value FROM json_each(${pks}))`] : []),
        ...(to === node ? [sql`dst IN (SELECT value FROM json_each(${pks}))`] : []),
      ];
      if (ends.length === 0) return [];
      // Both ends are indexed in the rows, only src in the details.
      const found = this.#connection.all(
        sql`SELECT d.src, d.dst, d.claims, a.key AS source, b.key AS target FROM (SELECT src, dst FROM ${rows} WHERE ${join(ends, ' OR ')}) e CROSS JOIN ${details} d CROSS JOIN ${nodeTables(from).rows} a CROSS JOIN ${nodeTables(to).rows} b WHERE d.src = e.src AND d.dst = e.dst AND a.pk = e.src AND b.pk = e.dst`,
      );
      return found.map((row) => this.#readEdge(kind, row));
    });
  }

  #readEdge(kind: StoredEdge['kind'], row: SqlRow): StoredEdge {
    const [from, to] = [String(row['source']), String(row['target'])];
    this.remember(edgeEntry(kind).from, from, Number(row['src']));
    this.remember(edgeEntry(kind).to, to, Number(row['dst']));
    return { kind, from, to, claims: readClaims(row['claims']) };
  }
}
