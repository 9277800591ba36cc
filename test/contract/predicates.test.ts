/** What each kind of condition means, on a graph small enough to see the answers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { into, out, type Path, type Predicate, type Range } from '../../graph/algebra.ts';
import { countOf, keysOf } from './asking.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { describeEngine, open } from './engines.ts';
import {
  about,
  author,
  authored,
  cites,
  concept,
  edge,
  organization,
  paper,
} from './statements.ts';

const facts = [
  paper(['a', 'doi:10.1/a'], {
    title: 'A: Credit Assignment, naïvely',
    summary: 'Of tokens and café-au-lait.',
    upvotes: 12,
    publishedAt: '2024-10-03',
    referenceCoverage: 'KNOWN',
  }),
  paper('a', { title: 'Less sure of its name' }, { source: 'ARXIV', confidence: 0.5 }),
  paper('b', { title: 'B: Assignment of credit', upvotes: 3, publishedAt: '2024-01-31' }),
  paper('c', { title: 'C: On credits', upvotes: null }),
  paper('d', { title: 'D: 信用分配', upvotes: 0 }, { source: 'ARXIV' }),
  organization(['lab', 'hf-org:lab'], { name: 'The Lab' }),
  organization('solo'),
  author('ann'),
  author('bob'),
  concept('credit', { name: 'Credit assignment', aliases: ['CA', 'Blame'] }),
  concept('other'),
  cites('a', 'b', { isInfluential: true, intents: ['METHODOLOGY', 'RESULT'] }, { confidence: 0.9 }),
  cites('a', 'c', { isInfluential: false }, { confidence: 0.4 }),
  cites('a', 'd', { isInfluential: null, intents: ['BACKGROUND'] }, { confidence: 0.4 }),
  cites('b', 'c'),
  cites('c', 'b'),
  edge('PRODUCED_BY', 'a', 'lab'),
  edge('PRODUCED_BY', 'b', 'lab'),
  edge('PRODUCED_BY', 'c', 'solo'),
  authored('ann', 'a', { position: 1 }),
  authored('bob', 'a', { position: 0 }),
  authored('bob', 'd', { position: 0 }),
  authored('ann', 'd', { position: 1 }),
  about('a', 'credit', { score: 0.9 }),
  about('b', 'credit', { score: 0.2, method: 'EXTRACTED' }),
  about('b', 'other', { score: 0.7 }),
];

const not = (of: Predicate): Predicate => ({ op: 'not', of });
const field = (op: 'eq' | 'lt' | 'lte' | 'gt' | 'gte', name: string, value: string | number) =>
  ({ op, field: name, value }) as const;
const named = (...names: string[]): Predicate => ({ op: 'named', names });
const text = (...phrases: string[]): Predicate => ({ op: 'text', phrases });
const linked = (path: Path, to?: Predicate, count?: Range): Predicate => ({
  op: 'linked',
  path,
  ...(to && { to }),
  ...(count && { count }),
});
const SAME_LAB: Path = [out('PRODUCED_BY'), into('PRODUCED_BY')];
const CO_CITED: Path = [into('CITES'), out('CITES')];
const SAME_AUTHORS: Path = [into('AUTHORED'), out('AUTHORED')];

const cases: readonly (readonly [name: string, where: Predicate, papers: string])[] = [
  ['a comparison finds what it says', field('gte', 'upvotes', 3), 'ab'],
  ['a bound that is not inside leaves the value out', field('gt', 'upvotes', 3), 'a'],
  ['zero is known', field('lte', 'upvotes', 0), 'd'],
  ['a comparison with an unknown value is false', field('lt', 'upvotes', 100), 'abd'],
  ['and its negation is true', not(field('lt', 'upvotes', 100)), 'c'],
  ['a negated range holds the unknown', not(field('gte', 'upvotes', 10)), 'bcd'],
  ['twice not is the thing itself', not(not(field('gte', 'upvotes', 10))), 'a'],
  ['days compare as text', field('gte', 'publishedAt', '2024-02-01'), 'a'],
  ['a stored count compares like a field', field('gte', 'citationCount', 2), 'bc'],
  ['a derived field compares like a field', field('lt', 'titleKey', 'b'), 'a'],
  ['what nobody states takes the default', field('eq', 'referenceCoverage', 'UNKNOWN'), 'bcd'],
  ['in: one of the values', { op: 'in', field: 'upvotes', values: [0, 12, 99] }, 'ad'],
  ['in nothing: none', { op: 'in', field: 'upvotes', values: [] }, ''],
  ['not in: the unknown too', not({ op: 'in', field: 'upvotes', values: [0, 12] }), 'bc'],
  ['has: a list with one of the values', { op: 'has', field: 'sources', values: ['ARXIV'] }, 'ad'],
  ['has two: either', { op: 'has', field: 'sources', values: ['ARXIV', 'SEEDS'] }, 'abcd'],
  ['has nothing: none', { op: 'has', field: 'sources', values: [] }, ''],
  ['all of no conditions is everything', { op: 'and', of: [] }, 'abcd'],
  ['any of no conditions is nothing', { op: 'or', of: [] }, ''],
  [
    'conditions nest',
    { op: 'or', of: [{ op: 'and', of: [not(named('a')), field('gt', 'upvotes', 0)] }, named('d')] },
    'bd',
  ],
  ['a key is a name', named('a', 'd', 'nobody'), 'ad'],
  ['an external id is a name', named('doi:10.1/a'), 'a'],
  ['a folded title is a name', named('b: assignment of credit'), 'b'],
  ['a title that gave way is none', named('less sure of its name'), ''],
  ['no names: none', named(), ''],
  ['text: words in any letter case and without accents', text('naively'), 'a'],
  ['text: a phrase keeps its order', text('credit assignment'), 'a'],
  ['text: every phrase, anywhere', text('assignment', 'credit'), 'ab'],
  ['text: whole words only', text('credits'), 'c'],
  ['text: the summary is text', text('cafe au lait'), 'a'],
  ['text: a word in letters without case', text('信用分配'), 'd'],
  ['text: its complement', not(text('credit')), 'cd'],
  ['linked: at least one edge', linked([out('CITES')]), 'abc'],
  ['not linked: none', not(linked([out('CITES')])), 'd'],
  ['linked to a node that is named', linked([out('CITES')], named('c')), 'ab'],
  ['against the direction', linked([into('CITES')], named('c')), 'b'],
  [
    'linked to all of two',
    { op: 'and', of: [linked([out('CITES')], named('b')), linked([out('CITES')], named('d'))] },
    'a',
  ],
  ['linked by what the end is', linked([out('CITES')], field('lt', 'upvotes', 3)), 'a'],
  [
    'linked to an end that is itself linked',
    linked([out('CITES')], linked([out('PRODUCED_BY')], named('lab'))),
    'ac',
  ],
  ['at least so many', linked([out('CITES')], undefined, { min: 2 }), 'a'],
  ['at most so many takes in none', linked([out('CITES')], undefined, { max: 1 }), 'bcd'],
  ['none at all', linked([out('CITES')], undefined, { max: 0 }), 'd'],
  ['between', linked([into('CITES')], undefined, { min: 1, max: 1 }), 'd'],
  ['so many that satisfy', linked([out('CITES')], field('gte', 'upvotes', 0), { min: 2 }), 'a'],
  ['at most so many that satisfy', linked([out('CITES')], named('b', 'd'), { max: 1 }), 'bcd'],
  ['any number', linked([out('CITES')], undefined, { min: 0 }), 'abcd'],
  [
    'an edge that is known to be so',
    linked([out('CITES', { op: 'eq', field: 'isInfluential', value: true })]),
    'a',
  ],
  [
    'an edge not known to be so',
    linked([into('CITES', not({ op: 'eq', field: 'isInfluential', value: true }))]),
    'bcd',
  ],
  [
    'an edge with one of the intents',
    linked([into('CITES', { op: 'has', field: 'intents', values: ['RESULT', 'BACKGROUND'] })]),
    'bd',
  ],
  ['an edge that is sure enough', linked([into('CITES', field('gte', 'confidence', 0.5))]), 'bc'],
  [
    'an edge of a score to a concept',
    linked([out('ABOUT', field('gte', 'score', 0.5))], named('credit')),
    'a',
  ],
  [
    'counting edges of a score',
    linked([out('ABOUT', field('gte', 'score', 0.5))], undefined, { min: 1 }),
    'ab',
  ],
  ['two hops away', linked(SAME_LAB), 'ab'],
  ['a path never leads back to its start', linked(SAME_LAB, named('a')), 'b'],
  ['two hops to another kind', linked([out('CITES'), out('PRODUCED_BY')], named('solo')), 'ab'],
  ['at least so many two hops away', linked(CO_CITED, undefined, { min: 2 }), 'bcd'],
  ['two paths to one end are one end', linked(SAME_AUTHORS, undefined, { min: 2 }), ''],
  ['and exactly one', linked(SAME_AUTHORS, undefined, { min: 1, max: 1 }), 'ad'],
  ['one end that satisfies, by two paths', linked(SAME_AUTHORS, named('a'), { min: 2 }), ''],
  [
    'two hops with a condition on the second',
    linked([into('CITES'), out('CITES', field('gte', 'confidence', 0.9))]),
    'cd',
  ],
];

describeEngine(() => {
  let engine: OpenEngine;
  beforeAll(async () => {
    engine = await open(facts);
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  test.each(cases)('%s', async (_name, where, papers) => {
    const set = { kind: 'Paper', where } as const;
    expect((await keysOf(engine, set)).join('')).toBe(papers);
    expect(await countOf(engine, set)).toBe(papers.length);
  });

  test.each(cases)('within a set that starts from a node: %s', async (_name, where, papers) => {
    const set = { kind: 'Paper', from: { key: 'a', path: [out('CITES')] }, where } as const;
    const found = papers.replace('a', '');
    expect((await keysOf(engine, set)).join('')).toBe(found);
    expect(await countOf(engine, set)).toBe(found.length);
  });

  test('a concept is named by its name and each alias, folded', async () => {
    for (const name of ['credit', 'credit assignment', 'ca', 'blame']) {
      expect(await keysOf(engine, { kind: 'Concept', where: named(name) })).toEqual(['credit']);
    }
  });

  test('organizations with at least two papers that have upvotes', async () => {
    const where = linked([into('PRODUCED_BY')], field('gt', 'upvotes', 0), { min: 2 });
    expect(await keysOf(engine, { kind: 'Organization', where })).toEqual(['lab']);
  });

  test('authors of a first position, each once', async () => {
    const where = linked([out('AUTHORED', field('eq', 'position', 0))]);
    expect(await keysOf(engine, { kind: 'Author', where })).toEqual(['bob']);
  });
});
