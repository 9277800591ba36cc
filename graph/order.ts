/** What an order means in a set, the same for every engine. */
import { conjuncts, type NodeSet, type Order, type Position, type Predicate } from './algebra.ts';
import { invariant } from './errors.ts';
import { edgeFields, nodeFields } from './field.ts';
import { type NodeKind, nodeEntry } from './model.ts';
import type { EdgeRow, Row } from './row.ts';

/** Whether a list in this order ends in nodes whose value is not known. Throws where the set has no such order. */
export function isNullable({ kind, from }: NodeSet, { by }: Order): boolean {
  if (typeof by === 'string') return false;
  if ('field' in by) {
    const field = nodeFields(kind).get(by.field);
    invariant(field !== undefined, `a ${kind} is ordered by a field of its own`);
    return field.isNullable;
  }
  invariant(from?.path.length === 1, 'only nodes one hop away are ordered by their edge');
  const field = edgeFields(from.path[0].edge).get(by.edge);
  invariant(field !== undefined, 'an edge is ordered by a field of its own');
  return field.isNullable;
}

/** The field whose index an order can follow, where there is one. */
export function indexedField(kind: NodeKind, { by }: Order): string | undefined {
  if (typeof by === 'string' || !('field' in by)) return undefined;
  return nodeEntry(kind).orders.includes(by.field) ? by.field : undefined;
}

/** The text that a list by relevance is relevant to. */
export function relevantText({ where }: NodeSet): Extract<Predicate, { op: 'text' }> {
  const text = conjuncts(where).find((conjunct) => conjunct.op === 'text');
  invariant(text !== undefined, 'only a set with a text is ordered by relevance to it');
  return text;
}

/** Where a node stands. counted: its relevance or its number of paths, in orders by these. */
export function positionOf(
  { by }: Order,
  node: Row,
  edge: EdgeRow | undefined,
  counted: unknown,
): Position {
  const valueOf = (of: object | undefined, field: string) =>
    (of as Readonly<Record<string, unknown>> | undefined)?.[field];
  const value =
    typeof by === 'string'
      ? counted
      : 'field' in by
        ? valueOf(node, by.field)
        : valueOf(edge, by.edge);
  return { value: (value ?? null) as Position['value'], key: node.key };
}
