import { expect, test } from 'vitest';
import { createVocabulary } from '../concepts/vocabulary.ts';
import { readAnswer } from './daily-answers.ts';
import { dailyPapers } from './daily-papers.ts';
import { DailyPaper } from './facts.ts';
import { createReport } from './report.ts';

const vocabulary = createVocabulary([
  { slug: 'credit-assignment', name: 'Credit assignment', aliases: [], broader: [] },
]);
const base = {
  id: '2401.00001',
  title: 'On Boats',
  authors: [{ name: 'Ana  Lima' }],
  publishedAt: '2024-01-01T23:59:00.000Z',
  upvotes: 3,
};
type Days = Readonly<Record<string, object>>;
function facts(days: Days) {
  const report = createReport();
  const items = Object.entries(days).flatMap(([day, paper]) => {
    const answer = JSON.stringify([{ paper: { ...base, ...paper }, numComments: 1 }]);
    return readAnswer(answer, day, report);
  });
  return { papers: [...dailyPapers(items, vocabulary, report).values()], ...report.summary() };
}

test('a paper says what its day said of it, on one line, and nothing that the day did not say', () => {
  expect(facts({ '2024-01-03': { title: 'On\n  Boats ' } }).papers).toEqual([
    {
      id: 'arxiv:2401.00001',
      title: 'On Boats',
      publishedAt: '2024-01-01',
      featuredAt: '2024-01-03',
      observedOn: '2024-01-03',
      upvotes: 3,
      commentCount: 1,
      authors: ['Ana Lima'],
    },
  ]);
});

test('a paper that came on two days is featured on the first and described by the last', () => {
  const { papers, counts } = facts({ '2024-01-03': { upvotes: 3 }, '2024-01-09': { upvotes: 8 } });
  expect(papers).toMatchObject([
    { featuredAt: '2024-01-03', observedOn: '2024-01-09', upvotes: 8 },
  ]);
  expect(counts['papers listed again on a later day']).toBe(1);
});

test('repositories come from the page, the project page and the abstract, each once', () => {
  const { papers } = facts({
    '2024-01-03': {
      githubRepo: 'https://github.com/\nHarbour/Boats.git/',
      githubStars: 7,
      projectPage: 'https://github.com/harbour/site',
      summary: 'At github.com/harbour/boats and https://huggingface.co/harbour/boat-7B.',
    },
  });
  expect(papers[0]?.repositories).toEqual([
    { url: 'https://github.com/Harbour/Boats', foundIn: 'METADATA', stars: 7 },
    { url: 'https://github.com/harbour/site', foundIn: 'METADATA' },
    { url: 'https://huggingface.co/harbour/boat-7B', foundIn: 'ABSTRACT' },
  ]);
});

test('of the text only the words that show a concept are kept', () => {
  const summary = 'A sentence that nobody may copy. It solves credit\nassignment.';
  const { papers } = facts({ '2024-01-03': { summary, ai_summary: summary } });
  expect(papers[0]?.concepts).toEqual([['credit-assignment', 0.5, 'credit assignment']]);
  expect(JSON.stringify(papers)).not.toContain('nobody');
});

test('an address that is none is left out and named', () => {
  const { papers, leftOut } = facts({
    '2024-01-03': { githubRepo: 'https://github.com/harbour', projectPage: 'soon' },
  });
  expect(papers[0]).not.toHaveProperty('repositories');
  expect(papers[0]).not.toHaveProperty('projectPage');
  expect(leftOut).toEqual({
    'address that names no repository': ['arxiv:2401.00001: https://github.com/harbour'],
    'project page that is no address': ['arxiv:2401.00001: soon'],
  });
});

test('a paper without an arXiv id is left out and named', () => {
  const { papers, leftOut } = facts({ '2024-01-03': { id: 'boats' } });
  expect(papers).toEqual([]);
  expect(leftOut).toEqual({ 'daily paper without an arXiv id': ['2024-01-03 boats'] });
});

test('every fact is of the form that the files have', () => {
  const organization = { name: 'Harbour', fullname: 'Harbour  Works' };
  const { papers } = facts({ '2024-01-03': { organization, ai_keywords: [' Flow  map', ''] } });
  expect(papers[0]).toMatchObject({
    organization: { slug: 'Harbour', name: 'Harbour Works' },
    keywords: ['Flow map'],
  });
  expect(DailyPaper.parse(papers[0])).toEqual(papers[0]);
});
