/** What each kind of condition means. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { into, out } from '../../graph/algebra.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { countOf, keysOf } from './asking.ts';
import { describeEngine, open } from './engines.ts';
import { cases, facts, field, linked, named } from './predicate-cases.ts';

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
