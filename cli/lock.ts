/** One process at a time: a lock that its owner cannot leave behind, however it ends. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { toEngineError } from '../graph/sqlite/failure.ts';

const RETRY_INTERVAL_MS = 200;
// https://sqlite.org/rescode.html#busy
const SQLITE_BUSY = 5;
const BusyError = z.looseObject({ errcode: z.literal(SQLITE_BUSY) });

export interface LockOptions {
  /** Made where it is not there; it stays empty. */
  readonly file: string;
  readonly signal: AbortSignal;
  /** Called once if another process has the lock. */
  readonly onWait: () => void;
}

/**
 * Does the work while no other process does work under the same lock. Rejects with the signal's reason if it is
 * aborted while waiting. The lock is one of SQLite's on a file, so the system takes it back from a killed process.
 */
export async function withLock<Result>(
  { file, signal, onWait }: LockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  const database = open(file);
  try {
    for (let hasWaited = false; !take(database, file); hasWaited = true) {
      if (!hasWaited) onWait();
      await wait(RETRY_INTERVAL_MS, undefined, { signal });
    }
    return await work();
  } finally {
    database.close();
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { timeout: 0 });
  } catch (error) {
    throw toEngineError(error, file);
  }
}

function take(database: DatabaseSync, file: string): boolean {
  try {
    database.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (BusyError.safeParse(error).success) return false;
    throw toEngineError(error, file);
  }
}
