import { expect, test } from 'vitest';
import { didYouMean } from './nearest.ts';

const names = ['serve', 'import', 'info', 'build-bundle'];

test.each([
  ['sevre', 'serve'],
  ['imprt', 'import'],
  ['INFO', 'info'],
  ['bild-bundle', 'build-bundle'],
  ['start', undefined],
  ['', undefined],
])('of %j, %j is meant', (given, name) => {
  expect(didYouMean(given, names)).toBe(name === undefined ? '' : ` Did you mean "${name}"?`);
});
