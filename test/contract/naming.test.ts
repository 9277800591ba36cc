/** One node by key, and what a name means. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_NAMED } from '../../graph/engine.ts';
import type { NodeKind } from '../../graph/model.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { describeEngine, open } from './engines.ts';
import { author, cites, concept, paper, keyOf } from './statements.ts';

const facts = [
  paper(
    ['arxiv:2401.00001', 'doi:10.1/x'],
    { title: 'Café', upvotes: 4, summary: 'Short.' },
    {
      source: 'HUGGING_FACE',
      detail: '2024-01-01',
      observedAt: '2026-02-01T00:00:00Z',
      confidence: 0.5,
    },
  ),
  paper(['doi:10.1/x'], { abstract: 'Long.', upvotes: 7 }, { source: 'ARXIV' }),
  paper('b'),
  cites('b', 'doi:10.1/x'),
  concept('credit-assignment', { name: 'Credit assignment', aliases: ['Blame assignment'] }),
  concept('other', { name: 'Blame assignment' }),
  ...Array.from({ length: MAX_NAMED + 5 }, (_, index) =>
    author(`name:wei wang ${10 + index}`, { name: 'Wei Wang' }),
  ),
];

describeEngine(() => {
  let engine: OpenEngine;
  beforeAll(async () => {
    engine = await open(facts);
  });
  afterAll(() => engine[Symbol.asyncDispose]());
  const node = async (kind: NodeKind, key: string) =>
    (await engine.ask([{ ask: 'node', kind, key: keyOf(key) }]))[0];
  const named = async (kind: NodeKind, name: string) =>
    (await engine.ask([{ ask: 'named', kind, name }]))[0];

  test('a node carries all that is known of it, the surest source first', async () => {
    const found = await node('Paper', 'arxiv:2401.00001');
    expect(found).toEqual({
      kind: 'Paper',
      key: 'arxiv:2401.00001',
      ids: ['arxiv:2401.00001', 'doi:10.1/x'],
      title: 'Title of doi:10.1/x',
      titleKey: 'title of doi:10.1/x',
      abstract: 'Long.',
      summary: 'Short.',
      publishedAt: null,
      featuredAt: null,
      upvotes: 7,
      commentCount: null,
      reportedCitationCount: null,
      referenceCoverage: 'UNKNOWN',
      projectPage: null,
      arxivId: '2401.00001',
      doi: '10.1/x',
      sources: ['ARXIV', 'HUGGING_FACE'],
      citationCount: 1,
      referenceCount: 0,
      provenance: [
        { source: 'ARXIV', detail: null, observedAt: '2026-01-02T03:04:05Z', confidence: 1 },
        {
          source: 'HUGGING_FACE',
          detail: '2024-01-01',
          observedAt: '2026-02-01T00:00:00Z',
          confidence: 0.5,
        },
      ],
    });
  });

  test('any of its ids asks for the same node', async () => {
    expect(await node('Paper', 'doi:10.1/x')).toEqual(await node('Paper', 'arxiv:2401.00001'));
  });

  test('a key of another kind, or of nothing, is no node', async () => {
    expect(await node('Author', 'b')).toBeNull();
    expect(await node('Paper', 'nobody')).toBeNull();
  });

  test.each([
    ['Concept', 'credit-assignment', ['credit-assignment']],
    ['Concept', 'credit assignment', ['credit-assignment']],
    ['Concept', 'blame assignment', ['credit-assignment', 'other']],
    ['Paper', 'doi:10.1/x', ['arxiv:2401.00001']],
    ['Paper', 'arxiv:2401.00001', ['arxiv:2401.00001']],
  ] as const)('of %s the name %s means its nodes, in key order', async (kind, name, keys) => {
    expect(await named(kind, name)).toEqual({ keys, nearest: [] });
  });

  test('a name that many share means the first of them', async () => {
    const { keys } = await named('Author', 'wei wang');
    expect(keys).toEqual(
      Array.from({ length: MAX_NAMED }, (_, index) => `name:wei wang ${10 + index}`),
    );
  });

  test('a name that nobody has comes with the closest there are', async () => {
    const { keys, nearest } = await named('Concept', 'credit asignment');
    expect(keys).toEqual([]);
    expect(nearest[0]).toBe('credit assignment');
  });

  test('a name far from all has none close', async () => {
    expect(await named('Concept', 'zzzzzzzzzzzz')).toEqual({ keys: [], nearest: [] });
  });
});
