/** Filters on the edges that a list walks, beside those on its nodes. */
import type { Predicate } from '../graph/algebra.ts';
import { readFilter, type Rules } from './filter.ts';
import { startReading } from './reading.ts';

/** Reads the argument edgeFilter; undefined where it is not given or asks for nothing. */
export const linkFilterReader =
  <Filter extends object>(rules: Rules<Filter>) =>
  (filter: Filter | null | undefined): Predicate | undefined =>
    filter ? readFilter(rules, filter, startReading('edgeFilter')) : undefined;
