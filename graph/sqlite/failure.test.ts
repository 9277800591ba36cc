import { expect, test } from 'vitest';
import { CorruptError, UnavailableError } from '../errors.ts';
import { toEngineError } from './failure.ts';

const sqliteError = (errcode: number) => Object.assign(new Error('from SQLite'), { errcode });

test.each([
  [8, 'it may not be written'],
  [13, 'its disk is full'],
  [14, 'it cannot be opened'],
  [261, 'another process has been writing to it for too long'],
])('result %i says that the graph cannot be used since %s', (errcode, reason) => {
  const error = toEngineError(sqliteError(errcode), '/data/graph.sqlite');
  expect(error).toBeInstanceOf(UnavailableError);
  expect((error as Error).message).toBe(
    `The graph in /data/graph.sqlite cannot be used: ${reason}. Mend that and try again; nothing is lost.`,
  );
});

test.each([11, 26, 267])('result %i is a damaged file', (errcode) => {
  expect(toEngineError(sqliteError(errcode), '/data/graph.sqlite')).toBeInstanceOf(CorruptError);
});

test('a mistake of ours stays what it is', () => {
  const ours = new TypeError('undefined is not a function');
  expect(toEngineError(ours, 'graph.sqlite')).toBe(ours);
  const sql = sqliteError(1);
  expect(toEngineError(sql, 'graph.sqlite')).toBe(sql);
});
