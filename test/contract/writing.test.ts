/** Batches: written whole or not at all, joined with what is there, and told about. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentHash } from '../../graph/content-hash.ts';
import { into, out } from '../../graph/algebra.ts';
import { countOf, itemsOf, keysOf } from './asking.ts';
import { collidingFacts } from './colliding-facts.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { describeEngine, hashOf, open, runs, write } from './engines.ts';
import { generateFacts } from './generated-graph.ts';
import {
  about,
  author,
  authored,
  cites,
  concept,
  edge,
  type Fact,
  isEdge,
  organization,
  paper,
  repository,
} from './statements.ts';

/** One of each kind of node and edge, with lists that are not in any order. */
const facts: readonly Fact[] = [
  paper(['a', 'doi:10.1/a'], { upvotes: 3 }),
  paper('a', { upvotes: 4 }, { source: 'ARXIV', confidence: 0.4 }),
  paper('b'),
  author('ann'),
  organization('lab'),
  repository('code'),
  concept('x', { aliases: ['z', 'y', 'w'] }),
  concept('y'),
  authored('ann', 'a', { organizations: ['lab', 'a lab'] }),
  edge('PRODUCED_BY', 'a', 'lab'),
  edge('AFFILIATED_WITH', 'ann', 'lab'),
  cites('a', 'b', { contexts: ['so', 'and so'], intents: ['RESULT', 'BACKGROUND'] }),
  cites('doi:10.1/a', 'b', { isInfluential: true }, { source: 'OPENALEX' }),
  { ...about('a', 'x'), kind: 'ABOUT' },
  edge('OWNS', 'lab', 'code'),
  edge('BROADER', 'x', 'y'),
];

