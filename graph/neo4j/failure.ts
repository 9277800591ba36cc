/** What the driver's errors mean to who asked. https://neo4j.com/docs/status-codes/current/errors/all-errors/ */
import { Neo4jError } from 'neo4j-driver';
import { OverloadedError, TimedOutError, UnavailableError } from '../errors.ts';

/** A transaction that the server ended at the deadline we gave it, or at its own. */
const TIMED_OUT = /TransactionTimedOut|TransactionTerminated|LockAcquisitionTimeout/u;
/** Says that it may be tried again, but the same statement would run out of memory again. */
const OUT_OF_MEMORY = /MemoryPoolOutOfMemory|OutOfMemory/u;
const UNAVAILABLE =
  /^(?:ServiceUnavailable|SessionExpired)$|DatabaseUnavailable|DatabaseNotFound|Security\./u;
/** A user who may only read, a database that is only read, a member of a cluster that does not write. */
const REFUSED_WRITE = /Security\.Forbidden|ReadOnly|NotALeader/u;
/** The driver has no code for it. */
const NO_CONNECTION = 'Connection acquisition timed out';

export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Neo4jError)) return false;
  if (error.message.startsWith(NO_CONNECTION)) return true;
  return error.retryable && !OUT_OF_MEMORY.test(error.code) && !TIMED_OUT.test(error.code);
}

export const isRefusedWrite = (error: unknown): boolean =>
  error instanceof Neo4jError && REFUSED_WRITE.test(error.code);

/** An EngineError where the driver's error is one of the graph's, the error itself where it is a mistake of ours. */
export function toEngineError(error: unknown, deadlineMs: number): unknown {
  if (!(error instanceof Neo4jError)) return error;
  if (TIMED_OUT.test(error.code)) return new TimedOutError(deadlineMs, { cause: error });
  if (OUT_OF_MEMORY.test(error.code)) {
    const text = 'The question takes more memory than one may. Ask for less.';
    return new OverloadedError(text, { cause: error });
  }
  if (error.message.startsWith(NO_CONNECTION)) {
    const text = 'Neo4j had no connection to give in time. Ask again later.';
    return new OverloadedError(text, { cause: error });
  }
  if (isRefusedWrite(error)) {
    const text =
      'Neo4j refused to write: the user, or the server, may only read. Set NEO4J_USER to one who may write, and NEO4J_URI to a server that can be written to; of a cluster, its neo4j:// address.';
    return new UnavailableError(text, { cause: error });
  }
  if (UNAVAILABLE.test(error.code)) {
    return new UnavailableError('Neo4j cannot be reached.', { cause: error });
  }
  return error;
}
