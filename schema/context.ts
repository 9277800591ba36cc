/** What the resolvers of one operation share. */
import type { Engine } from '../graph/engine.ts';
import { createLoader, type Loader } from '../graph/loader.ts';
import { createWarnings, type Warnings } from './warnings.ts';

export interface Context {
  readonly loader: Loader;
  /** For extensions.warnings; complete once the operation is executed. */
  readonly warnings: Warnings;
}

export interface ContextOptions {
  readonly engine: Engine;
  /** Ends the asks of the operation. */
  readonly signal?: AbortSignal;
  /** How long each ask of the engine may take, in ms. */
  readonly deadlineMs?: number;
}

/** One per operation, never shared: see createLoader. */
export const createContext = ({ engine, ...options }: ContextOptions): Context => ({
  loader: createLoader(engine, options),
  warnings: createWarnings(),
});
