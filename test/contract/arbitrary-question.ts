/** Random sets, orders and windows over a graph, made of values that occur in it and some that do not. */
import fc, { type Arbitrary } from 'fast-check';
import {
  type Comparison,
  type Hop,
  into,
  type NodeSet,
  type Order,
  out,
  type Path,
  type Predicate,
  type Scalar,
} from '../../graph/algebra.ts';
import { edgeFields, type Field, nodeFields } from '../../graph/field.ts';
import { words } from '../../graph/fold.ts';
import {
  EDGE_KINDS,
  type EdgeKind,
  NODE_KINDS,
  type NodeKind,
  nodeEntry,
} from '../../graph/model.ts';
import { endKind, farKind, nearKind } from '../../graph/path.ts';
import type { PlainGraph, PlainNode } from './plain-graph.ts';
import { keyOf } from './statements.ts';

const HOPS: readonly Hop[] = EDGE_KINDS.flatMap((kind) => [out(kind), into(kind)]);
/** Ranges come twice: few nodes share a value, and most of a random set would be empty. */
const COMPARISONS = [
  'eq',
  'lt',
  'lte',
  'gt',
  'gte',
  'lt',
  'lte',
  'gt',
  'gte',
] as const satisfies readonly Comparison[];
/** How deep predicates nest. */
const DEPTH = 3;
/** How many hops links within links may go: past that a plain probe of every path is hours of work. */
const HOPS_IN_ALL = 3;

/** Text that is not made to be sorted has no order that all engines share: it is only equal or not. */
const SORTED_TEXTS = new Set(
  NODE_KINDS.flatMap((kind): readonly string[] => nodeEntry(kind).orders),
);
const isRanged = (field: string, form: Field['form']) =>
  form === 'text' ? SORTED_TEXTS.has(field) : form !== 'boolean';

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
/** A choice among what may be nothing: then a choice among the rest. */
const among = <T>(values: readonly T[], otherwise: T): Arbitrary<T> =>
  fc.constantFrom(...(values.length > 0 ? values : [otherwise]));

const weighted = <T>(...choices: readonly (readonly [number, Arbitrary<T>])[]): Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })));

export class ArbitraryQuestion {
  readonly #graph: PlainGraph;
  constructor(graph: PlainGraph) {
    this.#graph = graph;
  }

  /** A set of any kind, from everywhere or from the end of a path, with an order it can have. */
  list(): Arbitrary<{ set: NodeSet; order: Order }> {
    return fc.constantFrom(...NODE_KINDS).chain((kind) =>
      fc.option(this.#start(kind), { nil: undefined, freq: 2 }).chain((from) =>
        fc.record({
          set: fc
            .option(this.predicate(kind, DEPTH), { nil: undefined, freq: 5 })
            .map((where): NodeSet => ({ kind, ...(from && { from }), ...(where && { where }) })),
          order: this.#order(kind, from?.path),
        }),
      ),
    );
  }

