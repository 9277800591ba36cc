/** Two nodes that turn out to be one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { into, out } from '../../graph/algebra.ts';
import { contentHash } from '../../graph/content-hash.ts';
import { itemsOf, keysOf } from './asking.ts';
import { describeEngine, hashOf, open, runs, write } from './engines.ts';
import { about, author, authored, cites, concept, paper, keyOf, type Fact } from './statements.ts';

/** `a` and `b` are the same paper, which nobody has said yet. */
const apart: readonly Fact[] = [
  paper(['a', 'doi:10.1/a'], { title: 'Kept', upvotes: 5 }, { confidence: 0.9 }),
  paper(
    ['b', 'doi:10.1/b'],
    { title: 'Given up', commentCount: 2 },
    { source: 'ARXIV', confidence: 0.5 },
  ),
  paper('c'),
  paper('d'),
  concept('x'),
  author('ann'),
  cites('a', 'c', { contexts: ['one'] }),
  cites('b', 'c', { contexts: ['two'] }, { source: 'OPENALEX' }),
  cites('b', 'd'),
  cites('d', 'b'),
  cites('c', 'a'),
  cites('a', 'b'),
  cites('b', 'a'),
  about('b', 'x', { score: 0.8 }),
  authored('ann', 'b', { position: 3 }),
];
const together = paper(['a', 'b'], {}, { source: 'OPENALEX', confidence: 0.1 });
/** Says nothing but that the two are one. */
const joining: Fact = { ...together, values: {} };

describeEngine(() => {
  test('ids that name two nodes make them one, with the values of both', async () => {
    await using engine = await open(apart);
    expect(await write(engine, [joining])).toMatchObject({ merged: 1, unresolved: [] });
    const [node] = await engine.ask([{ ask: 'node', kind: 'Paper', key: keyOf('a') }]);
    expect(node).toMatchObject({
      key: 'a',
      title: 'Kept',
      upvotes: 5,
      commentCount: 2,
      ids: ['a', 'b', 'doi:10.1/a', 'doi:10.1/b'],
      sources: ['SEEDS', 'ARXIV', 'OPENALEX'],
    });
    expect((await engine.info()).nodeCounts.Paper).toBe(3);
    expect(await keysOf(engine, { kind: 'Paper' })).toEqual(['a', 'c', 'd']);
  });

  test('the key that gave way goes on resolving, and so do its other ids', async () => {
    await using engine = await open([...apart, joining]);
    for (const key of ['b', 'doi:10.1/b', 'doi:10.1/a']) {
      const [node, named] = await engine.ask([
        { ask: 'node', kind: 'Paper', key: keyOf(key) },
        { ask: 'named', kind: 'Paper', name: key },
      ]);
      expect([node?.key, named.keys]).toEqual(['a', ['a']]);
      const set = { kind: 'Paper', from: { key: keyOf(key), path: [out('CITES')] } } as const;
      expect(await keysOf(engine, set)).toEqual(['c', 'd']);
    }
    expect(
      await write(engine, [cites('b', 'c', { isInfluential: true }, { source: 'JSONL' })]),
    ).toMatchObject({
      added: 0,
      changed: 1,
    });
  });

  test('edges of both are edges of the one, joined where they meet, none to itself', async () => {
    await using engine = await open([...apart, joining]);
    const from = (path: 'out' | 'in') =>
      ({
        kind: 'Paper',
        from: { key: keyOf('a'), path: [path === 'out' ? out('CITES') : into('CITES')] },
      }) as const;
    expect(await keysOf(engine, from('out'))).toEqual(['c', 'd']);
    expect(await keysOf(engine, from('in'))).toEqual(['c', 'd']);
    const [toC] = await itemsOf(engine, from('out'));
    expect(toC?.edge).toMatchObject({
      contexts: ['two', 'one'],
      provenance: [{ source: 'OPENALEX' }, { source: 'SEEDS' }],
    });
    expect((await engine.info()).edgeCounts).toMatchObject({ CITES: 4, ABOUT: 1, AUTHORED: 1 });
    const [x] = await itemsOf(engine, {
      kind: 'Concept',
      from: { key: keyOf('a'), path: [out('ABOUT')] },
    });
    expect([x?.node.key, x?.edge]).toMatchObject(['x', { score: 0.8 }]);
    const [ann] = await itemsOf(engine, {
      kind: 'Author',
      from: { key: keyOf('a'), path: [into('AUTHORED')] },
    });
    expect([ann?.node.key, ann?.edge]).toMatchObject(['ann', { position: 3 }]);
  });

  test('stored counts count the edges that are left', async () => {
    await using engine = await open([...apart, joining]);
    const counts = (await itemsOf(engine, { kind: 'Paper' })).map(({ node }) => [
      node.key,
      node.citationCount,
      node.referenceCount,
    ]);
    expect(counts).toEqual([
      ['a', 2, 2],
      ['c', 1, 1],
      ['d', 1, 1],
    ]);
    const [x, ann] = [
      await itemsOf(engine, { kind: 'Concept' }),
      await itemsOf(engine, { kind: 'Author' }),
    ];
    expect([x[0]?.node.paperCount, ann[0]?.node.paperCount]).toEqual([1, 1]);
  });

  test('names and text of the one that gave way find no other node', async () => {
    await using engine = await open([...apart, joining]);
    const found = (where: 'named' | 'text', words: string) =>
      keysOf(engine, {
        kind: 'Paper',
        where:
          where === 'named' ? { op: 'named', names: [words] } : { op: 'text', phrases: [words] },
      });
    expect([await found('named', 'kept'), await found('text', 'kept')]).toEqual([['a'], ['a']]);
    expect([await found('named', 'given up'), await found('text', 'given up')]).toEqual([[], []]);
  });

  test('three at once are one', async () => {
    await using engine = await open([
      paper('a'),
      paper('b'),
      paper('c'),
      cites('a', 'b'),
      cites('c', 'b'),
    ]);
    const written = await write(engine, [{ ...paper(['c', 'a', 'b']), values: {} }]);
    expect(written.merged).toBe(2);
    expect((await engine.info()).edgeCounts.CITES).toBe(0);
    expect(await keysOf(engine, { kind: 'Paper' })).toEqual(['c']);
  });

  test('a third id chains two nodes that had come in apart', async () => {
    await using engine = await open([paper(['a', 'doi:10.1/a']), paper(['s2:1', 'pmid:1'])]);
    await write(engine, [{ ...paper(['doi:10.1/a', 'pmid:1']), values: {} }]);
    const [node] = await engine.ask([{ ask: 'node', kind: 'Paper', key: keyOf('s2:1') }]);
    expect(node?.key).toBe('a');
  });

  test('merging, like writing, comes to the same in whatever batches', async () => {
    const facts = [...apart, joining, cites('b', 'x'), cites('c', 'b', {}, { source: 'JSONL' })];
    const expected = await hashOf(facts);
    const property = fc.asyncProperty(
      fc.shuffledSubarray(facts.slice(apart.findIndex(({ kind }) => kind === 'CITES')), {
        minLength: facts.length - 6,
      }),
      async (rest) => {
        await using engine = await open(apart.slice(0, 6));
        for (const fact of rest) await write(engine, [fact]);
        expect(await contentHash(engine)).toBe(expected);
      },
    );
    await fc.assert(property, { numRuns: runs(8) });
  });

  test('a batch that merges, written again, changes nothing', async () => {
    await using engine = await open([...apart, joining]);
    const before = await contentHash(engine);
    expect(await write(engine, [joining])).toMatchObject({ added: 0, changed: 0, merged: 0 });
    expect(await contentHash(engine)).toBe(before);
  });
});
