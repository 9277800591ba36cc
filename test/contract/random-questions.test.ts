/** Random questions over generated facts: every engine answers as the plain reading does. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { NodeSet, Order, Window } from '../../graph/algebra.ts';
import { ArbitraryQuestion } from './arbitrary-question.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { describeEngine, open, runs } from './engines.ts';
import { generateFacts } from './generated-graph.ts';
import { pageOf, PlainAnswers } from './plain-answers.ts';
import { readPlainly } from './plain-graph.ts';

/** Whether an answer is right is asked here, not how fast it comes on a busy machine: the test's own time is the limit. */
const DEADLINE_MS = 180_000;

const facts = generateFacts(20_260_101);
const graph = readPlainly(facts);
const plain = new PlainAnswers(graph);
const arbitrary = new ArbitraryQuestion(graph);

describeEngine(() => {
  let engine: OpenEngine;
  beforeAll(async () => {
    engine = await open(facts);
  });
  afterAll(() => engine[Symbol.asyncDispose]());

  test('a random set has the count and the pages that the plain reading finds', async () => {
    const question = fc.record({
      list: arbitrary.list(),
      size: fc.integer({ min: 1, max: 12 }),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      until: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    });
    const property = fc.asyncProperty(
      question,
      async ({ list: { set, order }, size, at, until }) => {
        const list = plain.list(set, order);
        const position = (share: number) => list[Math.floor(list.length * share)]?.position;
        const [after, before] = [position(Math.min(at, until)), position(Math.max(at, until))];
        const windows: Window[] = [
          { size },
          { size, backward: true },
          ...(after
            ? [
                { size, after },
                { size, after, backward: true },
              ]
            : []),
          ...(before
            ? [
                { size, before },
                { size, before, backward: true },
              ]
            : []),
          ...(after && before
            ? [
                { size, after, before },
                { size, after, before, backward: true },
              ]
            : []),
        ];
        const pageQuestions = windows.map(
          (window) => ({ ask: 'page', set, order, window }) as const,
        );
        const [count, ...pages] = await engine.ask([{ ask: 'count', set }, ...pageQuestions], {
          deadlineMs: DEADLINE_MS,
        });
        expect({ count, pages }).toEqual({
          count: list.length,
          pages: windows.map((window) => pageOf(list, order, window)),
        });
      },
    );
    await fc.assert(property, { numRuns: runs(300) });
  });

  test('walking a list forward or backward in pages of any size gives each node once', async () => {
    const question = fc.record({
      list: arbitrary.list(),
      sizes: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }),
      backward: fc.boolean(),
    });
    const property = fc.asyncProperty(
      question,
      async ({ list: { set, order }, sizes, backward }) => {
        const list = plain.list(set, order).map(({ position }) => position.key);
        expect(await walk(engine, set, order, sizes, backward)).toEqual(list);
      },
    );
    await fc.assert(property, { numRuns: runs(40) });
  });
});

/** The keys of a whole list, page after page until one says that there is no more. */
async function walk(
  engine: OpenEngine,
  set: NodeSet,
  order: Order,
  sizes: readonly number[],
  backward: boolean,
): Promise<string[]> {
  const keys: string[] = [];
  let window: Window = { size: 1, backward };
  for (let turn = 0; ; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    const [page] = await engine.ask([{ ask: 'page', set, order, window: { ...window, size } }], {
      deadlineMs: DEADLINE_MS,
    });
    const found = page.items.map(({ node }) => node.key);
    if (backward) keys.unshift(...found);
    else keys.push(...found);
    const last = page.items.at(backward ? 0 : -1)?.position;
    if (!page.hasMore || last === undefined) return keys;
    window = backward ? { size, backward, before: last } : { size, backward, after: last };
  }
}
