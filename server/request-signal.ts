/** What ends the work of a request: its client going away, or its time being over. */
import type { EventEmitter } from 'node:events';
import { TimedOutError } from '../graph/errors.ts';

/** Aborted when the response is closed, whether it was sent or not, or after `deadlineMs` with a TimedOutError. */
export function requestSignal(response: EventEmitter, deadlineMs: number): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TimedOutError(deadlineMs)), deadlineMs);
  response.once('close', () => {
    clearTimeout(timer);
    controller.abort();
  });
  return controller.signal;
}
