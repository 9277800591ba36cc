/** One page of a set: walked along the order's index, or gathered and sorted. */
import {
  conjuncts,
  type NodeSet,
  type Order,
  type Position,
  type Predicate,
  type Window,
} from '../algebra.ts';
import { type Claim, provenanceOf, settleEdge } from '../claims.ts';
import type { Item, Page } from '../engine.ts';
import { edgeFields, nodeFields } from '../field.ts';
import type { EdgeKind, NodeKind } from '../model.ts';
import { indexedField, isNullable, positionOf, relevantText } from '../order.ts';
import { type Plan, planSet, walkLimit } from '../plan.ts';
import type { EdgeRow, Row } from '../row.ts';
import { type Segment, segments } from '../segments.ts';
import { join, raw, type Statement, statement as cypher } from '../statement.ts';
import { CLAIMS, name } from './name.ts';
import { bindStart, EDGE, gather, ranked, walked } from './node-set.ts';
import { compileAll, whereAll } from './predicate.ts';
import type { Runner } from './reader.ts';
import type { SizeBook } from './sizes.ts';
import type { Run } from './statements.ts';

type Answer = Readonly<Record<string, unknown>>;

/** degree: of the node the set starts from, where the model keeps it. */
export async function readPage<K extends NodeKind>(
  run: Runner,
  sizes: SizeBook,
  set: NodeSet<K>,
  degree: number | undefined,
  order: Order,
  window: Window,
): Promise<Page<K>> {
  const { plan, total } = await sizes.plan(run, (known) => ({
    plan: planSet(known, set, degree),
    total: known.total(set.kind),
  }));
  const wanted = window.size + 1;
  const remaining = segments(order, window, isNullable(set, order));
  const found: Answer[] = [];
  for (const [index, segment] of remaining.entries()) {
    const page = { set, order, plan, size: wanted - found.length };
    const walked = await walkPage(run, total, page, segment);
    if (walked === undefined) {
      found.push(
        ...(await run(gatherPage(page, remaining.slice(index), window.backward === true))),
      );
      break;
    }
    found.push(...walked);
    if (found.length >= wanted) break;
  }
  const items = found.slice(0, window.size).map((answer) => readItem(set, order, answer));
  for (const { node } of items) sizes.meet(set.kind, node);
  if (window.backward === true) items.reverse();
  return { items, hasMore: found.length > window.size };
}

interface PageQuery {
  readonly set: NodeSet;
  readonly order: Order;
  readonly plan: Plan;
  readonly size: number;
}

/** More than any graph has nodes. */
const NO_LIMIT = 2_147_483_647;

/** Undefined where gathering is the better way, or turned out to be after too many steps. */
async function walkPage(
  run: Runner,
  total: number,
  { set, order, plan, size }: PageQuery,
  segment: Segment,
): Promise<readonly Answer[] | undefined> {
  const { kind, from, where } = set;
  const field = indexedField(kind, order);
  const limit = walkLimit(plan, size);
  if (limit === undefined || field === undefined || from?.path.length === 2) return undefined;
  const value = name('t', field);
  const compiled = (of: readonly Predicate[]) => compileAll(of, { alias: 't', of: { node: kind } });
  // A bound of the order's own value is where the walk begins or ends: what lies beyond it would all be walked by.
  const [bounds, others] = partition(conjuncts(where), (of) => 'value' in of && of.field === field);
  const conditions = compiled(others);
  const within = whereAll([...inSegment(segment, value), ...compiled(bounds)]);
  const steps = cypher`CALL (row) { MATCH (t${raw(`:${kind}`)})${within} RETURN t ORDER BY ${ordered(segment, value)} LIMIT $steps } `;
  // All within a subquery of its own, or the order of the index is not seen to be the order asked for.
  const members =
    from === undefined ? cypher`WITH row, t${whereAll(conditions)} ` : walked(set, conditions);
  const found = await run({
    statement: cypher`${bindStart(set)}${raw(from === undefined ? '' : 'CALL (row, p) { ')}${steps}${members}${answered(set, order, ordered(segment, value))}${raw(from === undefined ? '' : ' } RETURN answer')}`,
    limit: size,
    steps: Number.isFinite(limit) ? limit : NO_LIMIT,
  });
  return found.length >= size || limit >= total ? found : undefined;
}

const partition = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean) =>
  [items.filter(isFirst), items.filter((item) => !isFirst(item))] as const;

