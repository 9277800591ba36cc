/** Short ways to ask one thing. */
import type { NodeSet, Order, Window } from '../../graph/algebra.ts';
import type { Engine, Item } from '../../graph/engine.ts';
import { type NodeKind, nodeEntry } from '../../graph/model.ts';

/** More than any hand-made graph has. */
const ALL: Window = { size: 1_000 };

/** By title or name, which hand-made nodes have their key in. */
const alphabetical = (kind: NodeKind): Order => ({
  by: { field: nodeEntry(kind).orders[0] ?? '' },
  descending: false,
});

export async function itemsOf<K extends NodeKind>(
  engine: Engine,
  set: NodeSet<K>,
  order = alphabetical(set.kind),
): Promise<readonly Item<K>[]> {
  const [page] = await engine.ask([{ ask: 'page', set, order, window: ALL }]);
  return page.items;
}

export async function keysOf(engine: Engine, set: NodeSet, order?: Order): Promise<string[]> {
  return (await itemsOf(engine, set, order)).map(({ node }) => node.key);
}

export async function countOf(engine: Engine, set: NodeSet): Promise<number> {
  const [count] = await engine.ask([{ ask: 'count', set }]);
  return count;
}
