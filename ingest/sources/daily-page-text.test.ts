import { describe, expect, test } from 'vitest';
import { readDailyPage } from './daily-page-text.ts';

const now = new Date('2026-08-01T00:00:00Z');
const read = (...lines: readonly string[]) => readDailyPage(lines.join('\n'), { now });
/** A made-up abstract, long enough to be told from a title. */
const PROSE = 'Boats float on water and stones do not, which we look at closely here. '
  .repeat(3)
  .trim();
const menu = [
  'new',
  '',
  'Get trending papers in your email inbox!',
  '',
  'Subscribe',
  '',
  'Daily Papers',
  '',
  'byAK and the research community',
  '',
  'May 21',
  '',
];

test('a paper is its title, its abstract, and who and when', () => {
  const page = read(...menu, 'On Boats', '', PROSE, '', '  • 4 authors', '·', 'Dec 3, 2024 2', '');
  expect(page).toEqual({
    isHeaded: true,
    date: '2026-05-21',
    papers: [
      {
        line: 13,
        title: 'On Boats',
        abstract: PROSE,
        date: '2024-12-03',
        authorCount: 4,
        commentCount: 2,
        links: [],
      },
    ],
    unplaced: [],
  });
});

describe('who and when', () => {
  const metaOf = (...lines: readonly string[]) =>
    read('On Boats', '', PROSE, '', ...lines).papers[0];
  test.each([
    [['• 1 authors', '·', 'May 19'], { authorCount: 1, date: '2026-05-19' }],
    [['  •  12 authors · May 19 3'], { authorCount: 12, date: '2026-05-19', commentCount: 3 }],
    [
      ['harbour Harbour Works Ltd', '·', 'Oct 3, 2024 15'],
      {
        organization: { slug: 'harbour', name: 'Harbour Works Ltd' },
        date: '2024-10-03',
        commentCount: 15,
      },
    ],
    [
      ['harbour', '·', 'May 19'],
      { organization: { slug: 'harbour', name: 'harbour' }, date: '2026-05-19' },
    ],
    [
      ['harbour Harbour', '·', '3 authors', '·', 'May 19'],
      { organization: { slug: 'harbour', name: 'Harbour' }, authorCount: 3, date: '2026-05-19' },
    ],
  ])('%j', (lines, meta) => {
    const paper = { line: 1, title: 'On Boats', abstract: PROSE, links: [] };
    expect(metaOf(...lines)).toEqual({ ...paper, ...meta });
  });
});

test('a paper without who and when is followed by the next one', () => {
  const { papers, unplaced } = read(
    'On Boats',
    '',
    PROSE,
    '',
    'How (not) to Sink?',
    '',
    PROSE,
    '',
    '• 2 authors',
    '·',
    'May 1',
  );
  expect(papers.map(({ title, authorCount }) => [title, authorCount])).toEqual([
    ['On Boats', undefined],
    ['How (not) to Sink?', 2],
  ]);
  expect(unplaced).toEqual([]);
});

test('a paper without an abstract has who and when', () => {
  const [first, second] = read(
    'On Boats',
    '',
    '• 2 authors',
    '·',
    'May 1',
    '',
    'On Stones',
    '',
    PROSE,
  ).papers;
  expect(first).toEqual({
    line: 1,
    title: 'On Boats',
    authorCount: 2,
    date: '2026-05-01',
    links: [],
  });
  expect(second?.abstract).toBe(PROSE);
});

test('repositories in the abstract are links, without the full stop of the sentence', () => {
  const text = `${PROSE} Code is at https://github.com/harbour/boats.git. Models: https://huggingface.co/harbour/boat-7B.`;
  expect(read('On Boats', '', text).papers[0]?.links).toEqual([
    'https://github.com/harbour/boats',
    'https://huggingface.co/harbour/boat-7B',
  ]);
});

test('titles keep their signs and their slips', () => {
  const titles = ['From b to Q^*: Your Boat is Leanring', 'A^2B: Boats · Stones'];
  const { papers } = read(...titles.flatMap((title) => [title, '', PROSE, '']));
  expect(papers.map(({ title }) => title)).toEqual(titles);
});

test('a short abstract is told from a title by its full stop', () => {
  const { papers } = read('On Boats', '', 'We look at boats and find that they do float.');
  expect(papers[0]?.abstract).toBe('We look at boats and find that they do float.');
});

test('lines of Windows and no-break spaces make no difference', () => {
  const page = readDailyPage(`On\u00a0Boats\r\n\r\n${PROSE}\r\n\r\n• 2 authors\r\n·\r\nMay 1\r\n`, {
    now,
  });
  expect(page.papers[0]).toMatchObject({ title: 'On Boats', authorCount: 2, line: 1 });
});

test('all days without a year are of one year, the one that is given wins', () => {
  const lines = ['May 21', '', 'On Boats', '', PROSE, '', '• 2 authors', '·', 'Dec 30'].join('\n');
  const datesOf = (options: { now: Date; year?: number }) => {
    const { date, papers } = readDailyPage(lines, options);
    return [date, papers[0]?.date];
  };
  expect(datesOf({ now })).toEqual(['2025-05-21', '2025-12-30']);
  expect(datesOf({ now, year: 2023 })).toEqual(['2023-05-21', '2023-12-30']);
});

describe('a line that cannot be placed is named with its number, and the rest is read', () => {
  const before = ['On Boats', '', PROSE, ''];
  const after = ['', 'On Stones', '', PROSE, '', '• 2 authors', '·', 'May 1'];
  test.each([
    [['Load more'], 'is followed by neither an abstract nor a day'],
    [[`A second paragraph. ${PROSE}`], 'is an abstract without a title'],
    [['• 2 authors', '·', 'yesterday'], 'is no author count or organization with a day'],
  ])('%j', (stray, reason) => {
    const { papers, unplaced } = read(...before, ...stray, ...after);
    expect(unplaced).toEqual(stray.map((text, index) => ({ line: 5 + index, text, reason })));
    expect(papers.map(({ title, authorCount }) => [title, authorCount])).toEqual([
      ['On Boats', undefined],
      ['On Stones', 2],
    ]);
  });

  test.each([
    ['under', [PROSE, 'Load more'], 4],
    ['over', ['Load more', PROSE], 3],
  ])('a line right %s an abstract, which is one line', (_where, block, line) => {
    const { papers, unplaced } = read('On Boats', '', ...block, '', '• 2 authors', '·', 'May 1');
    expect(papers.map(({ abstract, authorCount }) => [abstract, authorCount])).toEqual([
      [PROSE, 2],
    ]);
    const reason = 'stands beside an abstract, which is one line';
    expect(unplaced).toEqual([{ line, text: 'Load more', reason }]);
  });

  test('a second line of who and when', () => {
    const meta = ['• 2 authors', '·', 'May 1', ''];
    const { unplaced } = read(...before, ...meta, ...meta);
    expect(unplaced.map(({ line, reason }) => [line, reason])).toEqual(
      [9, 10, 11].map((line) => [line, 'tells of a paper, and no paper stands before it']),
    );
  });

  test('a menu before the day of the page, and what follows the last paper', () => {
    const { papers, unplaced } = read('Models', '', 'May 21', '', ...before, 'Next page');
    expect(unplaced.map(({ line, text }) => [line, text])).toEqual([
      [1, 'Models'],
      [9, 'Next page'],
    ]);
    expect(papers).toHaveLength(1);
  });
});

test('an empty text has no papers', () => {
  expect(read('')).toEqual({ isHeaded: false, papers: [], unplaced: [] });
});
