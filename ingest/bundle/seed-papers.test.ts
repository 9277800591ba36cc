import { describe, expect, test } from 'vitest';
import { createVocabulary } from '../concepts/vocabulary.ts';
import type { PagePaper } from '../sources/daily-page-text.ts';
import { createReport } from './report.ts';
import { type FoundPaper, listedPapers, seedPapers } from './seed-papers.ts';

const found = (facts: Partial<FoundPaper>): FoundPaper => ({
  title: 'On Boats',
  arxivId: '2401.00001',
  authors: null,
  organizations: null,
  repo: null,
  projectPage: null,
  published: null,
  publishedSource: null,
  keywords: null,
  ...facts,
});
const vocabulary = createVocabulary([{ slug: 'boat', name: 'Boat', aliases: [], broader: [] }]);
const listed = (page: Partial<PagePaper>, facts: Partial<FoundPaper>) => {
  const paper = { line: 1, title: 'On boats', links: [], ...page };
  return listedPapers([paper], [found(facts)], vocabulary, createReport())[0];
};
const seed = (facts: Partial<FoundPaper>, slugs: Record<string, string[]> = {}) => {
  const report = createReport();
  const slugsByName = new Map(Object.entries(slugs).map(([name, of]) => [name, new Set(of)]));
  const [paper] = seedPapers([found(facts)], slugsByName, report);
  return { paper, leftOut: report.summary().leftOut };
};

describe('what the page says', () => {
  test('a listed paper has the id that was found for its title, and its concepts', () => {
    expect(listed({ abstract: 'A boat.', links: ['https://github.com/a/b'] }, {})).toEqual({
      id: 'arxiv:2401.00001',
      title: 'On boats',
      repositories: [{ url: 'https://github.com/a/b', foundIn: 'ABSTRACT' }],
      concepts: [['boat', 0.8, 'boats']],
    });
  });

  test('a paper without an arXiv id is called by its title', () => {
    expect(listed({}, { arxivId: null })?.id).toBe('title:on boats');
  });

  test('the day of the page counts only where no other source knows the day', () => {
    const date = '2024-01-01';
    expect(
      listed({ date }, { published: '2024-01-02', publishedSource: 'public listing' }),
    ).not.toHaveProperty('publishedAt');
    expect(
      listed({ date }, { published: '2024-01-01', publishedSource: 'seed page date (early)' })
        ?.publishedAt,
    ).toBe(date);
    expect(listed({ date }, {})?.publishedAt).toBe(date);
  });
});

describe('what was found elsewhere', () => {
  test('the day is stated unless it was read off the page', () => {
    expect(
      seed({ published: '2024-01-02', publishedSource: 'public listing' }).paper?.publishedAt,
    ).toBe('2024-01-02');
    expect(seed({ published: '2024-01-02', publishedSource: 'seed page date' }).paper).toEqual({
      id: 'arxiv:2401.00001',
    });
  });

  test('authors that are only partly known are left out and named', () => {
    const { paper, leftOut } = seed({ authors: ['Ana Lima'], authorsPartial: ['Ana Lima'] });
    expect(paper).not.toHaveProperty('authors');
    expect(Object.values(leftOut)).toEqual([['arxiv:2401.00001']]);
  });

  test('an organization known by name gets the one slug that goes with that name', () => {
    const organizations = [{ name: null, fullname: 'Harbour Works' }];
    const slugs = { 'harbour works': ['harbour'] };
    expect(seed({ organizations }, slugs).paper?.organizations).toEqual([
      { slug: 'harbour', name: 'Harbour Works' },
    ]);
    for (const ambiguous of [{}, { 'harbour works': ['harbour', 'works'] }]) {
      const { paper, leftOut } = seed({ organizations }, ambiguous);
      expect(paper).not.toHaveProperty('organizations');
      expect(Object.values(leftOut)).toEqual([['arxiv:2401.00001: Harbour Works']]);
    }
  });

  test('a repository that is the project page too is one repository', () => {
    const { paper } = seed({
      repo: 'https://github.com/A/B',
      projectPage: 'https://github.com/a/b/',
    });
    expect(paper?.repositories).toHaveLength(1);
  });
});
