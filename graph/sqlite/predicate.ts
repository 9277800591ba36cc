/** Predicate → SQL: a table of one small rule for each kind. */
import {
  type Comparison,
  endRange,
  type Hop,
  type Linked,
  type Path,
  type Predicate,
  type Range,
} from '../algebra.ts';
import { invariant } from '../errors.ts';
import { edgeFields, nodeFields } from '../field.ts';
import type { EdgeKind, NodeKind } from '../model.ts';
import { degreeField, endKind, mayReturn, reversed } from '../path.ts';
import { isProduced, planSet, type Producible, type Sizes } from '../plan.ts';
import { join, raw, type Statement, statement as sql } from '../statement.ts';
import { toSqlValue } from './connection.ts';
import { edgeTables, identifier, nodeTables } from './identifier.ts';

/** What a predicate is about: a table's alias, and how many of its rows will be asked. */
export interface Place {
  readonly sizes: Sizes;
  readonly alias: string;
  readonly of: { readonly node: NodeKind } | { readonly edge: EdgeKind };
  readonly candidates: number;
}
type Rules = {
  [Op in Predicate['op']]: (predicate: Predicate & { op: Op }, place: Place) => Statement;
};

const SIGNS = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } satisfies Record<
  Comparison,
  string
>;

const compare = (
  { op, field, value }: Extract<Predicate, { op: Comparison }>,
  place: Place,
): Statement => sql`${column(place, field)} ${raw(SIGNS[op])} ${toSqlValue(value)}`;

/** One rule for each kind of predicate: a kind that lacks its rule does not compile. */
const rules: Rules = {
  and: ({ of }, place) =>
    of.length === 0 ? raw('TRUE') : sql`(${join(compileAll(of, place), ' AND ')})`,
  or: ({ of }, place) =>
    of.length === 0 ? raw('FALSE') : sql`(${join(compileAll(of, place), ' OR ')})`,
  // An unknown value makes a comparison NULL, and NOT NULL is NULL: plain NOT would lose the row.
  not: ({ of }, place) => sql`(${compilePredicate(of, place)}) IS NOT TRUE`,
  eq: compare,
  lt: compare,
  lte: compare,
  gt: compare,
  gte: compare,
  in: ({ field, values }, place) =>
    sql`${column(place, field)} IN ${listed(values.map(toSqlValue))}`,
  has: ({ field, values }, place) =>
    sql`EXISTS (SELECT 1 FROM json_each(${column(place, field)}) WHERE value IN ${listed(values)})`,
  named: (predicate, place) => sql`${pk(place)} IN (${produced(predicate, place)})`,
  text: (predicate, place) => {
    if (isProduced(place.sizes, nodeKind(place), predicate, place.candidates)) {
      return sql`${pk(place)} IN (${produced(predicate, place)})`;
    }
    const { text } = nodeTables(nodeKind(place));
    const match = matchPhrases(predicate.phrases);
    return sql`EXISTS (SELECT 1 FROM ${text} WHERE ${text} MATCH ${match} AND rowid = ${pk(place)})`;
  },
  linked: (predicate, place) =>
    isProduced(place.sizes, nodeKind(place), predicate, place.candidates)
      ? sql`${pk(place)} IN (${produced(predicate, place)})`
      : probed(predicate, place),
};
const produced = (predicate: Producible, { sizes, of }: Place) => {
  invariant('node' in of, 'only nodes have names, text and links');
  return producedPks(sizes, of.node, predicate);
};

export function compilePredicate(predicate: Predicate, place: Place): Statement {
  const rule = rules[predicate.op] as (predicate: Predicate, place: Place) => Statement;
  return rule(predicate, place);
}
export const compileAll = (of: readonly Predicate[], place: Place): readonly Statement[] =>
  of.map((predicate) => compilePredicate(predicate, place));

const nodeKind = ({ of }: Place): NodeKind => {
  invariant('node' in of, 'only nodes have names, text and links');
  return of.node;
};
const pk = ({ alias }: Place) => identifier(alias, 'pk');

/** A column by the model's name for it: nothing else gets into a text. */
function column({ alias, of }: Place, field: string): Statement {
  const fields = 'node' in of ? nodeFields(of.node) : edgeFields(of.edge);
  invariant(fields.has(field), `the model has a field ${field} here`);
  return identifier(alias, field);
}

/** Values are one JSON parameter, so the text is the same, and prepared once, for any number. */
const listed = (values: readonly unknown[]) =>
  sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;

/** Looks at the clock now and then: a statement that runs cannot be stopped from outside. See worker.ts. */
export const ticking = (number: Statement) => sql`(${number} & 255 OR tick())`;

/** SELECT pk: the nodes that a condition holds for, each once. */
export function producedPks(sizes: Sizes, kind: NodeKind, predicate: Producible): Statement {
  const { ids, names, text } = nodeTables(kind);
  switch (predicate.op) {
    case 'named':
      return sql`SELECT pk FROM ${ids} WHERE id IN ${listed(predicate.names)} UNION SELECT pk FROM ${names} WHERE name IN ${listed(predicate.names)}`;
    case 'text':
      return sql`SELECT rowid pk FROM ${text} WHERE ${text} MATCH ${matchPhrases(predicate.phrases)}`;
    case 'linked':
      return producedLinked(sizes, predicate);
  }
}

