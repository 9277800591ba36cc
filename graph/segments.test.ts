import { expect, test } from 'vitest';
import type { Order } from './algebra.ts';
import { segments } from './segments.ts';

const descending: Order = { by: { field: 'upvotes' }, descending: true };
const known = { value: 3, key: 'b' };
const unknown = { value: null, key: 'c' };

test('an order that knows every value is one list', () => {
  expect(segments(descending, { size: 2 }, false)).toEqual([{ isKnown: true, descending: true }]);
});

test('unknown values are a second list behind the known ones, in either direction of the order', () => {
  const ascending = { ...descending, descending: false };
  expect(segments(descending, { size: 2 }, true).map(({ isKnown }) => isKnown)).toEqual([
    true,
    false,
  ]);
  expect(segments(ascending, { size: 2 }, true).map(({ isKnown }) => isKnown)).toEqual([
    true,
    false,
  ]);
});

test('walking backward is the same lists reversed', () => {
  expect(segments(descending, { size: 2, backward: true }, true)).toEqual([
    { isKnown: false, descending: false },
    { isKnown: true, descending: false },
  ]);
});

test('after a known value both lists remain, after an unknown one only the second', () => {
  expect(segments(descending, { size: 2, after: known }, true)).toEqual([
    { isKnown: true, descending: true, past: known },
    { isKnown: false, descending: true },
  ]);
  expect(segments(descending, { size: 2, after: unknown }, true)).toEqual([
    { isKnown: false, descending: true, past: unknown },
  ]);
});

test('between two positions each list ends where the position stands', () => {
  expect(segments(descending, { size: 2, after: known, before: unknown }, true)).toEqual([
    { isKnown: true, descending: true, past: known },
    { isKnown: false, descending: true, until: unknown },
  ]);
});

test('nothing remains between an unknown value and a known one', () => {
  expect(segments(descending, { size: 2, after: unknown, before: known }, true)).toEqual([]);
});
