/** Orders, windows and what comes with each item, on lists short enough to write down. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { into, type NodeSet, type Order, out, type Window } from '../../graph/algebra.ts';
import { countOf, itemsOf, keysOf } from './asking.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { describeEngine, open } from './engines.ts';
import { about, cites, concept, edge, organization, paper } from './statements.ts';

const facts = [
  paper('a', { title: 'beta', upvotes: 5 }),
  paper('b', { title: 'Alpha', upvotes: 9 }),
  paper('c', { title: 'álpha two', upvotes: 5 }),
  paper('d', { title: '😀', upvotes: null }),
  paper('e', { title: '\u{FFFD}', upvotes: null }),
  paper(['f', 'arxiv:2401.00001'], { title: 'Zeta', upvotes: 0 }),
  concept('x'),
  concept('y'),
  organization('lab'),
  about('a', 'x', { score: 0.3 }),
  about('b', 'x', { score: 0.9, evidence: 'alpha' }),
  about('c', 'x', { score: 0.3 }),
  about('a', 'y'),
  about('c', 'y'),
  cites('f', 'a', { isInfluential: true, contexts: ['as in'] }, { confidence: 0.7 }),
  cites('f', 'b', { isInfluential: false }),
  cites('f', 'c', { isInfluential: null }),
  edge('PRODUCED_BY', 'a', 'lab'),
  edge('PRODUCED_BY', 'c', 'lab'),
];
const PAPERS: NodeSet<'Paper'> = { kind: 'Paper' };
const ABOUT_X: NodeSet<'Paper'> = { kind: 'Paper', from: { key: 'x', path: [into('ABOUT')] } };
const CITED_BY_F: NodeSet<'Paper'> = { kind: 'Paper', from: { key: 'f', path: [out('CITES')] } };
const SHARING_CONCEPTS: NodeSet<'Paper'> = {
  kind: 'Paper',
  from: { key: 'a', path: [out('ABOUT'), into('ABOUT')] },
};
const by = (field: string, descending: boolean): Order => ({ by: { field }, descending });
const byEdge = (edgeField: string, descending: boolean): Order => ({
  by: { edge: edgeField },
  descending,
});

describeEngine(() => {
  let engine: OpenEngine;
  beforeAll(async () => {
    engine = await open(facts);
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  test.each([
    ['text sorts folded and by code point', PAPERS, by('titleKey', false), 'bcafed'],
    ['and the other way', PAPERS, by('titleKey', true), 'defacb'],
    ['ties go by key upward', PAPERS, by('upvotes', false), 'facbde'],
    ['ties go by key downward; the unknown stay last', PAPERS, by('upvotes', true), 'bcafed'],
    ['an order nobody has a value in is by key', PAPERS, by('featuredAt', false), 'abcdef'],
    ['and downward', PAPERS, by('featuredAt', true), 'fedcba'],
    ['a stored count orders', PAPERS, by('referenceCount', true), 'fedcba'],
    ['a field of the edge orders', ABOUT_X, byEdge('score', false), 'acb'],
    ['and downward', ABOUT_X, byEdge('score', true), 'bca'],
    [
      'false comes before true, the unknown last',
      CITED_BY_F,
      byEdge('isInfluential', false),
      'bac',
    ],
    ['true before false, the unknown last', CITED_BY_F, byEdge('isInfluential', true), 'abc'],
    ['the confidence of the edge orders', CITED_BY_F, byEdge('confidence', false), 'abc'],
    ['the number of paths orders', SHARING_CONCEPTS, { by: 'paths', descending: true }, 'cb'],
    ['and upward', SHARING_CONCEPTS, { by: 'paths', descending: false }, 'bc'],
  ] as const)('%s', async (_name, set, order, keys) => {
    expect((await keysOf(engine, set, order)).join('')).toBe(keys);
  });

  const upvotes = by('upvotes', true); // b9 c5 a5 f0 e? d?
  const at = { b: { value: 9, key: 'b' }, c: { value: 5, key: 'c' }, f: { value: 0, key: 'f' } };
  const unknown = (key: string) => ({ value: null, key });
  const windows: readonly (readonly [string, Window, keys: string, hasMore: boolean])[] = [
    ['the first', { size: 2 }, 'bc', true],
    ['exactly all', { size: 6 }, 'bcafed', false],
    ['all but one', { size: 5 }, 'bcafe', true],
    ['more than there are', { size: 7 }, 'bcafed', false],
    ['after one', { size: 2, after: at.b }, 'ca', true],
    ['after a tie', { size: 2, after: at.c }, 'af', true],
    ['from the known into the unknown', { size: 2, after: at.c, before: unknown('d') }, 'af', true],
    ['past the last known', { size: 2, after: at.f }, 'ed', false],
    ['after an unknown one', { size: 2, after: unknown('e') }, 'd', false],
    ['after the last', { size: 2, after: unknown('d') }, '', false],
    ['before one', { size: 9, before: at.f }, 'bca', false],
    ['between two', { size: 9, after: at.b, before: unknown('e') }, 'caf', false],
    ['between two the wrong way round', { size: 9, after: unknown('e'), before: at.b }, '', false],
    ['after what is no longer there', { size: 2, after: { value: 7, key: 'gone' } }, 'ca', true],
    ['the last, in list order', { size: 2, backward: true }, 'ed', true],
    ['the last three', { size: 3, backward: true }, 'fed', true],
    ['all, backward', { size: 6, backward: true }, 'bcafed', false],
    [
      'the last before an unknown one',
      { size: 2, backward: true, before: unknown('e') },
      'af',
      true,
    ],
    [
      'the last before a tie',
      { size: 2, backward: true, before: { value: 5, key: 'a' } },
      'bc',
      false,
    ],
    ['before the first', { size: 2, backward: true, before: at.b }, '', false],
    ['the last after one', { size: 9, backward: true, after: at.c }, 'afed', false],
    [
      'the last between two',
      { size: 2, backward: true, after: at.b, before: unknown('d') },
      'fe',
      true,
    ],
  ];
  test.each(windows)('a window holds %s', async (_name, window, keys, hasMore) => {
    const [page] = await engine.ask([{ ask: 'page', set: PAPERS, order: upvotes, window }]);
    expect(page.items.map(({ node }) => node.key).join('')).toBe(keys);
    expect(page.hasMore).toBe(hasMore);
  });

  test('an item carries the node, its place and the edge walked to it', async () => {
    const [item] = await itemsOf(engine, CITED_BY_F, byEdge('isInfluential', true));
    expect(item).toEqual({
      node: {
        kind: 'Paper',
        key: 'a',
        title: 'beta',
        titleKey: 'beta',
        publishedAt: null,
        featuredAt: null,
        upvotes: 5,
        commentCount: null,
        reportedCitationCount: null,
        referenceCoverage: 'UNKNOWN',
        projectPage: null,
        arxivId: null,
        doi: null,
        sources: ['SEEDS'],
        citationCount: 1,
        referenceCount: 0,
      },
      position: { value: true, key: 'a' },
      edge: {
        isInfluential: true,
        intents: [],
        contexts: ['as in'],
        confidence: 0.7,
        provenance: [
          { source: 'SEEDS', detail: null, observedAt: '2026-01-02T03:04:05Z', confidence: 0.7 },
        ],
      },
    });
  });

  test('two hops away an item says how many paths lead to it, and has no edge', async () => {
    const items = await itemsOf(engine, SHARING_CONCEPTS, { by: 'paths', descending: true });
    expect(items.map(({ node, paths, edge: walked }) => [node.key, paths, walked])).toEqual([
      ['c', 2, undefined],
      ['b', 1, undefined],
    ]);
  });

  test('two hops to another kind never take a node for the one the path started from', async () => {
    const path = [out('ABOUT'), into('ABOUT')] as const;
    const onward = [into('ABOUT'), out('PRODUCED_BY')] as const;
    expect(await keysOf(engine, { kind: 'Paper', from: { key: 'a', path } })).toEqual(['b', 'c']);
    expect(
      await keysOf(engine, { kind: 'Organization', from: { key: 'x', path: onward } }),
    ).toEqual(['lab']);
  });

  test('a set may start from a node by any of its ids', async () => {
    const set = { kind: 'Paper', from: { key: 'arxiv:2401.00001', path: [out('CITES')] } } as const;
    expect(await keysOf(engine, set)).toEqual(['b', 'c', 'a']);
  });

  test('a set that starts from a node that is not there is empty', async () => {
    const set = { kind: 'Paper', from: { key: 'nobody', path: [out('CITES')] } } as const;
    expect(await keysOf(engine, set)).toEqual([]);
    expect(await countOf(engine, set)).toBe(0);
  });

  test('by relevance every node with the text comes once, best first', async () => {
    const set: NodeSet = { kind: 'Paper', where: { op: 'text', phrases: ['alpha'] } };
    const order: Order = { by: 'relevance', descending: true };
    const [page] = await engine.ask([{ ask: 'page', set, order, window: { size: 1 } }]);
    const after = page.items[0]?.position;
    const [next] = await engine.ask([
      { ask: 'page', set, order, window: { size: 5, ...(after && { after }) } },
    ]);
    // One word of one beats one word of two.
    expect([...page.items, ...next.items].map(({ node }) => node.key)).toEqual(['b', 'c']);
    expect([page.hasMore, next.hasMore]).toEqual([true, false]);
  });

  test('questions asked at once are answered as one by one, in order', async () => {
    const one = { ask: 'count', set: PAPERS } as const;
    const two = { ask: 'page', set: ABOUT_X, order: upvotes, window: { size: 1 } } as const;
    const three = { ask: 'node', kind: 'Concept', key: 'y' } as const;
    const four = { ask: 'named', kind: 'Concept', name: 'x' } as const;
    const together = await engine.ask([one, two, three, four, one]);
    const [first] = await engine.ask([one]);
    const [second] = await engine.ask([two]);
    const [third] = await engine.ask([three]);
    const [fourth] = await engine.ask([four]);
    expect(together).toEqual([first, second, third, fourth, first]);
  });

  test('no questions have no answers', async () => {
    expect(await engine.ask([])).toEqual([]);
  });
});
