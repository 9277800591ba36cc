/** NodeSet → MATCH and WHERE: `p` is where the set starts, `t` the node, `e0` the edge walked to it. */
import {
  conjuncts,
  endRange,
  type Linked,
  type NodeSet,
  type Path,
  type Predicate,
} from '../algebra.ts';
import { invariant } from '../errors.ts';
import type { NodeKind } from '../model.ts';
import { endKind, mayReturn, nearKind, reversed } from '../path.ts';
import { isProducible, type Plan, type Producible } from '../plan.ts';
import { raw, type Statement, statement as cypher } from '../statement.ts';
import { idLabel, pattern, textIndex } from './name.ts';
import { compileAll, compilePredicate, onEdges, whereAll } from './predicate.ts';

/** What the alias of a set's one edge begins with: it is `e0`. */
export const EDGE = 'e';

/** Binds `p`, the node a set starts from: one row, or none where there is no such node. */
export const bindStart = ({ from }: NodeSet): Statement => {
  if (from === undefined) return raw('');
  const kind = nearKind(from.path[0]);
  return cypher`MATCH (${raw(`:${idLabel(kind)}`)} {id: ${from.key}})-[:IDENTIFIES]->(p${raw(`:${kind}`)}) `;
};

/** Binds `t` to each member, and `e0` or `paths` where the set starts from a node. */
export function gather(set: NodeSet, { source, rest }: Plan): Statement {
  const conditions = compileAll(rest, { alias: 't', of: { node: set.kind } });
  const start = bindStart(set);
  switch (source.from) {
    case 'all':
      return cypher`MATCH (t${raw(`:${set.kind}`)})${whereAll(conditions)} `;
    case 'start':
      return cypher`${start}${walked(set, conditions)}`;
    case 'produced': {
      const produced = cypher`CALL (row) { ${produce('t', set.kind, source.conjunct)} RETURN DISTINCT t } `;
      return set.from === undefined
        ? cypher`${produced}WITH row, t${whereAll(conditions)} `
        : cypher`${start}${produced}${walked(set, conditions)}`;
    }
  }
}

/** Candidates from full text, with their score. */
export function ranked(set: NodeSet, text: Extract<Predicate, { op: 'text' }>): Statement {
  const rest = conjuncts(set.where).filter((conjunct) => conjunct !== text);
  const conditions = compileAll(rest, { alias: 't', of: { node: set.kind } });
  const found = fullText('t', set.kind, text.phrases);
  return set.from === undefined
    ? cypher`${found}WITH row, t, score${whereAll(conditions)} `
    : cypher`${bindStart(set)}${found}${walked(set, conditions, 'score')}`;
}

/** Follows the path from `p` to `t`; two hops away each node once, with how many paths lead there. */
export function walked(
  { from }: NodeSet,
  conditions: readonly Statement[],
  carried?: string,
): Statement {
  invariant(from !== undefined, 'the set starts from a node');
  const { path } = from;
  if (path.length === 1) {
    return cypher`MATCH ${pattern('p', path, EDGE, 't')}${whereAll([...onEdges(path, EDGE), ...conditions])} `;
  }
  const onPath = [...onEdges(path, 'h'), ...(mayReturn(path) ? [raw('t <> p')] : [])];
  const kept = carried === undefined ? raw('t') : raw(`t, ${carried}`);
  return cypher`MATCH ${pattern('p', path, 'h', 't')}${whereAll(onPath)} WITH row, ${kept}, count(*) AS paths${whereAll(conditions)} `;
}

/** Words hold letters and digits only, so nothing in them is an operator of Lucene's query language. */
export const fullText = (alias: string, kind: NodeKind, phrases: readonly string[]): Statement =>
  cypher`CALL db.index.fulltext.queryNodes(${raw(`'${textIndex(kind)}'`)}, ${phrases.map((phrase) => `"${phrase}"`).join(' AND ')}) YIELD node AS ${raw(alias)}, score `;

/** Binds an alias to the nodes that a condition holds for, found from its far end. Some more than once. */
function produce(alias: string, kind: NodeKind, predicate: Producible): Statement {
  switch (predicate.op) {
    case 'text':
      return fullText(alias, kind, predicate.phrases);
    case 'named':
      return cypher`MATCH (${raw(`${alias}:${kind}`)})${whereAll([compilePredicate(predicate, { alias, of: { node: kind } })])} `;
    case 'linked':
      return produceLinked(alias, predicate);
  }
}

function produceLinked(alias: string, predicate: Linked): Statement {
  const { path, to, count } = predicate;
  invariant(to !== undefined, 'only a condition on the far end can be followed back');
  const [end, prefix] = [`${alias}_n`, `${alias}_`];
  const [first, second] = path;
  const back: Path = second === undefined ? [reversed(first)] : [reversed(second), reversed(first)];
  const conditions = [
    ...onEdges(back, prefix),
    ...(mayReturn(path) ? [raw(`${alias} <> ${end}`)] : []),
  ];
  const matched = cypher`CALL (row) { ${members(end, endKind(path), to)} RETURN DISTINCT ${raw(end)} } MATCH ${pattern(end, back, prefix, alias)}${whereAll(conditions)} `;
  if (count === undefined) return matched;
  const { min, max } = endRange(predicate);
  const many = cypher`${matched}WITH row, ${raw(alias)}, count(DISTINCT ${raw(end)}) AS ends`;
  return max === undefined
    ? cypher`${many} WHERE ends >= ${min} `
    : cypher`${many} WHERE ${min} <= ends <= ${max} `;
}

/** Binds an alias to all nodes of a kind that satisfy a predicate, from a condition that can be followed back if any. */
function members(alias: string, kind: NodeKind, where: Predicate): Statement {
  const conditions = conjuncts(where);
  const source = conditions.find(isProducible);
  const rest = compileAll(
    conditions.filter((condition) => condition !== source),
    { alias, of: { node: kind } },
  );
  return source === undefined
    ? cypher`MATCH (${raw(`${alias}:${kind}`)})${whereAll(rest)} `
    : cypher`${produce(alias, kind, source)}WITH row, ${raw(alias)}${whereAll(rest)} `;
}
