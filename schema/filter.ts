/** From a filter to a predicate: a table with one small rule for each of its fields. */
import { all, type Predicate } from '../graph/algebra.ts';
import { badInput } from './errors.ts';
import { deeper, meetCondition, type Reading, within } from './reading.ts';

export type Rule<Value> = (value: Value, reading: Reading) => Predicate | undefined;
/** A field of the filter that lacks its rule does not compile. */
export type Rules<Filter> = {
  readonly [Name in keyof Filter]-?: Rule<NonNullable<Filter[Name]>>;
};

/** What holds for every node. */
export const ANYTHING: Predicate = { op: 'and', of: [] };

/** The conditions side by side must all hold; undefined where there is none. Throws BAD_USER_INPUT. */
export function readFilter<Filter extends object>(
  rules: Rules<Filter>,
  filter: Filter,
  reading: Reading,
): Predicate | undefined {
  return readFields(rules, filter, deeper(reading));
}

/** As readFilter, for an input that is one condition in several fields. */
export function readFields<Input extends object>(
  rules: Rules<Input>,
  input: Input,
  reading: Reading,
): Predicate | undefined {
  const names = Object.keys(rules) as (keyof Input & string)[];
  return all(...names.map((name) => readField(rules, name, input[name], within(reading, name))));
}

function readField<Input, Name extends keyof Input>(
  rules: Rules<Input>,
  name: Name,
  value: Input[Name],
  reading: Reading,
): Predicate | undefined {
  // null is as absent: clients send it for a condition they do not set.
  if (value === undefined || value === null) return undefined;
  meetCondition(reading);
  return rules[name](value, reading);
}

/** A list that must have something in it: an empty one would silently mean all, or nothing. */
export function nonEmpty<Item>(items: readonly Item[], { argument }: Reading): readonly Item[] {
  if (items.length > 0) return items;
  throw badInput(argument, 'is an empty list. Give at least one value, or leave it out.');
}

/** The field is one of the values. */
export const isOneOf =
  <Value extends string>(field: string): Rule<readonly Value[]> =>
  (values, reading) => ({ op: 'in', field, values: nonEmpty(values, reading) });

/** The list field holds at least one of the values. */
export const hasOneOf =
  <Value extends string>(field: string): Rule<readonly Value[]> =>
  (values, reading) => ({ op: 'has', field, values: nonEmpty(values, reading) });

export const is =
  (field: string): Rule<boolean> =>
  (value) => ({ op: 'eq', field, value });

/** The number is known to be at least this share, from 0 to 1. */
export const isAtLeastShare =
  (field: string): Rule<number> =>
  (value, { argument }) => {
    if (value >= 0 && value <= 1) return { op: 'gte', field, value };
    throw badInput(argument, `must be from 0 to 1; it is ${value}.`);
  };
