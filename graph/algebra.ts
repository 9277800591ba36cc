/** A set of nodes and a question about it, as plain data. */
import type { Direction, EdgeKind, NodeKind } from './model.ts';
import type { NodeKey } from './row.ts';

export type Scalar = string | number | boolean;

/** A step along edges of one kind. `where` is on the edge's own fields. */
export interface Hop {
  readonly edge: EdgeKind;
  readonly direction: Direction;
  readonly where?: Predicate;
}
/** One or two hops; a path never leads back to the node it started from. */
export type Path = readonly [Hop] | readonly [Hop, Hop];

/** How many; both bounds inside. */
export interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Two-valued: a comparison with an unknown value is false, so its negation is true. */
export type Predicate =
  | { readonly op: 'and' | 'or'; readonly of: readonly Predicate[] }
  | { readonly op: 'not'; readonly of: Predicate }
  /** A field, a derived field or a stored count against a value. Of text only days and sort keys have more and less. */
  | { readonly op: Comparison; readonly field: string; readonly value: Scalar }
  /** The field is one of the values. */
  | { readonly op: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  /** The list field holds at least one of the values. */
  | { readonly op: 'has'; readonly field: string; readonly values: readonly Scalar[] }
  /** The node answers to one of these names: a key, an external id, or what people call it, folded. */
  | { readonly op: 'named'; readonly names: readonly string[] }
  /** Every phrase occurs in the node's text; a phrase is words of fold.ts with single spaces between. */
  | { readonly op: 'text'; readonly phrases: readonly string[] }
  /** At least one node (or as many as `count` says) at the end of the path satisfies `to`. */
  | {
      readonly op: 'linked';
      readonly path: Path;
      readonly to?: Predicate;
      readonly count?: Range;
    };
export type Comparison = 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
export type Linked = Extract<Predicate, { op: 'linked' }>;

/** All nodes of a kind, or those at the end of a path from one node, that satisfy `where`. */
export interface NodeSet<K extends NodeKind = NodeKind> {
  readonly kind: K;
  readonly from?: { readonly key: NodeKey; readonly path: Path };
  readonly where?: Predicate;
}

/**
 * By a field of the node, a field of the edge walked to it (sets one hop away), by relevance to the
 * set's `text`, or by how many paths lead to the node (sets two hops away).
 * Ties go by key in the same direction; unknown values come last in either.
 */
export interface Order {
  readonly by: { readonly field: string } | { readonly edge: string } | 'relevance' | 'paths';
  readonly descending: boolean;
}

/** Where a node stands in an ordered set. */
export interface Position {
  readonly value: Scalar | null;
  readonly key: NodeKey;
}

/** The first `size` nodes after `after` and before `before`; backward: the last ones. In list order either way. */
export interface Window {
  readonly size: number;
  readonly after?: Position;
  readonly before?: Position;
  readonly backward?: boolean;
}

export const out = (edge: EdgeKind, where?: Predicate): Hop =>
  where === undefined ? { edge, direction: 'out' } : { edge, direction: 'out', where };
export const into = (edge: EdgeKind, where?: Predicate): Hop =>
  where === undefined ? { edge, direction: 'in' } : { edge, direction: 'in', where };

/** The conjunction of those that are given; undefined where none is. */
export function all(...of: readonly (Predicate | undefined)[]): Predicate | undefined {
  const given = of.filter((predicate) => predicate !== undefined);
  return given.length < 2 ? given[0] : { op: 'and', of: given };
}

/** The predicates that must all hold, nested conjunctions opened. */
export const conjuncts = (predicate: Predicate | undefined): readonly Predicate[] => {
  if (predicate === undefined) return [];
  return predicate.op === 'and' ? predicate.of.flatMap(conjuncts) : [predicate];
};

/** How many ends a `linked` predicate asks for: without a count, at least one. */
export const endRange = ({ count }: Linked): { min: number; max?: number } => ({
  min: count?.max === undefined ? 1 : 0,
  ...count,
});
