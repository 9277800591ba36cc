import { expect, test } from 'vitest';
import { repositoriesInText } from './links-in-text.ts';

test.each([
  ['Code: https://github.com/Owner/Name.', 'https://github.com/Owner/Name'],
  ['(see github.com/owner/name.git).', 'https://github.com/owner/name'],
  ['at https://github.com/owner/name.git.', 'https://github.com/owner/name'],
  ['at: https://github.com/owner/na.me, and', 'https://github.com/owner/na.me'],
  ['on <https://huggingface.co/owner/model-7B>', 'https://huggingface.co/owner/model-7B'],
  ['https://hf.co/datasets/owner/set;', 'https://huggingface.co/datasets/owner/set'],
  ['https://www.github.com/owner/name/tree/main/sub', 'https://github.com/owner/name'],
])('%j links to %s', (text, url) => {
  expect(repositoriesInText(text)).toEqual([url]);
});

test('each repository once, in order of appearance, in any letter case', () => {
  const text = 'https://github.com/b/b and https://github.com/a/a, again https://github.com/B/B.';
  expect(repositoriesInText(text)).toEqual(['https://github.com/b/b', 'https://github.com/a/a']);
});

test.each([
  'https://owner.github.io/page',
  'https://github.com/owner',
  'https://huggingface.co/papers/2401.00001',
  'mail@github.com/owner/name',
  'https://example.org/github.com/owner/name',
])('%j links to none', (text) => {
  expect(repositoriesInText(text)).toEqual([]);
});
