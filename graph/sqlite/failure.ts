/** What SQLite's result codes mean to who asked. https://www.sqlite.org/rescode.html */
import { CorruptError, EngineError, UnavailableError } from '../errors.ts';

const CORRUPT = new Set([11, 26]); // CORRUPT, NOTADB
const UNAVAILABLE: Readonly<Record<number, string>> = {
  3: 'it may not be read', // PERM
  5: 'another process has been writing to it for too long', // BUSY
  6: 'another process has locked it', // LOCKED
  8: 'it may not be written', // READONLY
  10: 'its disk cannot be read or written', // IOERR
  13: 'its disk is full', // FULL
  14: 'it cannot be opened', // CANTOPEN
};

/** An EngineError that names the file and says what to do; the error itself where it is a mistake of ours. */
export function toEngineError(error: unknown, file: string): unknown {
  if (error instanceof EngineError || !(error instanceof Error)) return error;
  const { errcode } = error as Error & { errcode?: number };
  if (errcode === undefined) return error;
  // The low byte is the primary code.
  const code = errcode & 255;
  if (CORRUPT.has(code)) {
    const text = `${file} cannot be read as a graph. Move it away and import again: a graph is rebuilt from its sources.`;
    return new CorruptError(text, { cause: error });
  }
  const reason = UNAVAILABLE[code];
  if (reason === undefined) return error;
  const text = `The graph in ${file} cannot be used: ${reason}. Mend that and try again; nothing is lost.`;
  return new UnavailableError(text, { cause: error });
}
