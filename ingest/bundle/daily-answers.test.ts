import { describe, expect, test } from 'vitest';
import { readAnswer } from './daily-answers.ts';
import { createReport } from './report.ts';

const item = {
  paper: {
    id: '2401.00001',
    title: 'On\n  Boats',
    authors: [{ name: 'Ana Lima', hidden: true }],
    publishedAt: '2024-01-01T10:00:00.000Z',
    upvotes: 3,
  },
  numComments: 1,
};
const python = `{'paper': {'id': '2401.00002', 'title': "Stones don't float", 'authors': [], 'publishedAt': '2024-01-02T10:00:00.000Z', 'upvotes': 0}, 'numComments': 0, 'isAuthorParticipating': False}`;
const read = (answer: unknown) => {
  const report = createReport();
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
  const items = readAnswer(text, '2024-01-03', report);
  return { items, ...report.summary() };
};

test('items are read as JSON and as the Python that some days hold, hidden authors included', () => {
  const { items, counts, leftOut } = read([item, python]);
  expect(items.map(({ day, item: { paper } }) => [day, paper.id, paper.title])).toEqual([
    ['2024-01-03', '2401.00001', 'On\n  Boats'],
    ['2024-01-03', '2401.00002', "Stones don't float"],
  ]);
  expect(items[0]?.item.paper.authors).toEqual([{ name: 'Ana Lima' }]);
  expect(counts).toEqual({ 'daily items as JSON': 1, 'daily items as Python': 1 });
  expect(leftOut).toEqual({});
});

test('an answer within what its recorder said of it is read too', () => {
  expect(read({ status: 'success', count: 1, data: [item] }).items).toHaveLength(1);
});

describe('what is damaged is left out and named', () => {
  test.each([
    ['a Python item cut short', [item, python.slice(0, 60)]],
    ['a Python item that calls something', [item, `__import__('os')`]],
    ['an item without a title', [item, { ...item, paper: { ...item.paper, title: ' ' } }]],
    ['an item that is null', [item, null]],
  ])('%s', (_what, answer) => {
    const { items, leftOut } = read(answer);
    expect(items).toHaveLength(1);
    expect(leftOut).toEqual({ 'daily item damaged': ['2024-01-03 item 2'] });
  });

  test.each(['[{', '{"status":"error"}', ''])('the whole answer %j', (answer) => {
    const { items, leftOut } = read(answer);
    expect(items).toEqual([]);
    expect(leftOut).toEqual({ 'daily answer damaged': ['2024-01-03'] });
  });
});
