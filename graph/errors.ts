/** What can go wrong in an engine. What the caller got wrong is found before the engine. */

export abstract class EngineError extends Error {
  abstract readonly kind: 'unavailable' | 'timedOut' | 'overloaded' | 'corrupt' | 'moved';
}

export class UnavailableError extends EngineError {
  override readonly name = 'UnavailableError';
  readonly kind = 'unavailable';
}

export class TimedOutError extends EngineError {
  override readonly name = 'TimedOutError';
  readonly kind = 'timedOut';
  constructor(deadlineMs: number, options?: ErrorOptions) {
    super(
      `The graph did not answer in ${deadlineMs} ms. Ask for less, or for fewer things at once.`,
      options,
    );
  }
}

export class OverloadedError extends EngineError {
  override readonly name = 'OverloadedError';
  readonly kind = 'overloaded';
}

export class CorruptError extends EngineError {
  override readonly name = 'CorruptError';
  readonly kind = 'corrupt';
}

/** A later ask of a snapshot found the graph changed, on an engine that cannot go on showing the version before. */
export class MovedError extends EngineError {
  override readonly name = 'MovedError';
  readonly kind = 'moved';
  constructor() {
    super('The graph changed while it was being read. Ask again, from the beginning.');
  }
}

/** For what nobody should ever see: a mistake of ours, not of the caller. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`);
}
