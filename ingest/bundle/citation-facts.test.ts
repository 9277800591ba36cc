import { expect, test } from 'vitest';
import {
  groupCitations,
  groupTopics,
  outsidePapers,
  toCitation,
  toTopic,
} from './citation-facts.ts';
import { createReport } from './report.ts';

const row = (cited: string, source: string, confidence: number) => {
  const fact = toCitation({ citing: '2401.00001', cited, source, confidence }, createReport());
  if (fact === undefined) throw new Error(`${cited} is an arXiv id`);
  return fact;
};

test('a row of a bibliography and one of a list are told apart', () => {
  expect(row('2301.00001', 'bibliography:a/b', 0.95)).toMatchObject({
    source: 'BIBLIOGRAPHY',
    detail: 'a/b',
  });
  expect(row('2301.00001', 'survey-list:a/b', 0.6)).toMatchObject({
    source: 'SURVEY_LIST',
    detail: 'a/b',
  });
});

test('a row with an end that is no arXiv paper is left out and named', () => {
  const report = createReport();
  expect(
    toCitation(
      { citing: 'x', cited: '2301.00001', source: 'bibliography:a/b', confidence: 1 },
      report,
    ),
  ).toBeUndefined();
  expect(toTopic({ arxiv: 'y', topic: 'Boats', source: 'list:a/b' }, report)).toBeUndefined();
  expect(Object.values(report.summary().leftOut)).toEqual([['x -> 2301.00001'], ['y']]);
});

test('citations of one source and confidence are one line, sorted, the surest first', () => {
  const facts = [
    row('2301.00003', 'bibliography:a/b', 0.9),
    row('2301.00002', 'bibliography:a/b', 1),
    row('2301.00001', 'bibliography:a/b', 1),
    row('2301.00001', 'bibliography:a/b', 1),
  ];
  const statement = { citing: 'arxiv:2401.00001', source: 'BIBLIOGRAPHY', detail: 'a/b' };
  expect(groupCitations(facts)).toEqual([
    { ...statement, confidence: 1, cited: ['arxiv:2301.00001', 'arxiv:2301.00002'] },
    { ...statement, confidence: 0.9, cited: ['arxiv:2301.00003'] },
  ]);
});

test('papers under one heading of one list are one line, sorted', () => {
  const fact = (paper: string, list: string) => ({ paper, heading: 'Boats', list });
  expect(
    groupTopics([fact('b', 'x/y'), fact('a', 'x/y'), fact('b', 'x/y'), fact('a', 'a/b')]),
  ).toEqual([
    { list: 'a/b', heading: 'Boats', papers: ['a'] },
    { list: 'x/y', heading: 'Boats', papers: ['a', 'b'] },
  ]);
});

test('a title is stated by the surest source that names the paper, and one that none names is left out', () => {
  const titles = new Map([
    ['arxiv:2301.00001', 'One'],
    ['arxiv:2301.00002', 'Two'],
    ['arxiv:2301.00003', 'Three'],
  ]);
  const citations = [
    row('2301.00001', 'survey-list:list/list', 0.8),
    row('2301.00001', 'bibliography:a/b', 1),
  ];
  const topics = [{ paper: 'arxiv:2301.00002', heading: 'Boats', list: 'x/y' }];
  expect(outsidePapers(titles, citations, topics)).toEqual([
    {
      id: 'arxiv:2301.00001',
      title: 'One',
      source: 'BIBLIOGRAPHY',
      detail: 'a/b',
      confidence: 0.9,
    },
    { id: 'arxiv:2301.00002', title: 'Two', source: 'SURVEY_LIST', detail: 'x/y', confidence: 0.9 },
  ]);
});