  #order(kind: NodeKind, path: Path | undefined): Arbitrary<Order> {
    const by: Order['by'][] = nodeEntry(kind).orders.map((field) => ({ field }));
    if (path?.length === 1) {
      const fields = [...edgeFields(path[0].edge)].filter(([, { form }]) => form !== 'list');
      by.push(...fields.map(([edge]) => ({ edge })));
    }
    if (path?.length === 2) by.push('paths');
    return fc.record({ by: fc.constantFrom(...by), descending: fc.boolean() });
  }

  /** From a node that has edges to follow, or from one that is not there. */
  #start(kind: NodeKind): Arbitrary<NonNullable<NodeSet['from']>> {
    return this.#path((path) => endKind(path) === kind).chain((path) => {
      const { edge, direction } = path[0];
      const near = nearKind(path[0]);
      const linked = this.#graph
        .all(near)
        .filter((node) => this.#graph.edges(node, edge, direction)[0]);
      return this.#id(linked).map((id) => ({ key: keyOf(id), path }));
    });
  }

  /** Of one of the first, which are hubs, or of any; the key or another id. */
  #id(nodes: readonly PlainNode[]): Arbitrary<string> {
    return weighted(
      [12, fc.constantFrom(...nodes.slice(0, 5).map(({ key }) => key))],
      [6, fc.constantFrom(...nodes).chain(({ ids }) => fc.constantFrom(...ids))],
      [1, fc.constant('nobody')],
    );
  }

  #path(isWanted: (path: Path) => boolean): Arbitrary<Path> {
    const two = HOPS.flatMap((first) =>
      HOPS.filter((hop) => nearKind(hop) === farKind(first)).map((second): Path => [first, second]),
    );
    const one = HOPS.map((hop): Path => [hop]);
    // As often one hop as two, though there are far more pairs of hops.
    const lengths = [one.filter(isWanted), two.filter(isWanted)].filter(({ length }) => length > 0);
    return fc
      .oneof(...lengths.map((paths) => fc.constantFrom(...paths)))
      .chain(([first, second]) =>
        second === undefined
          ? this.#hop(first).map((hop): Path => [hop])
          : fc.tuple(this.#hop(first), this.#hop(second)),
      );
  }

  /** A condition on the edge, now and then. */
  #hop(hop: Hop): Arbitrary<Hop> {
    const onEdge = this.#onFields(edgeFields(hop.edge), () => this.#edgeValues(hop.edge));
    return fc
      .option(
        fc.oneof(
          onEdge,
          onEdge.map((of): Predicate => ({ op: 'not', of })),
        ),
        {
          nil: undefined,
          freq: 2,
        },
      )
      .map((where) => (where === undefined ? hop : { ...hop, where }));
  }

  predicate(kind: NodeKind, depth: number, hops = HOPS_IN_ALL): Arbitrary<Predicate> {
    const leaf = weighted(
      [5, this.#onFields(nodeFields(kind), () => this.#graph.all(kind))],
      [1, this.#named(kind)],
      [1, this.#text(kind)],
    );
    if (depth === 0) return leaf;
    const part = this.predicate(kind, depth - 1, hops);
    const joined = fc.record({
      op: fc.constantFrom('and' as const, 'or' as const, 'or' as const),
      of: fc.array(part, { maxLength: 3 }),
    });
    return weighted<Predicate>(
      [3, leaf],
      [2, joined],
      [2, part.map((of) => ({ op: 'not', of }))],
      ...(hops > 0 ? [[4, this.#linked(kind, depth, hops)] as const] : []),
    );
  }

  #linked(kind: NodeKind, depth: number, hops: number): Arbitrary<Predicate> {
    const range = fc.constantFrom(
      { min: 2 },
      { max: 3 },
      { min: 1, max: 2 },
      { min: 0 },
      { max: 0 },
      {},
    );
    const isWanted = (path: Path) => path.length <= hops && nearKind(path[0]) === kind;
    return this.#path(isWanted).chain((path) => {
      const end = endKind(path);
      return fc.record(
        {
          op: fc.constant('linked' as const),
          path: fc.constant(path),
          to: fc.oneof(this.#named(end), this.predicate(end, depth - 1, hops - path.length)),
          count: range,
        },
        { requiredKeys: ['op', 'path'] },
      );
    });
  }

  #named(kind: NodeKind): Arbitrary<Predicate> {
    const names = fc
      .constantFrom(...this.#graph.all(kind))
      .chain(({ names }) => fc.constantFrom(...names));
    return fc
      .array(weighted([2, names], [1, this.#id(this.#graph.all(kind))]), { maxLength: 4 })
      .map((of): Predicate => ({ op: 'named', names: of }));
  }

  /** Phrases that stand in some node's text, and one that stands in none. */
  #text(kind: NodeKind): Arbitrary<Predicate> {
    const phrase = fc
      .record({
        node: fc.constantFrom(...this.#graph.all(kind)),
        start: fc.nat(9),
        length: fc.constantFrom(1, 1, 2, 3),
      })
      .map(({ node, start, length }) => {
        const all = words(node.text);
        const first = start % Math.max(1, all.length);
        return all.slice(first, first + length).join(' ');
      });
    return fc
      .array(weighted([12, phrase], [1, fc.constant('zzz')]), {
        minLength: 1,
        maxLength: 2,
      })
      .map((phrases): Predicate => ({ op: 'text', phrases }));
  }

  #edgeValues(kind: EdgeKind): readonly Pick<PlainNode, 'values'>[] {
    const hop = out(kind);
    return this.#graph.all(nearKind(hop)).flatMap((node) => this.#graph.edges(node, kind, 'out'));
  }

  /** Conditions on fields, with values that occur. Fields nobody states are compared with a text all the same. */
  #onFields(
    fields: ReadonlyMap<string, Field>,
    holders: () => readonly Pick<PlainNode, 'values'>[],
  ): Arbitrary<Predicate> {
    return fc.constantFrom(...fields).chain(([field, { form }]) => {
      const occurring = [...new Set(holders().flatMap(({ values }) => values[field] ?? []))].filter(
        isScalar,
      );
      const value = among(occurring, form === 'text' ? 'x' : 1);
      const values = fc.array(value, { maxLength: 8 });
      if (form === 'list') return values.map((of): Predicate => ({ op: 'has', field, values: of }));
      const ops = isRanged(field, form) ? COMPARISONS : (['eq'] as const);
      return fc.oneof(
        fc.record({ op: fc.constantFrom(...ops), field: fc.constant(field), value }),
        values.map((of): Predicate => ({ op: 'in', field, values: of })),
      );
    });
  }
}
