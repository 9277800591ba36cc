/** Answers to questions by the definition of graph/algebra.ts, looking at every node. */
import {
  type Comparison,
  endRange,
  type Hop,
  type NodeSet,
  type Order,
  type Path,
  type Position,
  type Predicate,
  type Scalar,
  type Window,
} from '../../graph/algebra.ts';
import { edgeFields, nodeFields } from '../../graph/field.ts';
import { edgeEntry } from '../../graph/model.ts';
import { nearKind } from '../../graph/path.ts';
import type { PlainEdge, PlainGraph, PlainNode } from './plain-graph.ts';

type Values = PlainNode['values'];

export interface PlainItem {
  readonly node: Values;
  readonly position: Position;
  readonly edge?: Values;
  readonly paths?: number;
}
export interface PlainPage {
  readonly items: readonly PlainItem[];
  readonly hasMore: boolean;
}

const signs: Record<Comparison, (sign: number) => boolean> = {
  eq: (sign) => sign === 0,
  lt: (sign) => sign < 0,
  lte: (sign) => sign <= 0,
  gt: (sign) => sign > 0,
  gte: (sign) => sign >= 0,
};

/** Text by code point, which is the order of its UTF-8 bytes; false before true. */
const compareValues = (one: Scalar, other: Scalar): number =>
  typeof one === 'string'
    ? Buffer.compare(Buffer.from(one), Buffer.from(String(other)))
    : Number(one) - Number(other);

const scalar = (value: unknown): Scalar | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;

export class PlainAnswers {
  readonly #graph: PlainGraph;
  /** What was found out of a predicate's nodes: a nested one is asked of each node once, however many paths lead there. */
  readonly #known = new WeakMap<Predicate, Map<PlainNode, boolean>>();

  constructor(graph: PlainGraph) {
    this.#graph = graph;
  }

  #holds(predicate: Predicate, node: PlainNode): boolean {
    const known = this.#known.get(predicate) ?? new Map<PlainNode, boolean>();
    this.#known.set(predicate, known);
    const holds = known.get(node) ?? this.#isTrue(predicate, node.values, node);
    known.set(node, holds);
    return holds;
  }

  /** node: absent where the predicate is on an edge. */
  #isTrue(predicate: Predicate, values: Values, node?: PlainNode): boolean {
    const part = (of: Predicate) =>
      node === undefined ? this.#isTrue(of, values) : this.#holds(of, node);
    switch (predicate.op) {
      case 'and':
        return predicate.of.every(part);
      case 'or':
        return predicate.of.some(part);
      case 'not':
        return !part(predicate.of);
      case 'in':
        return predicate.values.some((value) => value === values[predicate.field]);
      case 'has': {
        const list = values[predicate.field];
        return Array.isArray(list) && predicate.values.some((value) => list.includes(value));
      }
      case 'named':
        return predicate.names.some((name) => node?.names.has(name));
      case 'text':
        return predicate.phrases.every((phrase) => node?.text.includes(` ${phrase} `));
      case 'linked': {
        if (node === undefined) throw new Error('An edge has no links of its own.');
        const ends = new Set(this.#ends(predicate.path, node).map(({ node: end }) => end));
        const { to } = predicate;
        const found = to ? [...ends].filter((end) => this.#holds(to, end)).length : ends.size;
        const { min, max = Infinity } = endRange(predicate);
        return found >= min && found <= max;
      }
      default: {
        const value = scalar(values[predicate.field]);
        return value !== null && signs[predicate.op](compareValues(value, predicate.value));
      }
    }
  }

  #hop({ edge, direction, where }: Hop, node: PlainNode) {
    return this.#graph
      .edges(node, edge, direction)
      .filter(({ values }) => where === undefined || this.#isTrue(where, values))
      .map((walked) => ({ node: direction === 'out' ? walked.to : walked.from, edge: walked }));
  }

  /** One entry for each path, with the last edge of it. */
  #ends([first, second]: Path, start: PlainNode): { node: PlainNode; edge: PlainEdge }[] {
    const once = this.#hop(first, start);
    const ends = second === undefined ? once : once.flatMap(({ node }) => this.#hop(second, node));
    return ends.filter(({ node }) => node !== start);
  }

  /** The whole list that a set and an order describe. */
  list({ kind, from, where }: NodeSet, order: Order): readonly PlainItem[] {
    const start = from && this.#graph.find(nearKind(from.path[0]), from.key);
    const arrivals = Map.groupBy(start ? this.#ends(from.path, start) : [], ({ node }) => node);
    const candidates = from ? [...arrivals.keys()] : this.#graph.all(kind);
    return candidates
      .filter((node) => where === undefined || this.#holds(where, node))
      .map((node): PlainItem => {
        const walked = arrivals.get(node) ?? [];
        const edge = walked[0]?.edge;
        const value = orderValue(order, node.values, edge?.values, walked.length);
        return {
          node: rowOf(node),
          position: { value, key: node.key },
          ...(from?.path.length === 1 && edge && { edge: edgeOf(edge, from.path[0]) }),
          ...(from?.path.length === 2 && { paths: walked.length }),
        };
      })
      .sort((one, other) => comparePositions(order, one.position, other.position));
  }

  count(set: NodeSet): number {
    return this.list(set, { by: { field: 'key' }, descending: false }).length;
  }
}

/** What a page holds of a list. */
export function pageOf(list: readonly PlainItem[], order: Order, window: Window): PlainPage {
  const { size, after, before, backward } = window;
  const between = list.filter(
    ({ position }) =>
      (!after || comparePositions(order, position, after) > 0) &&
      (!before || comparePositions(order, position, before) < 0),
  );
  return {
    items: backward === true ? between.slice(-size) : between.slice(0, size),
    hasMore: between.length > size,
  };
}

/** Unknown values last in either direction, ties by key in the order's direction. */
function comparePositions({ descending }: Order, one: Position, other: Position): number {
  const unknown = Number(one.value === null) - Number(other.value === null);
  if (unknown !== 0) return unknown;
  const byValue =
    one.value === null || other.value === null ? 0 : compareValues(one.value, other.value);
  return (byValue || compareValues(one.key, other.key)) * (descending ? -1 : 1);
}

function orderValue({ by }: Order, node: Values, edge: Values | undefined, paths: number) {
  if (by === 'paths') return paths;
  // How well a text fits is an engine's own measure: such lists are compared as sets.
  if (by === 'relevance') return null;
  return scalar('field' in by ? node[by.field] : edge?.[by.edge]);
}

const rowOf = ({ kind, key, values }: PlainNode): Values => ({
  kind,
  key,
  ...Object.fromEntries([...nodeFields(kind).keys()].map((field) => [field, values[field]])),
});

const edgeOf = ({ values, provenance }: PlainEdge, { edge }: Hop): Values => ({
  ...Object.fromEntries(
    [...edgeFields(edge).keys(), ...Object.keys(edgeEntry(edge).details)].map((field) => [
      field,
      values[field],
    ]),
  ),
  provenance,
});
