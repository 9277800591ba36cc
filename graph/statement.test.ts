import { expect, test } from 'vitest';
import { join, raw, statement } from './statement.ts';

const text = (of: ReturnType<typeof raw>) => of.text((index) => `$${String(index)}`);

test('what is not a piece of text becomes a parameter, in order', () => {
  const where = statement`a = ${1} AND b = ${'x'}`;
  const whole = statement`SELECT ${raw('c')} WHERE ${where} LIMIT ${20}`;
  expect(text(whole)).toBe('SELECT c WHERE a = $0 AND b = $1 LIMIT $2');
  expect(whole.values).toEqual([1, 'x', 20]);
});

test('no value, however it is written, gets into the text', () => {
  const hostile = `'; DROP TABLE paper; --`;
  const whole = statement`SELECT ${hostile}`;
  expect(text(whole)).toBe('SELECT $0');
  expect(whole.values).toEqual([hostile]);
});

test('pieces are joined with their parameters', () => {
  const whole = join([statement`a = ${1}`, raw('TRUE'), statement`b = ${2}`], ' AND ');
  expect(text(whole)).toBe('a = $0 AND TRUE AND b = $1');
  expect(whole.values).toEqual([1, 2]);
  expect(text(join([], ' AND '))).toBe('');
});
