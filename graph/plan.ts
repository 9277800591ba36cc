/**
 * How to answer a question about a set, decided from how large its parts are. No database's own planner can decide
 * this, since the sizes depend on values: a concept may have three papers or twelve thousand.
 * Two decisions, the same for every engine: produce or probe, walk or gather.
 */
import {
  conjuncts,
  endRange,
  type Hop,
  type Linked,
  type NodeSet,
  type Path,
  type Predicate,
} from './algebra.ts';
import type { NodeKind } from './model.ts';
import { degreeField, endKind, reversed } from './path.ts';

/** What an engine can tell of sizes at the cost of a look-up. Estimates, never too small except where said. */
export interface Sizes {
  /** How many nodes there are of a kind. */
  total: (kind: NodeKind) => number;
  /** How many edges a hop follows from a node, on average. */
  fan: (hop: Hop) => number;
  /** How many nodes hold all phrases; counting may stop at MAX_TEXT_COUNT. */
  text: (kind: NodeKind, phrases: readonly string[]) => number;
  /** The sum of a stored count over the nodes that answer to one of the names. */
  degrees: (kind: NodeKind, names: readonly string[], count: string) => number;
}
/** Past this many a text is common, and how common no longer matters. */
export const MAX_TEXT_COUNT = 20_000;

export type Source =
  | { readonly from: 'all' }
  | { readonly from: 'start' }
  | { readonly from: 'produced'; readonly conjunct: Producible };
export type Producible = Extract<Predicate, { op: 'linked' | 'text' | 'named' }>;

/** Where a set's candidates come from, and what each is then checked for. */
export interface Plan {
  readonly source: Source;
  readonly rest: readonly Predicate[];
  /** How many candidates there are, at most. */
  readonly candidates: number;
  /** How many nodes of the kind one meets, at most, for each member of the set, were members spread evenly. */
  readonly steps: number;
  /** The share of those met that the set's start leads to, from 0 to 1: only these are asked the conditions. */
  readonly startShare: number;
}

/** Asking each candidate about a list of names or words costs about this much more than reading the list. */
const PRODUCE_FACTOR = 2;
/** Assumed of a path's far end where no count is stored: the second hop of a path multiplies. */
const UNKNOWN_DEGREE = 50;

/** Whether the nodes a condition holds for can be listed from the far end: not where having no link satisfies it. */
export const isProducible = (predicate: Predicate): predicate is Producible =>
  predicate.op === 'text' ||
  predicate.op === 'named' ||
  (predicate.op === 'linked' && predicate.to !== undefined && endRange(predicate).min > 0);

const product = (factors: readonly number[]) => factors.reduce((a, b) => a * b, 1);
const fanOf = (sizes: Sizes, path: readonly Hop[]) =>
  product(path.map((hop) => Math.max(1, sizes.fan(hop))));

/** How many nodes satisfy a predicate, at most. */
export function sizeOf(sizes: Sizes, kind: NodeKind, predicate: Predicate | undefined): number {
  const total = sizes.total(kind);
  const size = (of: Predicate) => sizeOf(sizes, kind, of);
  switch (predicate?.op) {
    case 'and':
      return Math.min(total, ...predicate.of.map(size));
    case 'or':
      return Math.min(
        total,
        predicate.of.map(size).reduce((sum, part) => sum + part, 0),
      );
    case 'text':
      return Math.min(total, sizes.text(kind, predicate.phrases));
    case 'named':
      return Math.min(total, predicate.names.length);
    case 'linked':
      return isProducible(predicate) ? Math.min(total, workOf(sizes, predicate)) : total;
    default:
      return total;
  }
}

/** How many edges are followed to list the nodes that a linked condition holds for. */
function workOf(sizes: Sizes, linked: Linked): number {
  const { path, to } = linked;
  const end = path[1] ?? path[0];
  const degree = degreeField(reversed(end));
  const arrivals =
    to?.op === 'named' && degree !== undefined
      ? sizes.degrees(endKind(path), to.names, degree)
      : sizeOf(sizes, endKind(path), to) * Math.max(1, sizes.fan(reversed(end)));
  return arrivals * (path.length === 2 ? Math.max(1, sizes.fan(reversed(path[0]))) : 1);
}

/**
 * Listing what holds a text reads its index from end to end, asking one node seeks in it: about this many times the
 * work of one entry listed. `npm run bench` shows both.
 */
const TEXT_SEEK_FACTOR = 50;

/** Produce or probe: whether listing the nodes that a condition holds for is less work than asking each candidate. */
export function isProduced(
  sizes: Sizes,
  kind: NodeKind,
  condition: Producible | Linked,
  candidates: number,
): boolean {
  switch (condition.op) {
    case 'named':
      return true;
    case 'text':
      return sizes.text(kind, condition.phrases) < candidates * TEXT_SEEK_FACTOR;
    case 'linked':
      return (
        isProducible(condition) &&
        workOf(sizes, condition) < candidates * fanOf(sizes, condition.path)
      );
  }
}

/**
 * The cheapest source of a set's candidates. `degree`: the stored degree of the node the set starts from, where known.
 */
export function planSet(sizes: Sizes, { kind, from, where }: NodeSet, degree?: number): Plan {
  const total = sizes.total(kind);
  const started = from === undefined ? undefined : startSize(sizes, from.path, degree);
  const conditions = conjuncts(where);
  let source: Source = { from: started === undefined ? 'all' : 'start' };
  let candidates = Math.min(total, started ?? total);
  for (const conjunct of conditions) {
    if (!isProducible(conjunct)) continue;
    const size = PRODUCE_FACTOR * sizeOf(sizes, kind, conjunct);
    if (size < candidates) {
      source = { from: 'produced', conjunct };
      candidates = size;
    }
  }
  const parts = conditions.filter(isProducible).map((conjunct) => sizeOf(sizes, kind, conjunct));
  const shareOf = (size: number) => Math.min(1, Math.max(1, size) / Math.max(1, total));
  const startShare = started === undefined ? 1 : shareOf(started);
  return {
    source,
    rest: conditions.filter(
      (condition) => source.from !== 'produced' || condition !== source.conjunct,
    ),
    candidates,
    steps: 1 / (startShare * product(parts.map(shareOf))),
    startShare,
  };
}

function startSize(sizes: Sizes, path: Path, degree: number | undefined): number {
  const first = degree ?? UNKNOWN_DEGREE;
  return path.length === 1 ? first : first * Math.max(1, sizes.fan(path[1]));
}

/**
 * Walk or gather: the most nodes a walk along the order's index may visit before gathering is the better way;
 * undefined where gathering is better from the start. A walk meets a member every `steps` nodes.
 */
export function walkLimit({ source, candidates, steps }: Plan, wanted: number): number | undefined {
  // A set that is a whole kind has no other way than its order's index.
  if (source.from === 'all') return Infinity;
  return wanted * steps < candidates ? Math.ceil(candidates) : undefined;
}