describeEngine(() => {
  test('an empty graph is of version 0 and has nothing', async () => {
    await using engine = await open();
    expect(await engine.info()).toMatchObject({ version: 0, updatedAt: null, checkpoints: {} });
    expect(await countOf(engine, { kind: 'Paper' })).toBe(0);
    expect(await keysOf(engine, { kind: 'Paper' })).toEqual([]);
  });

  test('a batch says what it added, and the graph what it holds', async () => {
    await using engine = await open();
    const written = await engine.write({
      nodes: [paper('a'), paper('b'), concept('x')],
      edges: [cites('a', 'b'), about('a', 'x')],
      source: 'here',
      checkpoint: { line: 12, files: ['one'] },
    });
    expect(written).toEqual({ version: 1, added: 5, changed: 0, merged: 0, unresolved: [] });
    const info = await engine.info();
    expect(info).toEqual({
      version: 1,
      updatedAt: expect.any(String) as string,
      nodeCounts: { Paper: 2, Author: 0, Organization: 0, Repository: 0, Concept: 1 },
      edgeCounts: {
        AUTHORED: 0,
        PRODUCED_BY: 0,
        AFFILIATED_WITH: 0,
        CITES: 1,
        LINKS_TO: 0,
        OWNS: 0,
        ABOUT: 1,
        BROADER: 0,
      },
      checkpoints: { here: { line: 12, files: ['one'] } },
    });
  });

  test('a batch written twice changes nothing', async () => {
    await using engine = await open(facts);
    const before = { info: await engine.info(), hash: await contentHash(engine) };
    expect(await write(engine, facts)).toEqual({
      version: before.info.version,
      added: 0,
      changed: 0,
      merged: 0,
      unresolved: [],
    });
    expect({ info: await engine.info(), hash: await contentHash(engine) }).toEqual(before);
  });

  test('each source goes on from its own checkpoint', async () => {
    await using engine = await open();
    for (const [source, checkpoint] of [
      ['one', 1],
      ['two', 'x'],
      ['one', 2],
    ] as const) {
      await engine.write({ nodes: [], edges: [], source, checkpoint });
    }
    expect((await engine.info()).checkpoints).toEqual({ one: 2, two: 'x' });
  });

  test('what is stored comes back as the statements that were written', async () => {
    await using engine = await open([
      paper(['a', 'doi:10.1/a'], { upvotes: 3 }),
      paper('b'),
      cites('doi:10.1/a', 'b', { isInfluential: true }),
    ]);
    const statements: Fact[] = [];
    for await (const statement of engine.statements()) statements.push(statement);
    const inOrder = statements.toSorted((one, other) =>
      JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
    );
    expect(inOrder).toEqual([
      cites('a', 'b', { isInfluential: true }),
      paper(['a', 'doi:10.1/a'], { upvotes: 3 }),
      paper('b'),
    ]);
  });

  test('a graph written from the statements of another is equal to it', async () => {
    const contentOf = async (engine: OpenEngine) => {
      const { nodeCounts, edgeCounts } = await engine.info();
      return { nodeCounts, edgeCounts, hash: await contentHash(engine) };
    };
    const statements: Fact[] = [];
    const read = async () => {
      await using engine = await open(generateFacts(7).filter((_, index) => index % 3 > 0));
      for await (const statement of engine.statements()) statements.push(statement);
      return await contentOf(engine);
    };
    const content = await read();
    await using copy = await open(statements);
    expect(await contentOf(copy)).toEqual(content);
  });

  test('two sources that state one edge are two entries of one edge', async () => {
    await using engine = await open([paper('a'), paper('b')]);
    await write(engine, [
      cites('a', 'b', { contexts: ['x'] }, { source: 'BIBLIOGRAPHY', confidence: 0.6 }),
    ]);
    const again = cites(
      'a',
      'b',
      { isInfluential: true, contexts: ['y'] },
      { source: 'OPENALEX', confidence: 0.8 },
    );
    expect(await write(engine, [again])).toMatchObject({ added: 0, changed: 1 });
    const set = { kind: 'Paper', from: { key: 'a', path: [out('CITES')] } } as const;
    const [item, ...others] = await itemsOf(engine, set);
    expect(others).toEqual([]);
    expect(item?.node.citationCount).toBe(1);
    expect(item?.edge).toMatchObject({
      isInfluential: true,
      contexts: ['y', 'x'],
      confidence: 0.8,
      provenance: [{ source: 'OPENALEX' }, { source: 'BIBLIOGRAPHY' }],
    });
  });

  test('an edge to a node that is not there, or to itself, is reported and not written', async () => {
    await using engine = await open([paper('a')]);
    const dangling = [cites('a', 'nobody'), cites('nobody', 'a'), cites('a', 'a')];
    const written = await write(engine, dangling);
    expect(written).toMatchObject({ added: 0, unresolved: dangling });
    expect((await engine.info()).edgeCounts.CITES).toBe(0);
  });

  test('an edge within a batch finds a node of the same batch', async () => {
    await using engine = await open();
    expect((await write(engine, [cites('a', 'b'), paper('a'), paper('b')])).unresolved).toEqual([]);
  });

  test('a new node without a value that it needs is reported, and the rest is written', async () => {
    await using engine = await open();
    const untitled = { ...paper('b'), values: { upvotes: 1 } };
    const written = await write(engine, [paper('a'), untitled, cites('a', 'b')]);
    expect(written).toMatchObject({ added: 1, unresolved: [untitled, cites('a', 'b')] });
    expect(await keysOf(engine, { kind: 'Paper' })).toEqual(['a']);
  });

  test('a batch that fails leaves nothing, and the next one is written', async () => {
    await using engine = await open([paper('a')]);
    const before = { info: await engine.info(), hash: await contentHash(engine) };
    // No checkpoint can hold a BigInt, which comes to light when the nodes are in.
    const batch = { nodes: [paper('b')], edges: [cites('a', 'b')], source: 'here', checkpoint: 1n };
    await expect(engine.write(batch)).rejects.toThrow(/BigInt/u);
    expect({ info: await engine.info(), hash: await contentHash(engine) }).toEqual(before);
    expect(await keysOf(engine, { kind: 'Paper' })).toEqual(['a']);
    expect(await write(engine, [paper('b')])).toMatchObject({ added: 1 });
  });

  test('batches written at once are written one after the other', async () => {
    await using engine = await open();
    const papers = Array.from({ length: 8 }, (_, index) => [
      paper(`p${index}`),
      cites(`p${index}`, 'p0'),
    ]);
    const written = await Promise.all(papers.map((batch) => write(engine, batch)));
    expect(written.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await countOf(engine, { kind: 'Paper' })).toBe(8);
    expect(
      await countOf(engine, { kind: 'Paper', from: { key: 'p0', path: [into('CITES')] } }),
    ).toBe(7);
  });

  test('a node found by what it was called finds it by its new name alone', async () => {
    await using engine = await open([paper('a', { title: 'Old name' }, { confidence: 0.5 })]);
    await write(engine, [paper('a', { title: 'New name' }, { source: 'ARXIV' })]);
    const named = (name: string) =>
      keysOf(engine, { kind: 'Paper', where: { op: 'named', names: [name] } });
    const text = (word: string) =>
      keysOf(engine, { kind: 'Paper', where: { op: 'text', phrases: [word] } });
    expect([await named('old name'), await text('old')]).toEqual([[], []]);
    expect([await named('new name'), await text('new')]).toEqual([['a'], ['a']]);
  });

  test.each([1, 2, 3])(
    'the same facts in other batches and orders are the same graph (%d)',
    async (seed) => {
      const all = collidingFacts(seed);
      const [nodes, edges] = [all.filter((fact) => !isEdge(fact)), all.filter(isEdge)];
      const expected = await hashOf(all);
      const again = fc.record({
        nodes: fc.shuffledSubarray(nodes, { minLength: nodes.length }),
        edges: fc.shuffledSubarray(edges, { minLength: edges.length }),
        size: fc.integer({ min: 1, max: 300 }),
      });
      const property = fc.asyncProperty(again, async ({ size, ...shuffled }) => {
        await using engine = await open();
        for (const order of [shuffled.nodes, shuffled.edges]) {
          for (let index = 0; index < order.length; index += size) {
            await write(engine, order.slice(index, index + size));
          }
        }
        expect(await contentHash(engine)).toBe(expected);
      });
      await fc.assert(property, { numRuns: runs(5) });
    },
  );

  test('one statement more, or one value changed, is another hash', async () => {
    const changed = facts.map((fact) =>
      fact.kind === 'OWNS'
        ? { ...fact, provenance: { ...fact.provenance, confidence: 0.5 } }
        : fact,
    );
    const hashes = [
      await hashOf(facts),
      await hashOf([...facts, cites('b', 'a')]),
      await hashOf(changed),
    ];
    expect(new Set(hashes).size).toBe(3);
  });
});
