/** The embedded engine: a file of SQLite, read by some threads and written by one. */
import { availableParallelism } from 'node:os';
import {
  type Answers,
  type AskOptions,
  type Batch,
  type Engine,
  ENGINE_DEADLINE_MS,
  type Question,
} from '../engine.ts';
import { TimedOutError } from '../errors.ts';
import { readStatements } from './statements.ts';
import { createStopFlag, stop, StoppedError } from './stopwatch.ts';
import { Thread } from './thread-pool.ts';

const MAX_READERS = 4;

export interface SqliteOptions {
  /** Where the graph is kept; made where it is not there. */
  readonly file: string;
  /** How many threads read. */
  readonly readers?: number;
}

/** Opens a graph. What is wrong with the file is the first call's rejection, a CorruptError or an UnavailableError. */
export function openSqlite({
  file,
  readers = Math.min(MAX_READERS, availableParallelism()),
}: SqliteOptions): Engine {
  const reading = Array.from({ length: readers }, () => new Thread({ file }));
  const writing = new Thread({ file });
  /** Which thread holds a snapshot, and under which number. */
  const pins = new WeakMap<object, { readonly thread: Thread; readonly pin: number }>();
  let lastPin = 0;

  function placeOf(snapshot: object | undefined): { thread: Thread; pin: number | undefined } {
    const known = snapshot && pins.get(snapshot);
    if (known !== undefined) return known;
    const thread = reading.reduce((a, b) => (b.busyness < a.busyness ? b : a));
    if (snapshot === undefined) return { thread, pin: undefined };
    lastPin += 1;
    const place = { thread, pin: lastPin };
    pins.set(snapshot, place);
    return place;
  }

  async function ask<const Q extends readonly Question[]>(
    questions: Q,
    { signal, deadlineMs = ENGINE_DEADLINE_MS, snapshot }: AskOptions = {},
  ): Promise<Answers<Q>> {
    signal?.throwIfAborted();
    const { thread, pin } = placeOf(snapshot);
    const flag = createStopFlag();
    const ended = Promise.withResolvers<never>();
    const end = (reason: unknown) => {
      stop(flag);
      ended.reject(reason);
    };
    const onAbort = () => {
      end(signal?.reason);
    };
    const timer = setTimeout(() => {
      end(new TimedOutError(deadlineMs));
    }, deadlineMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const endsAt = Date.now() + deadlineMs;
      const answers = thread.call({ call: 'ask', questions, flag, endsAt, pin });
      return (await Promise.race([answers, ended.promise])) as Answers<Q>;
    } catch (error) {
      // The thread has a clock of its own and may see the end before our timer does.
      if (error instanceof StoppedError) throw new TimedOutError(deadlineMs);
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  return {
    ask,
    write: (batch: Batch) => writing.call({ call: 'write', batch }),
    info: () => writing.call({ call: 'info' }),
    statements: () => readStatements(file),
    close: async () => {
      await Promise.all([...reading, writing].map((thread) => thread.close()));
    },
  };
}
