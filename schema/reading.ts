/** Reading a filter: which argument is being read, how deep it lies, and what was met on the way. */
import type { NodeKind } from '../graph/model.ts';
import { badInput } from './errors.ts';

/** A filter inside a filter inside a filter: more than this is a mistake, or an attack. */
const MAX_FILTER_DEPTH = 10;
/** Fields set in one filter, all that is nested counted. */
const MAX_FILTER_CONDITIONS = 200;
/** Names in one filter: each is looked up, to tell which mean nothing. */
const MAX_FILTER_NAMES = 500;

/** A value that a filter gives as a name of a node, to be looked up when the list is asked. */
export interface Mention {
  readonly argument: string;
  readonly kind: NodeKind;
  readonly value: string;
  /** What the value may mean, in the form the graph compares; one that names a node is enough. */
  readonly names: readonly string[];
}

export interface Reading {
  /** The path of the value being read: `filter.and[0].concepts`. */
  readonly argument: string;
  readonly depth: number;
  readonly met: { conditions: number; readonly mentions: Mention[] };
}

export const startReading = (argument: string): Reading => ({
  argument,
  depth: 0,
  met: { conditions: 0, mentions: [] },
});

export const within = (reading: Reading, property: string): Reading => ({
  ...reading,
  argument: `${reading.argument}.${property}`,
});

export const atIndex = (reading: Reading, index: number): Reading => ({
  ...reading,
  argument: `${reading.argument}[${index}]`,
});

/** One filter further in. Throws BAD_USER_INPUT where that is too deep. */
export function deeper(reading: Reading): Reading {
  if (reading.depth < MAX_FILTER_DEPTH) return { ...reading, depth: reading.depth + 1 };
  throw badInput(reading.argument, `lies too deep: filters nest at most ${MAX_FILTER_DEPTH} deep.`);
}

export function meetCondition({ met, argument }: Reading): void {
  met.conditions += 1;
  if (met.conditions <= MAX_FILTER_CONDITIONS) return;
  throw badInput(
    argument,
    `is one condition too many: a filter has at most ${MAX_FILTER_CONDITIONS}.`,
  );
}

export function meetName({ met, argument }: Reading, mention: Omit<Mention, 'argument'>): void {
  met.mentions.push({ argument, ...mention });
  if (met.mentions.length <= MAX_FILTER_NAMES) return;
  throw badInput(argument, `is one name too many: a filter has at most ${MAX_FILTER_NAMES}.`);
}
