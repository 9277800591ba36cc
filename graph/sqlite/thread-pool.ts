/** Threads and the calls they are busy with. */
import { Worker } from 'node:worker_threads';
import { CorruptError, OverloadedError, UnavailableError } from '../errors.ts';
import { StoppedError } from './stopwatch.ts';
import type { Call, Failure, Reply, Request, Results, ThreadData } from './messages.ts';

/** Calls that wait for one thread. Each is a whole level of a query, so this many are seconds of work. */
const MAX_WAITING = 1_000;
/** Half of what V8 takes by itself: an import peaks 100 MB lower and takes no longer. */
const YOUNG_GENERATION_MB = 24;

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

export class Thread {
  readonly #data: ThreadData;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor(data: ThreadData) {
    this.#data = data;
  }

  get busyness(): number {
    return this.#waiting.size;
  }

  call<C extends Call>(call: C): Promise<Results[C['call']]> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(new UnavailableError('The graph is closed.'));
        return;
      }
      if (this.#waiting.size >= MAX_WAITING) {
        const text = `${String(MAX_WAITING)} questions are waiting for the graph already. Try again in a moment.`;
        reject(new OverloadedError(text));
        return;
      }
      this.#lastId += 1;
      this.#waiting.set(this.#lastId, { resolve, reject });
      const request: Request = { ...call, id: this.#lastId };
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: this.#data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    });
    worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      // An idle thread does not keep the process alive.
      if (this.#waiting.size === 0) worker.unref();
      if ('failure' in reply) waiting?.reject(errorOf(reply.failure));
      else waiting?.resolve(reply.result as never);
    });
    worker.on('error', (cause) => {
      this.#end(
        new UnavailableError('A thread that reads the graph broke down. Try again.', { cause }),
      );
    });
    worker.on('exit', () => {
      this.#end(new UnavailableError('The graph was closed before it answered.'));
    });
    return worker;
  }

  /** What waits is told; the next call starts a new thread. */
  #end(error: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

function errorOf({ kind, message, stack }: Failure): Error {
  const cause = new Error(message);
  if (stack !== undefined) cause.stack = stack;
  switch (kind) {
    case 'corrupt':
      return new CorruptError(message, { cause });
    case 'unavailable':
      return new UnavailableError(message, { cause });
    case 'stopped':
      return new StoppedError();
    case 'other':
      return cause;
  }
}
