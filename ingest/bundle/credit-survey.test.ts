import { expect, test } from 'vitest';
import type { CitationFact } from './citation-facts.ts';
import {
  type SurveyEntry,
  withSurveyCitations,
  withSurveyTitles,
  withSurveyTopics,
} from './credit-survey.ts';
import { createReport } from './report.ts';

const LIST = 'xxzcc/Awesome-Credit-Assignment-in-LLM-RL';
const entries: SurveyEntry[] = [
  {
    part: 'Part',
    section: 'Section',
    titleInList: 'Right',
    arxivIdInList: '2401.00009',
    arxivId: '2401.00002',
  },
  {
    part: 'Part',
    section: null,
    titleInList: 'Plain',
    arxivIdInList: '2401.00003',
    arxivId: '2401.00003',
  },
];
const cites = (cited: string, facts: Partial<CitationFact> = {}): CitationFact => ({
  citing: 'arxiv:2401.00001',
  cited: `arxiv:${cited}`,
  source: 'SURVEY_LIST',
  detail: LIST,
  confidence: 0.6,
  ...facts,
});

test('a citation by a wrong id of the list is left out, and the survey states the right one', () => {
  const report = createReport();
  const rows = [{ citing: '2401.00001', cited: '2401.00002' }];
  expect(withSurveyCitations([cites('2401.00009')], rows, entries, report)).toEqual([
    cites('2401.00002', { confidence: 0.8 }),
  ]);
  expect(report.summary().leftOut).toEqual({
    'citation by a wrong id of a list': ['arxiv:2401.00001 -> arxiv:2401.00009'],
  });
});

test('where both state a citation the survey wins, and others stay', () => {
  const rows = [{ citing: '2401.00001', cited: '2401.00003' }];
  const other = cites('2401.00009', { detail: 'a/b' });
  const gathered = [cites('2401.00003'), cites('2401.00004'), other];
  expect(withSurveyCitations(gathered, rows, entries, createReport())).toEqual([
    cites('2401.00003', { confidence: 0.8 }),
    cites('2401.00004'),
    other,
  ]);
});

test('an end that is no arXiv paper is left out and named', () => {
  const report = createReport();
  const rows = [{ citing: '2401.00001', cited: 'https://example.org/a' }];
  expect(withSurveyCitations([], rows, entries, report)).toEqual([]);
  expect(Object.values(report.summary().leftOut)).toEqual([
    ['2401.00001 -> https://example.org/a'],
  ]);
});

test('entries of the list get their right ids, parts and sections', () => {
  const gathered = [
    { paper: 'arxiv:2401.00009', heading: 'Gathered', list: LIST },
    { paper: 'arxiv:2401.00009', heading: 'Gathered', list: 'a/b' },
  ];
  const found = withSurveyTopics(gathered, entries);
  expect(found.map(({ paper, heading, list }) => [paper.slice(-1), heading, list])).toEqual([
    ['2', 'Gathered', LIST],
    ['9', 'Gathered', 'a/b'],
    ['2', 'Part', LIST],
    ['2', 'Section', LIST],
    ['3', 'Part', LIST],
  ]);
});

test('a wrong id has no title, and the title that was checked wins', () => {
  const titles = new Map([
    ['arxiv:2401.00009', 'Right'],
    ['arxiv:2401.00003', 'As others spell it'],
    ['arxiv:2401.00004', 'Of another paper'],
  ]);
  expect([...withSurveyTitles(titles, entries)]).toEqual([
    ['arxiv:2401.00003', 'Plain'],
    ['arxiv:2401.00004', 'Of another paper'],
    ['arxiv:2401.00002', 'Right'],
  ]);
});
