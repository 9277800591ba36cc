import { describe, expect, test } from 'vitest';
import { into, type Linked, type NodeSet, out, type Predicate } from './algebra.ts';
import { isProducible, isProduced, planSet, sizeOf, type Sizes, walkLimit } from './plan.ts';

/** 100,000 papers; "hub" is about 12,000 of them, every other name is a node of three papers. */
const sizes: Sizes = {
  total: (kind) => (kind === 'Paper' ? 100_000 : 1_000),
  fan: () => 4,
  text: (_kind, phrases) => (phrases.includes('rare') ? 10 : 20_000),
  degrees: (_kind, names) => (names.includes('hub') ? 12_000 : 3 * names.length),
};
const about = (name: string): Linked => ({
  op: 'linked',
  path: [out('ABOUT')],
  to: { op: 'named', names: [name] },
});
const popular: Predicate = { op: 'gte', field: 'upvotes', value: 10 };
const hub: NodeSet = { kind: 'Paper', from: { key: 'hub', path: [into('ABOUT')] } };

describe('candidates come from', () => {
  test('all nodes, where nothing narrows them', () => {
    expect(planSet(sizes, { kind: 'Paper', where: popular }).source).toEqual({ from: 'all' });
  });

  test('the node that the set starts from', () => {
    expect(planSet(sizes, hub, 12_000)).toMatchObject({
      source: { from: 'start' },
      candidates: 12_000,
    });
  });

  test('the smallest of the conditions that can be listed, which is then not asked again', () => {
    const plan = planSet(sizes, {
      kind: 'Paper',
      where: { op: 'and', of: [about('hub'), popular, about('small')] },
    });
    expect(plan.source).toEqual({ from: 'produced', conjunct: about('small') });
    expect(plan.rest).toEqual([about('hub'), popular]);
  });

  test('a small condition rather than from a large start', () => {
    const rare: Predicate = { op: 'text', phrases: ['rare'] };
    const plan = planSet(sizes, { ...hub, where: rare }, 12_000);
    expect(plan.source).toEqual({ from: 'produced', conjunct: rare });
  });
});

describe('a page', () => {
  test('of a hub walks the index of its order, for no more nodes than gathering would visit', () => {
    expect(walkLimit(planSet(sizes, hub, 12_000), 21)).toBe(12_000);
  });

  test('of a small set is gathered and sorted', () => {
    expect(walkLimit(planSet(sizes, hub, 30), 21)).toBeUndefined();
  });

  test('of a whole kind walks however far it has to', () => {
    expect(walkLimit(planSet(sizes, { kind: 'Paper', where: popular }), 21)).toBe(Infinity);
  });
});

describe('a linked condition', () => {
  test('is produced for many candidates and probed for few', () => {
    expect(isProduced(sizes, 'Paper', about('small'), 100_000)).toBe(true);
    expect(isProduced(sizes, 'Paper', about('hub'), 20)).toBe(false);
  });

  test('that having no link satisfies cannot be produced', () => {
    expect(isProducible({ ...about('small'), count: { max: 2 } })).toBe(false);
    expect(isProducible({ op: 'linked', path: [out('ABOUT')] })).toBe(false);
    expect(isProducible({ ...about('small'), count: { min: 1, max: 2 } })).toBe(true);
  });
});

test('a common text is asked of few candidates one by one', () => {
  const common = { op: 'text', phrases: ['common'] } as const;
  expect(isProduced(sizes, 'Paper', common, 100)).toBe(false);
  expect(isProduced(sizes, 'Paper', common, 10_000)).toBe(true);
});

test('no set is thought larger than its kind, and alternatives add up', () => {
  const of = [about('small'), about('other')];
  expect(sizeOf(sizes, 'Paper', { op: 'or', of })).toBe(6);
  expect(sizeOf(sizes, 'Paper', { op: 'or', of: [...of, popular] })).toBe(100_000);
  expect(sizeOf(sizes, 'Paper', { op: 'and', of: [...of, popular] })).toBe(3);
});
