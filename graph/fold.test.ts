import { expect, test } from 'vitest';
import { fold, sortKey, words } from './fold.ts';

test.each([
  ['Credit Assignment', 'credit assignment'],
  ['  Café\n\tNoir ', 'cafe noir'],
  ['ﬁne‑tuning', 'fine‐tuning'],
  ['José Ángel', 'jose angel'],
  ['A²', 'a2'],
])('%j compares as %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('accents written as one letter or as two compare the same', () => {
  expect(fold('Jos\u00e9')).toBe(fold('Jose\u0301'));
});

test.each([
  ['A^2TGPO: credit', ['a', '2tgpo', 'credit']],
  ['Q* "x" AND NOT y', ['q', 'x', 'and', 'not', 'y']],
  ['强化学习 réel', ['强化学习', 'reel']],
  ['--- !!', []],
])('the words of %j are %j', (text, found) => {
  expect(words(text)).toEqual(found);
});

test('sort keys have one order, whether code points or UTF-16 units are compared', () => {
  const ends = ['😀', '\u{10348}', '\uE000', '\uFFFC', '\u{10FFFF}', 'z', '強'];
  const texts = ends.map((end) => `3d the ${end}`);
  const byUnits = texts.map(sortKey).sort();
  const byCodePoints = texts
    .map(sortKey)
    .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(byUnits).toEqual(byCodePoints);
  expect(new Set(byUnits).size).toBe(texts.length);
});
