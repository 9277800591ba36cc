/** Answers questions: each by itself, while what they raise at one time is sent together. */
import type { NodeSet } from '../algebra.ts';
import { type Claim, provenanceOf, settleNode } from '../claims.ts';
import { type Answer, MAX_NAMED, type Named, type Question } from '../engine.ts';
import { nodeFields } from '../field.ts';
import { type NodeKind, nodeEntry } from '../model.ts';
import { degreeField, nearKind } from '../path.ts';
import { planSet } from '../plan.ts';
import type { Details, NodeKey, Row } from '../row.ts';
import { join, raw, statement as cypher } from '../statement.ts';
import { CLAIMS, idLabel, IDS, name } from './name.ts';
import { nearestNames } from './nearest.ts';
import { bindStart, gather } from './node-set.ts';
import { readNode, readPage } from './page.ts';
import { resolveNames } from './resolve-names.ts';
import type { SizeBook } from './sizes.ts';
import type { Run } from './statements.ts';

export type Runner = (run: Run) => Promise<readonly Readonly<Record<string, unknown>>[]>;

export async function answer(
  run: Runner,
  sizes: SizeBook,
  question: Question,
): Promise<Answer<Question>> {
  switch (question.ask) {
    case 'page': {
      const { order, window } = question;
      const [set, degree] = await begin(run, sizes, question.set);
      return degree === null
        ? { items: [], hasMore: false }
        : await readPage(run, sizes, set, degree, order, window);
    }
    case 'count': {
      const [set, degree] = await begin(run, sizes, question.set);
      return degree === null ? 0 : await count(run, sizes, set, degree);
    }
    case 'node':
      return await node(run, sizes, question.kind, question.key);
    case 'named':
      return await named(run, question.kind, question.name);
  }
}

/** The stored degree of the node a set starts from; undefined where none is kept, null where there is no such node. */
async function startDegree(
  run: Runner,
  sizes: SizeBook,
  { from }: NodeSet,
): Promise<number | undefined | null> {
  const field = from && degreeField(from.path[0]);
  if (from === undefined || field === undefined) return undefined;
  const kind = nearKind(from.path[0]);
  const met = sizes.countOf(kind, from.key, field);
  if (met !== undefined) return met;
  // All counts of the kind, so that the degrees of different lists are one statement.
  const counts = Object.keys(nodeEntry(kind).counts).map((count) => cypher`.${name(count)}`);
  const [found] = await run({
    statement: cypher`${bindStart({ kind, from })}RETURN p{${join(counts, ', ')}} AS answer`,
  });
  return found === undefined ? null : Number(found[field]);
}

/** What has to be known of a set before it is planned, found at one time. */
const begin = <K extends NodeKind>(run: Runner, sizes: SizeBook, set: NodeSet<K>) =>
  Promise.all([resolveNames(run, sizes.keysOfName, set), startDegree(run, sizes, set)]);

async function count(
  run: Runner,
  sizes: SizeBook,
  set: NodeSet,
  degree: number | undefined,
): Promise<number> {
  if (set.where === undefined) {
    if (set.from === undefined) return await sizes.plan(run, ({ total }) => total(set.kind));
    const [hop, second] = set.from.path;
    if (second === undefined && hop.where === undefined && degree !== undefined) return degree;
  }
  const plan = await sizes.plan(run, (known) => planSet(known, set, degree));
  const [found] = await run({
    statement: cypher`${gather(set, plan)}RETURN {count: count(*)} AS answer`,
  });
  return Number(found?.['count'] ?? 0);
}

async function node<K extends NodeKind>(
  run: Runner,
  sizes: SizeBook,
  kind: K,
  key: NodeKey<K>,
): Promise<(Row<K> & Details<K>) | null> {
  const properties = ['key', ...nodeFields(kind).keys(), IDS, CLAIMS].map(
    (field) => cypher`.${name(field)}`,
  );
  const [found] = await run({
    statement: cypher`MATCH (${raw(`:${idLabel(kind)}`)} {id: ${key}})-[:IDENTIFIES]->(t${raw(`:${kind}`)}) RETURN t{${join(properties, ', ')}} AS answer`,
  });
  if (found === undefined) return null;
  sizes.meet(kind, found);
  const ids = found[IDS] as readonly string[];
  const claims = JSON.parse(String(found[CLAIMS])) as readonly Claim[];
  const details = { ...settleNode(kind, ids, claims), ids, provenance: provenanceOf(claims) };
  return { ...(details as Details<K>), ...readNode(kind, found) };
}

async function named<K extends NodeKind>(run: Runner, kind: K, of: string): Promise<Named<K>> {
  const { where } = await resolveNames(run, new Map(), {
    kind,
    where: { op: 'named', names: [of] },
  });
  const keys = where?.op === 'named' ? where.names.toSorted().slice(0, MAX_NAMED) : [];
  return { keys, nearest: keys.length > 0 ? [] : await nearestNames(run, kind, of) };
}
