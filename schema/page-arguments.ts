/** From first, after, last and before to the part of a list they ask for. */
import type { NodeSet, Order, Position, Window } from '../graph/algebra.ts';
import { listFingerprint, readCursor } from '../graph/cursor.ts';
import { badInput, quote } from './errors.ts';

const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** Throws BAD_USER_INPUT that names the argument and what it takes. */
export function readWindow(args: PageArguments, set: NodeSet, order: Order): Window {
  const first = readSize('first', args.first);
  const last = readSize('last', args.last);
  if (first !== undefined && last !== undefined) {
    throw badInput('last', 'cannot go with first. Give one of them.');
  }
  if (order.by === 'relevance') refuseBackward(args);
  const position = (argument: 'after' | 'before'): Position | undefined =>
    readPosition(argument, args[argument], set, order);
  const after = position('after');
  const before = position('before');
  return {
    size: first ?? last ?? DEFAULT_PAGE_SIZE,
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
    ...(last === undefined ? {} : { backward: true }),
  };
}

function readSize(argument: 'first' | 'last', size: number | null | undefined): number | undefined {
  if (size === undefined || size === null) return undefined;
  if (size >= 0 && size <= MAX_PAGE_SIZE) return size;
  throw badInput(argument, `must be from 0 to ${MAX_PAGE_SIZE}; it is ${size}.`);
}

function readPosition(
  argument: 'after' | 'before',
  cursor: string | null | undefined,
  set: NodeSet,
  order: Order,
): Position | undefined {
  if (cursor === undefined || cursor === null) return undefined;
  const position = readCursor(cursor, listFingerprint(set, order));
  if (position !== undefined) return position;
  throw badInput(
    argument,
    `is not a cursor of this list: ${quote(cursor)}. Give a cursor of the same field with the same filter and order.`,
  );
}

/** A ranked list is found best first and never known to its end. */
function refuseBackward({ last, before }: PageArguments): void {
  for (const [argument, value] of Object.entries({ last, before })) {
    if (value === undefined || value === null) continue;
    throw badInput(
      argument,
      'cannot go with an order by RELEVANCE, which goes forward only: use first and after.',
    );
  }
}
