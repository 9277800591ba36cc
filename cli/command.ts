/** A command of papergraph: data from which its help is made and its arguments are read, and one function. */
import type { Terminal } from './terminal.ts';

export interface Option {
  readonly type: 'boolean' | 'string';
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly description: string;
}

/** What a command is run with. */
export interface Invocation {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** Aborted when the user or the system wants the command to end. */
  readonly signal: AbortSignal;
}

export interface Command {
  /** One sentence. */
  readonly summary: string;
  /** Its arguments, as the usage line shows them. */
  readonly positionals: string;
  readonly options: Readonly<Record<string, Option>>;
  /** Further sections of its help: a heading, and rows of a term and what it means. */
  readonly sections?: Readonly<
    Record<string, readonly (readonly [term: string, meaning: string])[]>
  >;
  /** Rejects with a UsageError where the arguments are wrong; returns whether the work was done. */
  readonly run: (invocation: Invocation) => Promise<boolean>;
}

/** The caller's mistake, in words that say what is allowed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** For a command without arguments. */
export function refuseArguments(name: string, { positionals: [extra] }: Invocation): void {
  if (extra === undefined) return;
  throw new UsageError(
    `${name} takes no arguments, and got "${extra}". See papergraph ${name} --help.`,
  );
}
