import { expect, test } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

const names = ['serve', 'import', 'info', 'build-bundle'];

test.each([
  ['sevre', 'serve'],
  ['imprt', 'import'],
  ['INFO', 'info'],
  ['bild-bundle', 'build-bundle'],
  ['start', undefined],
  ['', undefined],
])('%j is near %j', (given, name) => {
  expect(nearest(given, names)).toBe(name);
});

test('a name is proposed only where one is near', () => {
  expect(didYouMean('sevre', names)).toBe(' Did you mean "serve"?');
  expect(didYouMean('start', names)).toBe('');
});
