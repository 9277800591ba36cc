/** A list as a field describes it: nothing is asked until a selection of it is resolved. */
import { conjuncts, type NodeSet, type Order, type Window } from '../graph/algebra.ts';
import type { NodeKind } from '../graph/model.ts';
import { badInput } from './errors.ts';
import type { Rule } from './filter.ts';
import { type OrderInput, readOrder } from './order.ts';
import { type PageArguments, readWindow } from './page-arguments.ts';
import { type Mention, startReading } from './reading.ts';

export interface List<K extends NodeKind = NodeKind> {
  readonly set: NodeSet<K>;
  readonly order: Order;
  readonly window: Window;
  /** Names that its filter gives, to be looked up with its first question. */
  readonly mentions: readonly Mention[];
}

export interface ListArguments<Filter> extends PageArguments {
  readonly filter?: Filter | null | undefined;
  readonly orderBy?: OrderInput | null | undefined;
}

/** Where a list starts: at the end of a path from a node, or undefined for all nodes of the kind. */
export type Start = NodeSet['from'];

/**
 * How lists of one kind of node are read from the arguments of their fields. Throws BAD_USER_INPUT.
 * usualOrder: where orderBy is not given; a field may have its own.
 */
export const listReader =
  <K extends NodeKind, Filter extends object>(kind: K, filterOf: Rule<Filter>, usualOrder: Order) =>
  (args: ListArguments<Filter>, from?: Start, order: Order = usualOrder): List<K> => {
    const reading = startReading('filter');
    const where = args.filter ? filterOf(args.filter, reading) : undefined;
    const set: NodeSet<K> = {
      kind,
      ...(from === undefined ? {} : { from }),
      ...(where === undefined ? {} : { where }),
    };
    const asked = args.orderBy ? readOrder(args.orderBy) : order;
    if (asked.by === 'relevance') checkRanking(set, asked);
    return {
      set,
      order: asked,
      window: readWindow(args, set, asked),
      mentions: reading.met.mentions,
    };
  };

/** Lists that take no filter. */
export const unfiltered: Rule<object> = () => undefined;

/** Relevance is to a text that every node of the set has. */
function checkRanking({ where }: NodeSet, { descending }: Order): void {
  if (!conjuncts(where).some(({ op }) => op === 'text')) {
    throw badInput(
      'orderBy.field',
      'cannot be RELEVANCE without a text that every node has: give filter.text, outside or and not.',
    );
  }
  if (!descending) {
    throw badInput(
      'orderBy.direction',
      'must be DESC with RELEVANCE, which lists the best match first.',
    );
  }
}
