import { describe, expect, test } from 'vitest';
import { isoDay, type MonthDay, parseMonthDay, yearLeftOut } from './month-day.ts';

test.each([
  ['May 19', { year: undefined, month: 5, day: 19 }],
  ['Oct 3, 2024', { year: 2024, month: 10, day: 3 }],
  ['September 30', { year: undefined, month: 9, day: 30 }],
  ['Feb 29', { year: undefined, month: 2, day: 29 }],
])('%j is a day', (text, day) => {
  expect(parseMonthDay(text)).toEqual(day);
});

test.each(['', 'May', '19 May', 'May 32', 'Feb 29, 2023', 'Foo 3', 'May 19 2', 'May 0'])(
  '%j is no day',
  (text) => {
    expect(parseMonthDay(text)).toBeUndefined();
  },
);

test('a day that states its year is of that year', () => {
  expect(isoDay({ year: 2024, month: 10, day: 3 }, 2026)).toBe('2024-10-03');
  expect(isoDay({ year: undefined, month: 10, day: 3 }, 2026)).toBe('2026-10-03');
  expect(isoDay({ year: undefined, month: 2, day: 29 }, 2026)).toBeUndefined();
});

describe('the year left out is the latest in which no day of the page is in the future', () => {
  const day = (month: number, of: number, year?: number): MonthDay => ({ year, month, day: of });
  test.each([
    ['2026-08-01T00:00:00Z', [day(5, 21), day(1, 3)], 2026],
    ['2026-05-21T00:00:00Z', [day(5, 21)], 2026],
    ['2026-05-20T12:00:00Z', [day(5, 21)], 2026],
    ['2026-05-19T12:00:00Z', [day(5, 21)], 2025],
    ['2026-02-01T00:00:00Z', [day(1, 3), day(12, 30)], 2025],
    ['2026-02-01T00:00:00Z', [day(1, 3), day(12, 30, 2025)], 2026],
    ['2026-12-31T12:00:00Z', [day(1, 1)], 2027],
    ['2026-08-01T00:00:00Z', [day(2, 29)], 2024],
    ['2026-08-01T00:00:00Z', [], 2026],
  ])('on %s', (now, days, year) => {
    expect(yearLeftOut(days, new Date(now))).toBe(year);
  });
});
