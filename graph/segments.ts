/**
 * Keyset paging. An order that may meet unknown values is two lists end to end: the known ones in order,
 * then the unknown ones by key. Walking backward is the same lists, reversed.
 */
import type { Order, Position, Window } from './algebra.ts';

/** What remains of one of the two lists, in the direction walked. past: start behind it; until: stop before it. */
export interface Segment {
  readonly isKnown: boolean;
  readonly descending: boolean;
  readonly past?: Position;
  readonly until?: Position;
}

/** The segments to ask one after the other until the page is full. */
export function segments(order: Order, window: Window, isNullable: boolean): readonly Segment[] {
  const isBackward = window.backward === true;
  const descending = order.descending !== isBackward;
  const [past, until] = isBackward ? [window.before, window.after] : [window.after, window.before];
  const known = isNullable ? [true, false] : [true];
  if (isBackward) known.reverse();
  const indexOf = (position: Position) => known.indexOf(position.value !== null);
  const first = past === undefined ? 0 : indexOf(past);
  const last = until === undefined ? known.length - 1 : indexOf(until);
  return known.slice(first, last + 1).map((isKnown, index) => ({
    isKnown,
    descending,
    ...(past !== undefined && index === 0 && { past }),
    ...(until !== undefined && first + index === last && { until }),
  }));
}
