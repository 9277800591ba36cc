/** Predicate → Cypher: a table of one small rule for each kind. */
import {
  type Comparison,
  endRange,
  type Linked,
  type Path,
  type Predicate,
  type Range,
} from '../algebra.ts';
import { invariant } from '../errors.ts';
import { edgeFields, nodeFields } from '../field.ts';
import type { EdgeKind, NodeKind } from '../model.ts';
import { degreeField, endKind, mayReturn } from '../path.ts';
import { join, raw, type Statement, statement as cypher } from '../statement.ts';
import { edgeAliases, name, pattern, WORDS } from './name.ts';

/** What a predicate is about: a variable of the query. */
export interface Place {
  readonly alias: string;
  readonly of: { readonly node: NodeKind } | { readonly edge: EdgeKind };
}
type Rules = {
  [Op in Predicate['op']]: (predicate: Predicate & { op: Op }, place: Place) => Statement;
};

const SIGNS = {
  eq: '=',
  lt: '<',
  lte: '<=',
  gt: '>',
  gte: '>=',
} satisfies Record<Comparison, string>;

const compare = (
  { op, field, value }: Extract<Predicate, { op: Comparison }>,
  place: Place,
): Statement => cypher`${property(place, field)} ${raw(SIGNS[op])} ${value}`;

/** One rule for each kind of predicate: a kind that lacks its rule does not compile. */
const rules: Rules = {
  and: ({ of }, place) =>
    of.length === 0 ? raw('true') : cypher`(${join(compileAll(of, place), ' AND ')})`,
  or: ({ of }, place) =>
    of.length === 0 ? raw('false') : cypher`(${join(compileAll(of, place), ' OR ')})`,
  // An unknown value makes a comparison null, and NOT null is null: plain NOT would lose the node.
  not: ({ of }, place) => cypher`NOT coalesce(${compilePredicate(of, place)}, false)`,
  eq: compare,
  lt: compare,
  lte: compare,
  gt: compare,
  gte: compare,
  in: ({ field, values }, place) => cypher`${property(place, field)} IN ${values}`,
  has: ({ field, values }, place) =>
    cypher`any(value IN ${property(place, field)} WHERE value IN ${values})`,
  // Names are keys by now, see resolve-names.ts.
  named: ({ names }, { alias }) => cypher`${name(alias, 'key')} IN ${names}`,
  // Words stand between single spaces, so a phrase is found where it begins and ends at one.
  text: ({ phrases }, { alias }) =>
    cypher`all(phrase IN ${phrases.map((phrase) => ` ${phrase} `)} WHERE ${name(alias, WORDS)} CONTAINS phrase)`,
  linked: (predicate, place) => linked(predicate, place),
};

export function compilePredicate(predicate: Predicate, place: Place): Statement {
  const rule = rules[predicate.op] as (predicate: Predicate, place: Place) => Statement;
  return cypher`(${rule(predicate, place)})`;
}
export const compileAll = (of: readonly Predicate[], place: Place): readonly Statement[] =>
  of.map((predicate) => compilePredicate(predicate, place));

/** A property by the model's name for it: nothing else gets into a text. */
function property({ alias, of }: Place, field: string): Statement {
  const fields = 'node' in of ? nodeFields(of.node) : edgeFields(of.edge);
  invariant(fields.has(field), `the model has a field ${field} here`);
  return name(alias, field);
}

const within = (count: Statement, { min = 0, max }: Range) =>
  max === undefined ? cypher`${count} >= ${min}` : cypher`${min} <= ${count} <= ${max}`;

/** The conditions on the edges of a path. */
export const onEdges = (path: Path, prefix: string): readonly Statement[] =>
  edgeAliases(path, prefix).flatMap((alias, index) => {
    const hop = path[index];
    return hop?.where === undefined
      ? []
      : [compilePredicate(hop.where, { alias, of: { edge: hop.edge } })];
  });

function linked(predicate: Linked, { alias }: Place): Statement {
  const { path, to, count } = predicate;
  const [hop] = path;
  const degree = degreeField(hop);
  if (path.length === 1 && to === undefined && hop.where === undefined && degree !== undefined) {
    return within(name(alias, degree), endRange(predicate));
  }
  const [end, prefix] = [`${alias}_n`, `${alias}_`];
  const where = [
    ...onEdges(path, prefix),
    ...(mayReturn(path) ? [raw(`${end} <> ${alias}`)] : []),
    ...(to === undefined
      ? []
      : [compilePredicate(to, { alias: end, of: { node: endKind(path) } })]),
  ];
  const match = cypher`MATCH ${pattern(alias, path, prefix, end)}${whereAll(where)}`;
  return count === undefined
    ? cypher`EXISTS { ${match} }`
    : within(cypher`COUNT { ${match} RETURN DISTINCT ${raw(end)} }`, endRange(predicate));
}

export const whereAll = (conditions: readonly Statement[]): Statement =>
  conditions.length === 0 ? raw('') : cypher` WHERE ${join(conditions, ' AND ')}`;
