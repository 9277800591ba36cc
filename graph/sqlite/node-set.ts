/** NodeSet → FROM and WHERE: `t` is the node, `e` the edge walked to it or, two hops away, its number of paths. */
import { conjuncts, type NodeSet, type Path, type Predicate } from '../algebra.ts';
import { mayReturn } from '../path.ts';
import { type Plan, type Sizes, type Source } from '../plan.ts';
import { join, raw, type Statement, statement as sql } from '../statement.ts';
import { edgeTables, identifier, nodeTables } from './identifier.ts';
import {
  compileAll,
  compilePredicate,
  follow,
  matchPhrases,
  producedPks,
  ticking,
} from './predicate.ts';

/** Where a set starts, found in the file. degree: the stored count of its first hop, where the model keeps one. */
export interface Start {
  readonly pk: number;
  readonly degree?: number;
  readonly path: Path;
}

export interface Clauses {
  readonly tables: readonly Statement[];
  readonly where: readonly Statement[];
}
export const fromWhere = ({ tables, where }: Clauses): Statement =>
  sql`FROM ${join(tables, ' CROSS JOIN ')} WHERE ${where.length === 0 ? raw('TRUE') : join(where, ' AND ')}`;

/** Joins are CROSS JOIN, which SQLite never reorders: the planner has decided where to begin. */
export function gather(sizes: Sizes, set: NodeSet, plan: Plan, start: Start | undefined): Clauses {
  const node = sql`${nodeTables(set.kind).rows} t`;
  const edge = start && walked(sizes, start);
  const rest = conditions(sizes, set, plan.rest, plan.candidates);
  const { source } = plan;
  switch (source.from) {
    case 'all':
      return { tables: [node], where: [ticking(raw('t.pk')), ...rest] };
    case 'start':
      return {
        tables: [edge?.table ?? raw(''), node],
        where: [...(edge?.where ?? []), sql`t.pk = ${edge?.end}`, ticking(raw('t.pk')), ...rest],
      };
    case 'produced':
      return {
        tables: [produced(sizes, set, source), node, ...(edge ? [edge.table] : [])],
        where: [
          sql`t.pk = d.pk`,
          ticking(raw('t.pk')),
          ...(edge ? [...edge.where, sql`${edge.end} = t.pk`] : []),
          ...rest,
        ],
      };
  }
}

/** The members met when following an index of the kind, at most `limit` nodes of it, past and until a segment's ends. */
export function walk(
  sizes: Sizes,
  set: NodeSet,
  start: Start | undefined,
  steps: Statement,
  candidates: number,
): Clauses {
  const edge = start && walked(sizes, start);
  return {
    tables: [sql`(${steps}) w`, ...(edge ? [edge.table] : []), sql`${nodeTables(set.kind).rows} t`],
    where: [
      ...(edge ? [...edge.where, sql`${edge.end} = w.pk`] : []),
      sql`t.pk = w.pk`,
      ticking(raw('t.pk')),
      ...conditions(sizes, set, conjuncts(set.where), candidates),
    ],
  };
}

/** Candidates from full text, ranked: the alias `d` is then the text table itself, which ranking needs. */
export function ranked(
  sizes: Sizes,
  set: NodeSet,
  text: Extract<Predicate, { op: 'text' }>,
  start: Start | undefined,
): Clauses {
  const tables = nodeTables(set.kind);
  const edge = start && walked(sizes, start);
  const rest = conjuncts(set.where).filter((conjunct) => conjunct !== text);
  return {
    tables: [sql`${tables.text} d`, sql`${tables.rows} t`, ...(edge ? [edge.table] : [])],
    where: [
      sql`${tables.text} MATCH ${matchPhrases(text.phrases)}`,
      sql`t.pk = d.rowid`,
      ticking(raw('t.pk')),
      ...(edge ? [...edge.where, sql`${edge.end} = t.pk`] : []),
      ...conditions(sizes, set, rest, sizes.text(set.kind, text.phrases)),
    ],
  };
}

const conditions = (
  sizes: Sizes,
  { kind }: NodeSet,
  predicates: readonly Predicate[],
  candidates: number,
) => compileAll(predicates, { sizes, alias: 't', of: { node: kind }, candidates });

const produced = (sizes: Sizes, { kind }: NodeSet, source: Extract<Source, { from: 'produced' }>) =>
  sql`(${producedPks(sizes, kind, source.conjunct)}) d`;

/** One hop: the edge itself. Two: the nodes at the end, each with the number of paths that lead there. */
function walked(sizes: Sizes, { pk, path }: Start) {
  const [hop, second] = path;
  if (second !== undefined) {
    const { tables, where, end } = follow(sizes, path, sql`${pk}`, 'h');
    if (mayReturn(path)) where.push(sql`${end} <> ${pk}`);
    const ends = sql`FROM ${join(tables, ' CROSS JOIN ')} WHERE ${join(where, ' AND ')}`;
    return {
      table: sql`(SELECT ${end} pk, count(*) paths ${ends} GROUP BY 1) e`,
      where: [],
      end: raw('e.pk'),
    };
  }
  const [near, far] = hop.direction === 'out' ? ['src', 'dst'] : ['dst', 'src'];
  const onEdge =
    hop.where === undefined
      ? []
      : [
          compilePredicate(hop.where, {
            sizes,
            alias: 'e',
            of: { edge: hop.edge },
            candidates: Infinity,
          }),
        ];
  return {
    table: sql`${edgeTables(hop.edge).rows} e`,
    where: [sql`${identifier('e', near)} = ${pk}`, ...onEdge],
    end: identifier('e', far),
  };
}
