/** Engine time of pages, counts and filters: how long the engine is busy with one question, no thread or network between. */
import { into, type NodeSet, out, type Predicate } from '../graph/algebra.ts';
import type { Question } from '../graph/engine.ts';
import { nodeEntry } from '../graph/model.ts';
import { openConnection } from '../graph/sqlite/connection.ts';
import { Reader } from '../graph/sqlite/reader.ts';
import { Stopwatch } from '../graph/sqlite/stopwatch.ts';
import { measure } from './measure.ts';

/** Names of nodes of a graph that questions are about. word: one that many titles hold. */
export interface Hubs {
  readonly concept: string;
  readonly otherConcept: string;
  readonly paper: string;
  readonly organization: string;
  readonly word: string;
}
const ROUNDS = 25;

const on = (edge: 'ABOUT' | 'PRODUCED_BY', name: string): Predicate => ({
  op: 'linked',
  path: [out(edge)],
  to: { op: 'named', names: [name] },
});

/** What is asked of each graph: sets of papers, by what they are. */
function setsOf({ concept, otherConcept, paper, organization, word }: Hubs) {
  const hub: NodeSet<'Paper'> = { kind: 'Paper', from: { key: concept, path: [into('ABOUT')] } };
  const sets: Readonly<Record<string, NodeSet<'Paper'>>> = {
    'all papers': { kind: 'Paper' },
    'a concept': hub,
    'citations of a paper': { kind: 'Paper', from: { key: paper, path: [into('CITES')] } },
    'a concept, 10 upvotes': { ...hub, where: { op: 'gte', field: 'upvotes', value: 10 } },
    'a concept, a word': { ...hub, where: { op: 'text', phrases: [word] } },
    'a concept and another': { ...hub, where: on('ABOUT', otherConcept) },
    'a concept and an organization': { ...hub, where: on('PRODUCED_BY', organization) },
    'a concept and not another': { ...hub, where: { op: 'not', of: on('ABOUT', otherConcept) } },
    'all papers, by a filter on a concept': { kind: 'Paper', where: on('ABOUT', concept) },
  };
  return sets;
}

export interface ReadResult {
  readonly set: string;
  readonly size: number;
  /** Median of each stored order, and the count, in ms. */
  readonly pageMs: Readonly<Record<string, number>>;
  readonly countMs: number;
}

/** One row for each set. Every question is asked once to warm up, and all in turn after that. */
export function measureReads(file: string, hubs: Hubs): readonly ReadResult[] {
  const connection = openConnection(file);
  new Stopwatch().install(connection.database);
  connection.execute('BEGIN');
  const reader = new Reader(connection);
  const sets = Object.entries(setsOf(hubs));
  const { orders } = nodeEntry('Paper');
  const questions = new Map<string, Question>(
    sets.flatMap(([name, set]) => [
      [`${name} count`, { ask: 'count', set }],
      ...orders.map((field): [string, Question] => [
        `${name} ${field}`,
        { ask: 'page', set, order: { by: { field }, descending: true }, window: { size: 20 } },
      ]),
    ]),
  );
  const works = [...questions].map(
    ([name, question]) => [name, () => reader.answer(question)] as const,
  );
  const medians = new Map(
    measure(new Map(works), ROUNDS).map(({ name, medianMs }) => [name, medianMs]),
  );
  const results = sets.map(([name, set]) => ({
    set: name,
    size: Number(reader.answer({ ask: 'count', set })),
    pageMs: Object.fromEntries(
      orders.map((field) => [field, medians.get(`${name} ${field}`) ?? NaN]),
    ),
    countMs: medians.get(`${name} count`) ?? NaN,
  }));
  connection.close();
  return results;
}