/** Words hold letters and digits only, so nothing in them is an operator of FTS5's query language. */
export const matchPhrases = (phrases: readonly string[]): string =>
  phrases.map((phrase) => `"${phrase}"`).join(' AND ');

const near = ({ direction }: Hop) => (direction === 'out' ? 'src' : 'dst');
const far = ({ direction }: Hop) => (direction === 'out' ? 'dst' : 'src');

/** The joins that follow a path from a column, and the column where it ends. Aliases begin with `prefix`. */
export function follow(sizes: Sizes, path: Path, start: Statement, prefix: string) {
  const tables: Statement[] = [];
  const where: Statement[] = [];
  let end = start;
  path.forEach((hop, index) => {
    const alias = `${prefix}${String(index)}`;
    tables.push(sql`${edgeTables(hop.edge).rows} ${identifier(alias)}`);
    where.push(sql`${identifier(alias, near(hop))} = ${end}`);
    where.push(ticking(sql`(${identifier(alias, 'src')} + ${identifier(alias, 'dst')})`));
    if (hop.where !== undefined) {
      where.push(
        compilePredicate(hop.where, { sizes, alias, of: { edge: hop.edge }, candidates: Infinity }),
      );
    }
    end = identifier(alias, far(hop));
  });
  return { tables, where, end };
}

const within = (count: Statement, { min = 0, max }: Range) =>
  max === undefined ? sql`${count} >= ${min}` : sql`${count} BETWEEN ${min} AND ${max}`;

/** Follows the path from each candidate. */
function probed(predicate: Linked, place: Place): Statement {
  const { path, to, count } = predicate;
  const [hop] = path;
  const degree = degreeField(hop);
  if (path.length === 1 && to === undefined && hop.where === undefined && degree !== undefined) {
    return within(identifier(place.alias, degree), endRange(predicate));
  }
  const { tables, where, end } = follow(place.sizes, path, pk(place), `${place.alias}_`);
  if (mayReturn(path)) where.push(sql`${end} <> ${pk(place)}`);
  if (to?.op === 'named') {
    where.push(sql`${end} IN (${producedPks(place.sizes, endKind(path), to)})`);
  } else if (to !== undefined) {
    const alias = `${place.alias}_n`;
    tables.push(sql`${nodeTables(endKind(path)).rows} ${identifier(alias)}`);
    where.push(sql`${identifier(alias, 'pk')} = ${end}`);
    where.push(compilePredicate(to, { ...place, alias, of: { node: endKind(path) } }));
  }
  const body = sql`FROM ${join(tables, ' CROSS JOIN ')} WHERE ${join(where, ' AND ')}`;
  return count === undefined
    ? sql`EXISTS (SELECT 1 ${body})`
    : within(sql`(SELECT count(DISTINCT ${end}) ${body})`, endRange(predicate));
}

/** Follows the path back from its far end. */
function producedLinked(sizes: Sizes, predicate: Linked): Statement {
  const { path, to, count } = predicate;
  invariant(to !== undefined, 'only a condition on the far end can be followed back');
  const [first, second] = path;
  const back: Path = second === undefined ? [reversed(first)] : [reversed(second), reversed(first)];
  const { tables, where, end } = follow(sizes, back, raw('far.pk'), 'm');
  if (mayReturn(path)) where.push(sql`${end} <> far.pk`);
  const body = sql`FROM (${members(sizes, endKind(path), to)}) far CROSS JOIN ${join(tables, ' CROSS JOIN ')} WHERE ${join(where, ' AND ')}`;
  return count === undefined
    ? sql`SELECT DISTINCT ${end} pk ${body}`
    : sql`SELECT ${end} pk ${body} GROUP BY 1 HAVING ${within(raw('count(DISTINCT far.pk)'), endRange(predicate))}`;
}

/** SELECT pk: all nodes of a kind that satisfy a predicate, found from its cheapest part. */
function members(sizes: Sizes, kind: NodeKind, where: Predicate): Statement {
  const { source, rest, candidates } = planSet(sizes, { kind, where });
  if (source.from === 'produced' && rest.length === 0)
    return producedPks(sizes, kind, source.conjunct);
  const { rows } = nodeTables(kind);
  const conditions = [
    ticking(raw('t.pk')),
    ...compileAll(rest, { sizes, alias: 't', of: { node: kind }, candidates }),
  ];
  return source.from === 'produced'
    ? sql`SELECT t.pk FROM (${producedPks(sizes, kind, source.conjunct)}) d CROSS JOIN ${rows} t WHERE t.pk = d.pk AND ${join(conditions, ' AND ')}`
    : sql`SELECT t.pk FROM ${rows} t WHERE ${join(conditions, ' AND ')}`;
}
