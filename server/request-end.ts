/** What ends the work of a request: its client going away, its time being over, or what it asks for being too much. */
import type { EventEmitter } from 'node:events';
import { TimedOutError } from '../graph/errors.ts';

/** Made once: an abort without a reason makes an error with its stack, for each request that is answered. */
const CLOSED = new DOMException('The response is closed.', 'AbortError');

/**
 * Aborted when the response is closed, whether it was sent or not, after `deadlineMs` with a TimedOutError, or by the
 * caller with a reason that the client is told.
 */
export function requestEnd(response: EventEmitter, deadlineMs: number): AbortController {
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(new TimedOutError(deadlineMs)), deadlineMs);
  response.once('close', () => {
    clearTimeout(timer);
    ending.abort(CLOSED);
  });
  return ending;
}
