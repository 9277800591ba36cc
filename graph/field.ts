/** What kind of value a field of the model holds, read off its zod type. */
import { z } from 'zod';
import { type EdgeKind, edgeEntry, type NodeKind, nodeEntry } from './model.ts';
import { remembered } from './remembered.ts';

export interface Field {
  readonly form: 'text' | 'integer' | 'real' | 'boolean' | 'list';
  readonly isNullable: boolean;
}

function fieldOf(type: z.ZodType): Field {
  if (type instanceof z.ZodNullable) {
    return { ...fieldOf(type.unwrap() as z.ZodType), isNullable: true };
  }
  if (type instanceof z.ZodDefault) return fieldOf(type.unwrap() as z.ZodType);
  return { form: formOf(type), isNullable: false };
}

function formOf(type: z.ZodType): Field['form'] {
  if (type instanceof z.ZodArray) return 'list';
  if (type instanceof z.ZodBoolean) return 'boolean';
  if (type instanceof z.ZodNumberFormat) return 'integer';
  if (type instanceof z.ZodNumber) return 'real';
  return 'text';
}

const fieldsOf = (types: Readonly<Record<string, z.ZodType>>) =>
  Object.entries(types).map(([name, type]) => [name, fieldOf(type)] as const);

/** All that a predicate or an order may name of a node: fields, derived fields and counts, in storage order. */
export const nodeFields = remembered((kind: NodeKind): ReadonlyMap<string, Field> => {
  const { fields, derived, counts } = nodeEntry(kind);
  return new Map<string, Field>([
    ...fieldsOf(fields),
    ...fieldsOf(
      Object.fromEntries(Object.entries(derived).map(([name, { type }]) => [name, type])),
    ),
    ...Object.keys(counts).map(
      (name) => [name, { form: 'integer', isNullable: false }] as [string, Field],
    ),
  ]);
});

/** All that a predicate or an order may name of an edge: its fields, and its best statement's confidence. */
export const edgeFields = remembered((kind: EdgeKind): ReadonlyMap<string, Field> => {
  return new Map<string, Field>([
    ...fieldsOf(edgeEntry(kind).fields),
    ['confidence', { form: 'real', isNullable: false }],
  ]);
});
