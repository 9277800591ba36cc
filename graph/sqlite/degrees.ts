/** Stored counts, brought up to date once a batch: a hub gains hundreds of edges in one, and is written once. */
import { type EdgeKind, edgeEntry, type NodeKind, nodeEntry } from '../model.ts';
import { raw, statement as sql } from '../statement.ts';
import type { Connection } from './connection.ts';
import { identifier, nodeTables } from './identifier.ts';

export class Degrees {
  /** Text of the update → pk → how many edges were gained or, where negative, lost. */
  readonly #gains = new Map<string, Map<number, number>>();
  readonly #totals = new Map<NodeKind | EdgeKind, number>();

  node(kind: NodeKind, gain: 1 | -1): void {
    this.#totals.set(kind, (this.#totals.get(kind) ?? 0) + gain);
  }

  edge(kind: EdgeKind, src: number, dst: number, gain: 1 | -1): void {
    this.#totals.set(kind, (this.#totals.get(kind) ?? 0) + gain);
    const { from, to } = edgeEntry(kind);
    this.#count(from, kind, 'out', src, gain);
    this.#count(to, kind, 'in', dst, gain);
  }

  #count(node: NodeKind, edge: EdgeKind, direction: string, pk: number, gain: number): void {
    for (const [name, [countedEdge, counted]] of Object.entries(nodeEntry(node).counts)) {
      if (countedEdge !== edge || counted !== direction) continue;
      const count = identifier(name);
      const update = sql`UPDATE ${nodeTables(node).rows} SET ${count} = ${count} + ${raw('?')} WHERE pk = ${raw('?')}`;
      const text = update.text(() => '');
      const gains = this.#gains.get(text) ?? new Map<number, number>();
      this.#gains.set(text, gains.set(pk, (gains.get(pk) ?? 0) + gain));
    }
  }

  store(connection: Connection): void {
    for (const [text, gains] of this.#gains) {
      const update = connection.prepare(text);
      for (const [pk, gain] of gains) if (gain !== 0) update.run(gain, pk);
    }
    const update = connection.prepare('UPDATE total SET count = count + ? WHERE kind = ?');
    for (const [kind, gain] of this.#totals) update.run(gain, kind);
  }
}
