/** One page of a set: walked along the order's index, or gathered and sorted. */
import type { NodeSet, Order, Position, Window } from '../algebra.ts';
import type { Item, Page } from '../engine.ts';
import type { NodeKind } from '../model.ts';
import { indexedField, isNullable, positionOf, relevantText } from '../order.ts';
import { type Plan, planSet, type Sizes, walkLimit } from '../plan.ts';
import { type Segment, segments } from '../segments.ts';
import { join, raw, type Statement, statement as sql } from '../statement.ts';
import { type Connection, type SqlRow, toSqlValue } from './connection.ts';
import { edgeTables, identifier, nodeTables } from './identifier.ts';
import { type Clauses, fromWhere, gather, ranked, type Start, walk } from './node-set.ts';
import { edgeColumns, nodeColumns, readEdge, readNode } from './rows.ts';

export function readPage<K extends NodeKind>(
  connection: Connection,
  sizes: Sizes,
  set: NodeSet<K>,
  start: Start | undefined,
  order: Order,
  window: Window,
): Page<K> {
  const plan = planSet(sizes, set, start?.degree);
  const wanted = window.size + 1;
  const rows: SqlRow[] = [];
  for (const segment of segments(order, window, isNullable(set, order))) {
    const size = wanted - rows.length;
    const page: PageQuery = { sizes, set, start, order, plan, segment, size };
    rows.push(...(walkPage(connection, page) ?? connection.all(gatherPage(page))));
    if (rows.length >= wanted) break;
  }
  const hasMore = rows.length > window.size;
  if (hasMore) rows.pop();
  if (window.backward === true) rows.reverse();
  return { items: rows.map((row) => readItem(set, order, row)), hasMore };
}

interface PageQuery {
  readonly sizes: Sizes;
  readonly set: NodeSet;
  readonly start: Start | undefined;
  readonly order: Order;
  readonly plan: Plan;
  readonly segment: Segment;
  readonly size: number;
}

/** Undefined where gathering is the better way, or turned out to be after too many steps. */
function walkPage(connection: Connection, page: PageQuery): readonly SqlRow[] | undefined {
  const { sizes, set, start, order, plan, segment, size } = page;
  const field = indexedField(set.kind, order);
  const limit = walkLimit(plan, size);
  if (limit === undefined || field === undefined) return undefined;
  if (start?.path.length === 2) return undefined;
  const value = identifier('t', field);
  const steps = sql`SELECT t.pk, ${value} AS value, t.key FROM ${nodeTables(set.kind).rows} t WHERE ${join(inSegment(segment, value, raw('t.key'), isNullable(set, order)), ' AND ')} ORDER BY ${ordered(segment, value, raw('t.key'))} LIMIT ${Number.isFinite(limit) ? limit : -1}`;
  const asked = Math.min(limit, size * plan.steps) * plan.startShare;
  const found = connection.all(
    sql`SELECT ${selected(set, raw('w.value'))} ${fromWhere(withDetails(walk(sizes, set, start, steps, asked), start))} ORDER BY ${ordered(segment, raw('w.value'), raw('w.key'))} LIMIT ${size}`,
  );
  const isWhole = found.length >= size || limit >= sizes.total(set.kind);
  return isWhole ? found : undefined;
}

function gatherPage({ sizes, set, start, order, plan, segment, size }: PageQuery): Statement {
  const value = orderValue(set, order);
  const clauses = withDetails(
    order.by === 'relevance'
      ? ranked(sizes, set, relevantText(set), start)
      : gather(sizes, set, plan, start),
    start,
  );
  const where = [
    ...clauses.where,
    ...inSegment(segment, value, raw('t.key'), isNullable(set, order)),
  ];
  return sql`SELECT ${selected(set, value)} ${fromWhere({ ...clauses, where })} ORDER BY ${ordered(segment, value, raw('t.key'))} LIMIT ${size}`;
}

const selected = ({ kind, from }: NodeSet, value: Statement) => {
  const columns = [nodeColumns(kind, 't'), sql`${value} AS position`];
  if (from?.path.length === 1) columns.push(edgeColumns(from.path[0].edge, 'e'), raw('c.claims'));
  if (from?.path.length === 2) columns.push(raw('e.paths AS paths'));
  return join(columns, ', ');
};

/** What an edge carries beside its fields stands in a table of its own, `c`. */
function withDetails({ tables, where }: Clauses, start: Start | undefined): Clauses {
  if (start?.path.length !== 1) return { tables, where };
  return {
    tables: [...tables, sql`${edgeTables(start.path[0].edge).details} c`],
    where: [...where, raw('c.src = e.src'), raw('c.dst = e.dst')],
  };
}

function readItem<K extends NodeKind>(
  { kind, from }: NodeSet<K>,
  order: Order,
  row: SqlRow,
): Item<K> {
  const node = readNode(kind, row);
  const edge = from?.path.length === 1 ? readEdge(from.path[0].edge, row) : undefined;
  return {
    node,
    position: positionOf(order, node, edge, row['position']),
    ...(edge !== undefined && { edge }),
    ...(from?.path.length === 2 && { paths: Number(row['paths']) }),
  };
}

function orderValue({ kind }: NodeSet, { by }: Order): Statement {
  if (by === 'relevance') return sql`-bm25(${nodeTables(kind).text})`;
  if (by === 'paths') return raw('e.paths');
  return 'field' in by ? identifier('t', by.field) : identifier('e', by.edge);
}

/** Ties go by key in the order's own direction, so one index on (value, key) serves both directions. */
const ordered = ({ isKnown, descending }: Segment, value: Statement, key: Statement) => {
  const way = raw(descending ? 'DESC' : 'ASC');
  return isKnown ? sql`${value} ${way}, ${key} ${way}` : sql`${key} ${way}`;
};

function inSegment(
  { isKnown, descending, past, until }: Segment,
  value: Statement,
  key: Statement,
  nullable: boolean,
): readonly Statement[] {
  const beyond = (position: Position, isLess: boolean) => {
    const sign = raw(isLess ? '<' : '>');
    return isKnown
      ? sql`(${value}, ${key}) ${sign} (${toSqlValue(position.value)}, ${position.key})`
      : sql`${key} ${sign} ${position.key}`;
  };
  return [
    nullable ? sql`${value} IS ${raw(isKnown ? 'NOT NULL' : 'NULL')}` : raw('TRUE'),
    ...(past === undefined ? [] : [beyond(past, descending)]),
    ...(until === undefined ? [] : [beyond(until, !descending)]),
  ];
}
