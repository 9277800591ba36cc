import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stableJson } from './stable-json.ts';

describe('stable JSON', () => {
  test('the order in which properties were set does not matter, at any depth', () => {
    const one = { a: 1, b: [{ c: 2, d: 3 }] };
    const other = { b: [{ d: 3, c: 2 }], a: 1 };
    expect(stableJson(one)).toBe(stableJson(other));
  });

  test('the order of a list does', () => {
    expect(stableJson([1, 2])).not.toBe(stableJson([2, 1]));
  });

  test('a property that is undefined is as one that is absent', () => {
    expect(stableJson({ a: 1, b: undefined })).toBe('{"a":1}');
  });

  test('it is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(stableJson(value))).toEqual(plain);
      }),
    );
  });
});
