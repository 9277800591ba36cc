/** Ranges of numbers and days in filters. */
import { all, type Predicate, type Range } from '../graph/algebra.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';
import type { Rule } from './filter.ts';
import type { Reading } from './reading.ts';

export const IntRange = builder.inputType('IntRange', {
  description: 'A range of whole numbers, both ends inside. At least one end must be given.',
  fields: (t) => ({
    min: t.int({ description: 'The smallest number inside; without it, no lower end.' }),
    max: t.int({ description: 'The largest number inside; without it, no upper end.' }),
  }),
});
export type IntRangeInput = typeof IntRange.$inferInput;

export const DateRange = builder.inputType('DateRange', {
  description:
    'A range of days: `from` is inside, `before` is outside, so that ranges end to end overlap nowhere. At least one must be given.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day inside; without it, no beginning.' }),
    before: t.field({
      type: 'Date',
      description: 'The first day after the range; without it, no end.',
    }),
  }),
});
export type DateRangeInput = typeof DateRange.$inferInput;

/** Both ends inside, and in order. */
export function readRange({ min, max }: IntRangeInput, { argument }: Reading): Range {
  const given = min ?? undefined;
  const limit = max ?? undefined;
  if (given === undefined && limit === undefined) {
    throw badInput(argument, 'is an empty range. Give min, max or both.');
  }
  if (given !== undefined && limit !== undefined && given > limit) {
    throw badInput(argument, `is turned round: min is ${given}, max ${limit}. min is at most max.`);
  }
  return {
    ...(given === undefined ? {} : { min: given }),
    ...(limit === undefined ? {} : { max: limit }),
  };
}

/** The number is known and inside. */
export const isWithin =
  (field: string): Rule<IntRangeInput> =>
  (input, reading) => {
    const { min, max } = readRange(input, reading);
    return all(
      min === undefined ? undefined : { op: 'gte', field, value: min },
      max === undefined ? undefined : { op: 'lte', field, value: max },
    );
  };

/** The day is known and inside. */
export const isDuring =
  (field: string): Rule<DateRangeInput> =>
  ({ from, before }, { argument }): Predicate | undefined => {
    const first = dayOf(from);
    const end = dayOf(before);
    if (first === undefined && end === undefined) {
      throw badInput(argument, 'is an empty range. Give from, before or both.');
    }
    if (first !== undefined && end !== undefined && first >= end) {
      throw badInput(
        argument,
        `holds no day: from is ${first}, before ${end}. from must be an earlier day than before.`,
      );
    }
    return all(
      first === undefined ? undefined : { op: 'gte', field, value: first },
      end === undefined ? undefined : { op: 'lt', field, value: end },
    );
  };

/** Days are compared as the model stores them: text that sorts as the calendar does. */
const dayOf = (date: Date | null | undefined): string | undefined =>
  date?.toISOString().slice(0, 10);
