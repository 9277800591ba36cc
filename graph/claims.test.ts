import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Claim,
  claimOf,
  joinClaims,
  MissingValueError,
  settleEdge,
  settleNode,
} from './claims.ts';

const claim = (values: Claim['values'], provenance: Partial<Claim> = {}): Claim => ({
  source: 'ARXIV',
  detail: null,
  observedAt: '2026-01-01T00:00:00Z',
  confidence: 1,
  ...provenance,
  values,
});
const settled = (...claims: Claim[]) =>
  settleNode('Paper', ['arxiv:2401.00001'], joinClaims(claims));

describe('of several sources', () => {
  test('the surer one is believed', () => {
    const sure = claim({ title: 'Sure' }, { confidence: 0.9 });
    const unsure = claim({ title: 'Unsure' }, { source: 'JSONL', confidence: 0.5 });
    expect(settled(unsure, sure)['title']).toBe('Sure');
  });

  test('the later one is believed where both are as sure', () => {
    const older = claim({ title: 'T', upvotes: 3 }, { detail: 'daily 1' });
    const newer = claim(
      { title: 'T', upvotes: 9 },
      { detail: 'daily 2', observedAt: '2026-02-01T00:00:00Z' },
    );
    expect(settled(newer, older)['upvotes']).toBe(9);
  });

  test('a value that the most trusted one does not know comes from the next', () => {
    const first = claim({ title: 'T' });
    const second = claim(
      { title: 'U', publishedAt: '2024-01-02' },
      { source: 'JSONL', confidence: 0.5 },
    );
    expect(settled(first, second)).toMatchObject({ title: 'T', publishedAt: '2024-01-02' });
  });

  test('lists hold what any of them says', () => {
    const first = claim({ isInfluential: true, intents: ['RESULT'], contexts: ['a'] });
    const second = claim(
      { intents: ['BACKGROUND', 'RESULT'], contexts: ['b'] },
      { source: 'OPENALEX' },
    );
    const edge = settleEdge('CITES', joinClaims([first, second]));
    expect(new Set(edge['intents'] as string[])).toEqual(new Set(['RESULT', 'BACKGROUND']));
    expect(edge['contexts']).toEqual(['a', 'b']);
  });

  test('an edge is as sure as its surest source', () => {
    const edge = settleEdge('CITES', [
      claim({}, { confidence: 0.6 }),
      claim({}, { confidence: 0.95, source: 'BIBLIOGRAPHY' }),
    ]);
    expect(edge['confidence']).toBe(0.95);
  });
});

test('what a source says later from the same place replaces what it said', () => {
  const before = claim({ title: 'T', upvotes: 3 });
  const later = claim({ title: 'T', upvotes: 4 }, { observedAt: '2026-02-01T00:00:00Z' });
  expect(joinClaims([later, before])).toEqual([later]);
});

test('what a source says at one time in two records is joined', () => {
  expect(joinClaims([claim({ title: 'T' }), claim({ upvotes: 4 })])).toEqual([
    claim({ title: 'T', upvotes: 4 }),
  ]);
});

test('of two that a source says at one time the choice does not depend on which came first', () => {
  const one = claim({ title: 'S', intents: ['RESULT'] });
  const other = claim({ title: 'T', intents: ['BACKGROUND'] });
  const joined = [claim({ title: 'T', intents: ['BACKGROUND', 'RESULT'] })];
  expect(joinClaims([one, other])).toEqual(joined);
  expect(joinClaims([other, one])).toEqual(joined);
});

test('saying null is saying nothing', () => {
  const { values, ...provenance } = claim({ title: 'T', upvotes: null });
  expect(claimOf({ values, provenance })).toEqual(claim({ title: 'T' }));
});

test('a value that nobody states is unknown, or what the model says it is then', () => {
  expect(settled(claim({ title: 'T' }))).toMatchObject({
    upvotes: null,
    referenceCoverage: 'UNKNOWN',
    abstract: null,
  });
});

test('a paper without a title cannot be written, and the error says so', () => {
  expect(() => settled(claim({ upvotes: 1 }))).toThrow(MissingValueError);
  expect(() => settled(claim({ upvotes: 1 }))).toThrow(
    'A Paper without title cannot be written. Give it one, or name a Paper that is there.',
  );
});

test('derived fields follow from values, ids and sources', () => {
  const claims = [
    claim({ title: ' Über X ' }),
    claim({ title: 'X' }, { source: 'OPENALEX', confidence: 0.5 }),
  ];
  expect(
    settleNode('Paper', ['arxiv:2401.00001', 'doi:10.1000/182'], joinClaims(claims)),
  ).toMatchObject({
    titleKey: 'uber x',
    arxivId: '2401.00001',
    doi: '10.1000/182',
    sources: ['ARXIV', 'OPENALEX'],
  });
});

const anyClaim: fc.Arbitrary<Claim> = fc.record({
  source: fc.constantFrom('ARXIV' as const, 'OPENALEX' as const),
  detail: fc.constantFrom(null, 'a', 'b'),
  observedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
  confidence: fc.constantFrom(0.5, 1),
  values: fc.record(
    {
      title: fc.constantFrom('S', 'T'),
      upvotes: fc.constantFrom(1, 2),
    },
    { requiredKeys: ['title'] },
  ),
});

test('claims settle the same in whatever order they come', () => {
  fc.assert(
    fc.property(
      fc.array(anyClaim, { maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      (claims, shuffle) => {
        const ranks = new Map(claims.map((each) => [each, shuffle.next().value as number]));
        const shuffled = claims.toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
        expect(joinClaims(shuffled)).toEqual(joinClaims(claims));
      },
    ),
  );
});

test('claims joined one after the other are those joined at once, and joining again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyClaim, { maxLength: 6 }), (claims) => {
      const atOnce = joinClaims(claims);
      const oneByOne = claims.reduce<readonly Claim[]>(
        (known, each) => joinClaims([...known, each]),
        [],
      );
      expect(oneByOne).toEqual(atOnce);
      expect(joinClaims([...atOnce, ...claims])).toEqual(atOnce);
    }),
  );
});
