/** Days as the listing page writes them: `May 19` in the year of viewing, `Oct 18, 2019` in another. */

/** month: from 1. year: undefined where the page leaves it out. */
export interface MonthDay {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:, (\d{4}))?$/iu;

/** Undefined where the text is no such day. */
export function parseMonthDay(text: string): MonthDay | undefined {
  const [, name = '', day = '', year] = MONTH_DAY.exec(text.trim()) ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  const parsed = {
    year: year === undefined ? undefined : Number(year),
    month,
    day: Number(day),
  };
  // Without a year any leap year will do: which one it is, is found out later.
  return month > 0 && isoDay(parsed, parsed.year ?? 2024) !== undefined ? parsed : undefined;
}

/** `2026-05-19`; undefined where that year has no such day. */
export function isoDay(
  { year, month, day }: MonthDay,
  yearWhereLeftOut: number,
): string | undefined {
  const date = new Date(Date.UTC(year ?? yearWhereLeftOut, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

/** East of Greenwich it is tomorrow already. */
const DAY_MS = 24 * 60 * 60 * 1_000;

/**
 * The year that a page leaves out, the same for all its days: the latest in which none of them is in the future.
 * The year of now where it leaves out none.
 */
export function yearLeftOut(days: readonly MonthDay[], now: Date): number {
  const tomorrow = new Date(now.getTime() + DAY_MS);
  const lastDay = tomorrow.toISOString().slice(0, 10);
  const withoutYear = days.filter(({ year }) => year === undefined);
  const fits = (year: number) =>
    withoutYear.every((day) => {
      const iso = isoDay(day, year);
      return iso !== undefined && iso <= lastDay;
    });
  const latest = withoutYear.length === 0 ? now.getUTCFullYear() : tomorrow.getUTCFullYear();
  // A page with Feb 29 may be up to eight years old, around a century without a leap year.
  for (let year = latest; year > latest - 9; year--) if (fits(year)) return year;
  return latest;
}
