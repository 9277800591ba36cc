/** Whether the server can answer, and if not, which part of it cannot. */
import type { Engine } from '../graph/engine.ts';
import { EngineError } from '../graph/errors.ts';
import { READY_DEADLINE_MS } from './limits.ts';

export type Readiness =
  | { readonly status: 'ready' }
  | { readonly status: 'unavailable'; readonly part: 'server' | 'graph'; readonly reason: string };

/** Asks the engine for a node that nobody has: the whole way there and back, and next to no work. */
export async function readinessOf(engine: Engine): Promise<Readiness> {
  try {
    const question = { ask: 'node', kind: 'Paper', key: '' } as const;
    await engine.ask([question], { deadlineMs: READY_DEADLINE_MS });
    return { status: 'ready' };
  } catch (error) {
    // Whoever may see this page is not told of files and hosts.
    const reason = error instanceof EngineError ? error.kind : 'failed';
    return { status: 'unavailable', part: 'graph', reason };
  }
}

export const shuttingDown: Readiness = {
  status: 'unavailable',
  part: 'server',
  reason: 'shutting down',
};
