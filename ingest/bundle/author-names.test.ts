import { describe, expect, test } from 'vitest';
import { authorNames, cleanName } from './author-names.ts';
import { createReport } from './report.ts';

test.each([
  ['  Ana\n  Lima ', 'Ana Lima'],
  ['Jose\u0301 Núñez', 'José Núñez'],
  ['and Lei Bo', 'Lei Bo'],
  ['Andy Or', 'Andy Or'],
])('%j is the name %j', (entry, name) => {
  expect(cleanName(entry)).toBe(name);
});

describe('who is no one person is left out and named', () => {
  test.each([
    ['Comet Team', 'author that is an organization'],
    ['Team Comet', 'author that is an organization'],
    ['Comet-Team', 'author that is an organization'],
    ['CometTeam', 'author that is an organization'],
    ['comet contributors', 'author that is an organization'],
    ['NVIDIA', 'author that is an organization'],
    ['Maria Garcia. Hans Meier', 'author that is a list'],
    ['—', 'author without a name'],
  ])('%s', (entry, why) => {
    const report = createReport();
    expect(authorNames(['Ana Lima', entry, 'Bo Li'], 'arxiv:2401.00001', report)).toEqual([
      'Ana Lima',
      'Bo Li',
    ]);
    expect(Object.keys(report.summary().leftOut)).toEqual([why]);
  });
});

test('whoever may be a person stays, in the order of the paper', () => {
  const names = ['Steam Li', 'J. R. Smith Jr. III', 'Lin', 'Qingyao Ai', 'W. M. P. van der Berg'];
  const report = createReport();
  expect(authorNames(names, 'arxiv:2401.00001', report)).toEqual(names);
  expect(report.summary().leftOut).toEqual({});
});
