import { expect, test } from 'vitest';
import { paperId, yearOfPaper } from './paper-id.ts';

test('a paper is called by its arXiv id or, where none is known, by its folded title', () => {
  expect(paperId({ arxivId: '2401.00001v2', title: 'A' })).toBe('arxiv:2401.00001');
  expect(paperId({ arxivId: null, title: 'Été:  Blue' })).toBe('title:ete: blue');
});

test.each([
  ['arxiv:2410.02743', 2024],
  ['arxiv:hep-th/9901001', 1999],
  ['arxiv:cs/0701001', 2007],
  ['title:a', undefined],
])('%s is of %s', (id, year) => {
  expect(yearOfPaper(id)).toBe(year);
});