/** What remains of both of an order's lists, in one statement: sorting them together costs less than asking twice. */
function gatherPage(
  { set, order, plan, size }: PageQuery,
  remaining: readonly Segment[],
  isBackward: boolean,
): Run {
  const members = order.by === 'relevance' ? ranked(set, relevantText(set)) : gather(set, plan);
  const value = orderValue(order);
  const [segment] = remaining;
  if (segment === undefined) return { statement: cypher`WITH row WHERE false RETURN {} AS answer` };
  const either = remaining.map((of) => cypher`(${join(inSegment(of, value), ' AND ')})`);
  const knownFirst = cypher`${value} IS NULL ${raw(isBackward ? 'DESC' : 'ASC')}, `;
  const by = cypher`${remaining.length === 1 ? raw('') : knownFirst}${ordered({ ...segment, isKnown: true }, value)}`;
  return {
    statement: cypher`${members}WITH * WHERE ${join(either, ' OR ')} ${answered(set, order, by)}`,
    limit: size,
  };
}

/** WITH … ORDER BY … LIMIT … RETURN …: only what is on the page is read. */
function answered({ kind, from }: NodeSet, order: Order, by: Statement): Statement {
  const properties = ['key', ...nodeFields(kind).keys()].map((field) => cypher`.${name(field)}`);
  const parts = [cypher`node: t{${join(properties, ', ')}}`];
  if (from?.path.length === 1) parts.push(raw(`edge: properties(${EDGE}0)`));
  if (from?.path.length === 2) parts.push(raw('paths: paths'));
  if (order.by === 'relevance') parts.push(raw('score: score'));
  return cypher`WITH * ORDER BY ${by} LIMIT $limit RETURN {${join(parts, ', ')}} AS answer`;
}

/** A property that is null is not there: every field of the model is, in its place. */
export const readNode = <K extends NodeKind>(kind: K, stored: unknown): Row<K> => {
  const values = stored as Answer;
  const row: Record<string, unknown> = { kind, key: values['key'] };
  for (const field of nodeFields(kind).keys()) row[field] = values[field] ?? null;
  return row as unknown as Row<K>;
};

function readEdge(kind: EdgeKind, stored: unknown): EdgeRow {
  const values = stored as Answer;
  const claims = JSON.parse(String(values[CLAIMS])) as readonly Claim[];
  const row: Record<string, unknown> = settleEdge(kind, claims);
  for (const field of edgeFields(kind).keys()) row[field] = values[field] ?? null;
  return { ...row, provenance: provenanceOf(claims) } as unknown as EdgeRow;
}

function readItem<K extends NodeKind>(
  { kind, from }: NodeSet<K>,
  order: Order,
  answer: Answer,
): Item<K> {
  const node = readNode(kind, answer['node']);
  const edge = from?.path.length === 1 ? readEdge(from.path[0].edge, answer['edge']) : undefined;
  return {
    node,
    position: positionOf(order, node, edge, answer['score'] ?? answer['paths']),
    ...(edge !== undefined && { edge }),
    ...(from?.path.length === 2 && { paths: Number(answer['paths']) }),
  };
}

function orderValue({ by }: Order): Statement {
  if (by === 'relevance') return raw('score');
  if (by === 'paths') return raw('paths');
  return 'field' in by ? name('t', by.field) : name(`${EDGE}0`, by.edge);
}

/** Ties go by key in the order's own direction, so one index on (value, key) serves both directions. */
const ordered = ({ isKnown, descending }: Segment, value: Statement) => {
  const way = raw(descending ? 'DESC' : 'ASC');
  return isKnown ? cypher`${value} ${way}, t.key ${way}` : cypher`t.key ${way}`;
};

/**
 * Both properties of the index have to be named for it to give the order, and a bound be written as a range and an
 * exception: the plain OR of two cases is not seen to be a range.
 */
function inSegment(
  { isKnown, descending, past, until }: Segment,
  value: Statement,
): readonly Statement[] {
  const beyond = (position: Position, isLess: boolean) => {
    const [sign, opposite] = isLess ? [raw('<'), raw('>')] : [raw('>'), raw('<')];
    return isKnown
      ? cypher`${value} ${sign}= ${position.value} AND NOT (${value} = ${position.value} AND t.key ${opposite}= ${position.key})`
      : cypher`t.key ${sign} ${position.key}`;
  };
  return [
    cypher`${value} IS ${raw(isKnown ? 'NOT NULL' : 'NULL')}`,
    raw('t.key IS NOT NULL'),
    ...(past === undefined ? [] : [beyond(past, descending)]),
    ...(until === undefined ? [] : [beyond(until, !descending)]),
  ];
}
