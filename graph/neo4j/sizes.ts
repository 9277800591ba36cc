/**
 * What the planner asks. It asks without waiting, the server answers only later: a first planning finds out what is
 * asked, a second one has the answers. They are remembered for as long as the graph has one version.
 */
import { type EdgeKind, NODE_KINDS, nodeEntry, type NodeKind } from '../model.ts';
import { nearKind } from '../path.ts';
import { MAX_TEXT_COUNT, type Sizes } from '../plan.ts';
import type { NodeKey } from '../row.ts';
import { raw, statement as cypher } from '../statement.ts';
import { name } from './name.ts';
import type { KeysOfName } from './resolve-names.ts';
import { fullText } from './node-set.ts';
import type { Run } from './statements.ts';

const MAX_REMEMBERED = 1_000;
/** As many as a few large answers list. */
const MAX_NODES_REMEMBERED = 50_000;

/** Looked at for each node that is read. */
const COUNTS = new Map(NODE_KINDS.map((kind) => [kind, Object.keys(nodeEntry(kind).counts)]));

export class SizeBook {
  /** Remembered beside the sizes, for as long. */
  readonly keysOfName: KeysOfName = new Map();
  readonly #totals: Readonly<Record<string, number>>;
  readonly #known = new Map<string, number>();
  readonly #counts = new Map<string, Readonly<Record<string, number>>>();

  /** totals: how many nodes and edges there are of each kind. */
  constructor(totals: Readonly<Record<string, number>>) {
    this.#totals = totals;
  }

  /** A node that was read: the lists that start from it need not ask for its counts. */
  meet(kind: NodeKind, node: Readonly<Record<string, unknown>>): void {
    if (this.#counts.size >= MAX_NODES_REMEMBERED) this.#counts.clear();
    const counts: Record<string, number> = {};
    for (const count of COUNTS.get(kind) ?? []) counts[count] = Number(node[count]);
    this.#counts.set(`${kind} ${String(node['key'])}`, counts);
  }

  /** A stored count of a node; undefined where the node was not met. */
  countOf(kind: NodeKind, key: NodeKey, count: string): number | undefined {
    return this.#counts.get(`${kind} ${key}`)?.[count];
  }

  /** Plans with every size there is to know: what `plan` asks for the first time is fetched, and it is called again. */
  async plan<Result>(
    run: (run: Run) => Promise<readonly Readonly<Record<string, unknown>>[]>,
    plan: (sizes: Sizes) => Result,
  ): Promise<Result> {
    for (;;) {
      const missing = new Map<string, Run>();
      const result = plan(this.#sizes(missing));
      if (missing.size === 0) return result;
      if (this.#known.size + missing.size > MAX_REMEMBERED) this.#known.clear();
      await Promise.all(
        [...missing].map(async ([key, statement]) => {
          const [found] = await run(statement);
          this.#known.set(key, Number(found?.['size'] ?? 0));
        }),
      );
    }
  }

  #sizes(missing: Map<string, Run>): Sizes {
    const size = (key: string, statement: () => Run): number => {
      const known = this.#known.get(key);
      if (known === undefined) missing.set(key, statement());
      return known ?? 1;
    };
    const total = (kind: NodeKind | EdgeKind) => this.#totals[kind] ?? 0;
    return {
      total,
      fan: (hop) => total(hop.edge) / Math.max(1, total(nearKind(hop))),
      text: (kind, phrases) =>
        size(JSON.stringify([kind, phrases]), () => ({
          statement: cypher`${fullText('t', kind, phrases)}WITH t LIMIT $limit RETURN {size: count(t)} AS answer`,
          limit: MAX_TEXT_COUNT,
        })),
      degrees: (kind, names, count) =>
        size(JSON.stringify([kind, names, count]), () => ({
          statement: cypher`MATCH (t:${raw(kind)}) WHERE t.key IN ${names} RETURN {size: coalesce(sum(${name('t', count)}), 0)} AS answer`,
        })),
    };
  }
}
