/** Whether the server can answer, and if not, which part of it cannot. */
import type { Engine } from '../graph/engine.ts';
import { READY_DEADLINE_MS } from './limits.ts';

export type Readiness =
  | { readonly status: 'ready' }
  | { readonly status: 'unavailable'; readonly part: 'server' | 'graph' };

/**
 * Asks the engine for a node that nobody has: the whole way there and back, and next to no work. Whoever may see the
 * page is told the part alone: why is in files, hosts and logs.
 */
export async function readinessOf(engine: Engine): Promise<Readiness> {
  try {
    const question = { ask: 'node', kind: 'Paper', key: '' } as const;
    await engine.ask([question], { deadlineMs: READY_DEADLINE_MS });
    return { status: 'ready' };
  } catch {
    return { status: 'unavailable', part: 'graph' };
  }
}

export const shuttingDown: Readiness = { status: 'unavailable', part: 'server' };
