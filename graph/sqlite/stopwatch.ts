/** Ends a statement that runs too long: SQLite calls `tick()` now and then from within it, and tick throws. */
import type { DatabaseSync } from 'node:sqlite';

/** Shared with the thread that asked, which sets the first element to 1 to end the work. */
export type StopFlag = Int32Array<SharedArrayBuffer>;
export const createStopFlag = (): StopFlag =>
  new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
export const stop = (flag: StopFlag): void => {
  Atomics.store(flag, 0, 1);
};

/** Thrown from within a statement that is ended. Who asked has mostly had an answer already. */
export class StoppedError extends Error {
  override readonly name = 'StoppedError';
}

export class Stopwatch {
  #flag = createStopFlag();
  #endsAt = Infinity;

  /** endsAt: in ms since the epoch. */
  start(flag: StopFlag, endsAt: number): void {
    this.#flag = flag;
    this.#endsAt = endsAt;
  }
  /** Throws a StoppedError once the flag is set or the time is over. */
  check(): void {
    if (Atomics.load(this.#flag, 0) === 1 || Date.now() > this.#endsAt) throw new StoppedError();
  }
  /** Not deterministic, or SQLite would call it once a statement instead of once a row. */
  install(database: DatabaseSync): void {
    database.function('tick', { deterministic: false }, () => {
      this.check();
      return 1;
    });
  }
}
