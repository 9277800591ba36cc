import { expect, test } from 'vitest';
import { createReport, formatSummary } from './report.ts';

test('counts add up, and what is left out is named', () => {
  const report = createReport();
  report.count('papers', 2);
  report.count('papers');
  report.leaveOut('damaged', '2024-12-11 item 3');
  expect(report.summary()).toEqual({
    counts: { papers: 3 },
    leftOut: { damaged: ['2024-12-11 item 3'] },
  });
});

test('of a long list the first ten names are shown', () => {
  const damaged = Array.from({ length: 12 }, (_, index) => `item ${index}`);
  expect(formatSummary({ counts: { papers: 3 }, leftOut: { damaged } })).toBe(
    `papers: 3\nleft out, damaged: 12 (${damaged.slice(0, 10).join(', ')}, and 2 more)`,
  );
});

test('or as many as are asked for', () => {
  const damaged = Array.from({ length: 12 }, (_, index) => `item ${index}`);
  expect(formatSummary({ counts: {}, leftOut: { damaged } }, Infinity)).toBe(
    `left out, damaged: 12 (${damaged.join(', ')})`,
  );
});
