/** Asking ends when nobody waits any more, and what is read is of one version. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AskOptions } from '../../graph/engine.ts';
import { MovedError, TimedOutError } from '../../graph/errors.ts';
import { countOf, keysOf } from './asking.ts';
import type { OpenEngine } from '../tested-engine.ts';
import { describeEngine, open, write } from './engines.ts';
import { generateFacts } from './generated-graph.ts';
import { HOURS_OF_WORK } from './hours-of-work.ts';
import { paper } from './statements.ts';

const SMALL = { kind: 'Paper', where: { op: 'named', names: ['arxiv:2000.10000'] } } as const;
/** More than there can be threads: were one of them still at work, the next question would wait for it. */
const ASKS = 8;

const reasonOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (answer) => {
      throw new Error(`Answered all the same: ${JSON.stringify(answer)}`);
    },
    (reason: unknown) => reason,
  );

describeEngine(() => {
  let engine: OpenEngine;
  beforeAll(async () => {
    engine = await open(generateFacts(3));
  });
  afterAll(() => engine[Symbol.asyncDispose]());
  const heavyAsks = (options: AskOptions) =>
    Array.from({ length: ASKS }, () => engine.ask([HOURS_OF_WORK], options));
  const servesOn = async () => {
    const answers = Array.from({ length: ASKS }, () => countOf(engine, SMALL));
    expect(await Promise.all(answers)).toEqual(Array.from({ length: ASKS }, () => 1));
  };

  test('a signal that was aborted before rejects with its reason', async () => {
    const signal = AbortSignal.abort(new Error('gone before'));
    await expect(engine.ask([HOURS_OF_WORK], { signal })).rejects.toThrow('gone before');
    await servesOn();
  });

  test('signals aborted while the questions wait reject with their reason, and nothing is left to do', async () => {
    const controller = new AbortController();
    const reasons = Promise.all(
      heavyAsks({ signal: controller.signal }).map((ask) => reasonOf(ask)),
    );
    controller.abort(new Error('client went away'));
    expect(await reasons).toEqual(
      Array.from({ length: ASKS }, () => new Error('client went away')),
    );
    await servesOn();
  });

  test('a signal aborted while the engine works rejects with its reason, and the work ends', async () => {
    const signal = AbortSignal.timeout(200);
    const reasons = await Promise.all(heavyAsks({ signal }).map((ask) => reasonOf(ask)));
    expect(reasons).toEqual(Array.from({ length: ASKS }, () => signal.reason as unknown));
    await servesOn();
  });

  test.each([1, 2, 5, 200])(
    'a deadline of %d ms that passes rejects and ends the work',
    async (deadlineMs) => {
      const reasons = await Promise.all(heavyAsks({ deadlineMs }).map((ask) => reasonOf(ask)));
      const expected = new TimedOutError(deadlineMs);
      expect(reasons).toEqual(Array.from({ length: ASKS }, () => expected));
      expect(reasons[0]).toBeInstanceOf(TimedOutError);
      await servesOn();
    },
  );
});

describeEngine(() => {
  test('asks that share a snapshot see one version, or are told that it is gone', async () => {
    await using small = await open([paper('a')]);
    const snapshot = {};
    const count = { ask: 'count', set: { kind: 'Paper' } } as const;
    const ask = async (options: AskOptions = {}) => (await small.ask([count], options))[0];
    const askAgain = () =>
      ask({ snapshot }).catch((error: unknown) => {
        if (error instanceof MovedError) return 'gone';
        throw error;
      });
    expect(await ask({ snapshot })).toBe(1);
    expect(await askAgain()).toBe(1);
    await write(small, [paper('b')]);
    expect([1, 'gone']).toContain(await askAgain());
    expect(await ask()).toBe(2);
    expect(await ask({ snapshot: {} })).toBe(2);
    await write(small, [paper('c')]);
    expect([1, 'gone']).toContain(await askAgain());
    expect(await ask()).toBe(3);
  });

  test('who reads while batches are written sees each whole or not at all', async () => {
    await using small = await open([paper('a')]);
    const pairs = Array.from({ length: 20 }, (_, index) => [
      paper(`p${index}`),
      paper(`q${index}`),
    ]);
    for (const pair of pairs) {
      const [listed, counted] = await Promise.all([
        keysOf(small, { kind: 'Paper' }),
        countOf(small, { kind: 'Paper' }),
        write(small, pair),
      ]);
      expect([listed.length % 2, counted % 2]).toEqual([1, 1]);
    }
    expect(await countOf(small, { kind: 'Paper' })).toBe(41);
  });
});
