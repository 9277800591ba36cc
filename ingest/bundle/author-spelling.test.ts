import { expect, test } from 'vitest';
import { withOneSpelling } from './author-spelling.ts';

const namesOf = (...authors: readonly string[]) => {
  const seeds = authors.map((name, index) => ({ id: `arxiv:2401.0000${index}`, authors: [name] }));
  return withOneSpelling({ daily: [], listed: [], seeds }).seeds.map((paper) => paper.authors?.[0]);
};

test('a name is spelled as most papers spell it', () => {
  expect(namesOf('Piotr Dollar', 'Piotr Dollár', 'Piotr Dollár')).toEqual(
    Array.from({ length: 3 }, () => 'Piotr Dollár'),
  );
  expect(namesOf('Jose Diaz', 'Jose Diaz', 'José Díaz')[2]).toBe('Jose Diaz');
});

test('of spellings on equally many papers the one with accents is used, then the one with fewer capitals', () => {
  expect(namesOf('Louis Bethune', 'Louis Béthune')).toEqual(['Louis Béthune', 'Louis Béthune']);
  expect(namesOf('PENG WANG', 'Peng Wang')).toEqual(['Peng Wang', 'Peng Wang']);
});

test('names of different people and papers without authors stay as they are', () => {
  expect(namesOf('Ana Lima', 'Bo Li')).toEqual(['Ana Lima', 'Bo Li']);
  const papers = { daily: [], listed: [], seeds: [{ id: 'arxiv:2401.00001' }] };
  expect(withOneSpelling(papers)).toEqual(papers);
});
