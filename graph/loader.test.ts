import { describe, expect, test } from 'vitest';
import { type AskOptions, type Engine, type Question } from './engine.ts';
import { TimedOutError } from './errors.ts';
import { createLoader, MAX_QUESTIONS_PER_ASK, TooManyQuestionsError } from './loader.ts';

/** An engine that answers counts with the number of the question and keeps what it was asked. */
function counter(fail?: Error) {
  const asks: { questions: readonly Question[]; options: AskOptions | undefined }[] = [];
  const engine: Pick<Engine, 'ask'> = {
    ask: (async (questions: readonly Question[], options?: AskOptions) => {
      asks.push({ questions, options });
      await Promise.resolve();
      if (fail !== undefined) throw fail;
      return questions.map((_question, index) => index);
    }) as Engine['ask'],
  };
  return { engine, asks };
}
const papersAbove = (upvotes: number) =>
  ({ kind: 'Paper', where: { op: 'gte', field: 'upvotes', value: upvotes } }) as const;

describe('the loader', () => {
  test('asks the questions of one tick together, in order, each once', async () => {
    const { engine, asks } = counter();
    const loader = createLoader(engine, {});
    const answers = await Promise.all([
      loader.count(papersAbove(1)),
      loader.count(papersAbove(2)),
      loader.count(papersAbove(1)),
    ]);
    expect(answers).toEqual([0, 1, 0]);
    expect(asks.map(({ questions }) => questions)).toEqual([
      [
        { ask: 'count', set: papersAbove(1) },
        { ask: 'count', set: papersAbove(2) },
      ],
    ]);
  });

  test('takes a question for the same in whatever order its parts were set', async () => {
    const { engine, asks } = counter();
    const loader = createLoader(engine, {});
    const turned = { where: { value: 1, field: 'upvotes', op: 'gte' }, kind: 'Paper' } as const;
    await Promise.all([loader.count(papersAbove(1)), loader.count(turned)]);
    expect(asks[0]?.questions).toHaveLength(1);
  });

  test('remembers what it asked, and asks the next tick in a new ask', async () => {
    const { engine, asks } = counter();
    const loader = createLoader(engine, {});
    await loader.count(papersAbove(1));
    await loader.count(papersAbove(1));
    await loader.count(papersAbove(2));
    expect(asks.map(({ questions }) => questions.length)).toEqual([1, 1]);
  });

  test('hands on signal and deadline, and one snapshot for all its asks, not shared with another', async () => {
    const { engine, asks } = counter();
    const { signal } = new AbortController();
    const loader = createLoader(engine, { signal, deadlineMs: 5 });
    await loader.count(papersAbove(1));
    await loader.count(papersAbove(2));
    await createLoader(engine, {}).count(papersAbove(1));
    const [first, second, other] = asks.map(({ options }) => options);
    expect(first).toMatchObject({ signal, deadlineMs: 5 });
    expect(first?.snapshot).toBeDefined();
    expect(second?.snapshot).toBe(first?.snapshot);
    expect(other?.snapshot).not.toBe(first?.snapshot);
  });

  test('rejects every question of an ask that failed, with its error', async () => {
    const { engine } = counter(new TimedOutError(5));
    const loader = createLoader(engine, {});
    const answers = [loader.count(papersAbove(1)), loader.count(papersAbove(2))];
    for (const answer of answers) await expect(answer).rejects.toThrow(TimedOutError);
  });

  test('refuses more questions at once than an engine should be asked, before it is asked', async () => {
    const { engine, asks } = counter();
    const loader = createLoader(engine, {});
    const answers = Array.from({ length: MAX_QUESTIONS_PER_ASK + 1 }, (_, upvotes) =>
      loader.count(papersAbove(upvotes)),
    );
    const settled = await Promise.allSettled(answers);
    expect(asks).toEqual([]);
    expect(new Set(settled.map(({ status }) => status))).toEqual(new Set(['rejected']));
    await expect(answers[0]).rejects.toThrow(
      new TooManyQuestionsError(MAX_QUESTIONS_PER_ASK + 1).message,
    );
  });
});

test('too many questions say how many, how many are allowed, and what to do', () => {
  expect(new TooManyQuestionsError(30_000).message).toBe(
    'The query asks 30000 questions of the graph at one level; 20000 are allowed. Ask for fewer nodes in the lists above, or for fewer lists of each node.',
  );
});
