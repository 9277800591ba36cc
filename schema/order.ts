/** What lists are ordered by, and in which direction. */
import type { EnumRef } from '@pothos/core';
import type { Order } from '../graph/algebra.ts';
import type { NodeKind, nodes } from '../graph/model.ts';
import { builder, type SchemaTypes } from './builder.ts';

/** A field that the model orders a kind by. */
export type OrderBy<K extends NodeKind> = (typeof nodes)[K]['orders'][number];
/** The values of an enum of such fields. */
export type OrderValues<By extends string> = Readonly<
  Record<string, { readonly value: By; readonly description: string }>
>;

const OrderDirection = builder.enumType('OrderDirection', {
  description:
    'Which end of an order comes first. Nodes of which the value is unknown come last in either.',
  values: {
    ASC: { description: 'Smallest, earliest, or first in the alphabet first.' },
    DESC: { description: 'Largest, latest, or last in the alphabet first.' },
  } as const,
});

/** An input that says how a list is ordered, from the enum of the fields it may name. */
export const orderInput = <By extends string>(
  name: string,
  field: EnumRef<SchemaTypes, By>,
  nodes: string,
) =>
  builder.inputType(name, {
    description: `How a list of ${nodes} is ordered. Nodes of equal value follow each other by an order of their own, always the same.`,
    fields: (t) => ({
      field: t.field({
        type: field,
        required: true,
        description: `What of the ${nodes} is compared.`,
      }),
      direction: t.field({
        type: OrderDirection,
        required: true,
        defaultValue: 'DESC',
        description: 'Which end comes first.',
      }),
    }),
  });

export interface OrderInput {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

export const RELEVANCE = 'relevance';

export const readOrder = ({ field, direction }: OrderInput): Order => ({
  by: field === RELEVANCE ? RELEVANCE : { field },
  descending: direction === 'DESC',
});

/** Lists in which nodes with more papers come first, where nothing else is asked for. */
export const BY_PAPER_COUNT: Order = { by: { field: 'paperCount' }, descending: true };
export const BY_NAME: Order = { by: { field: 'nameKey' }, descending: false };

export const countedOrderValues = {
  NAME: { value: 'nameKey', description: 'By name; letter case and accents do not matter.' },
  PAPER_COUNT: { value: 'paperCount', description: 'By the number of papers in this graph.' },
} as const satisfies OrderValues<OrderBy<'Author' | 'Organization' | 'Repository' | 'Concept'>>;

export const CountedOrderField = builder.enumType('CountedOrderField', {
  description: 'What authors, organizations and concepts are ordered by.',
  values: countedOrderValues,
});
