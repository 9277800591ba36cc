/** Conditions on linked nodes: NodeMatch names them, LinkMatch may also ask whether there is any. */
import { all, type Hop, type Predicate } from '../graph/algebra.ts';
import { farKind } from '../graph/path.ts';
import { builder } from './builder.ts';
import { badInput } from './errors.ts';
import { nonEmpty, readFields, type Rule, type Rules } from './filter.ts';
import { type NamedValue, namedByAny } from './name.ts';
import { atIndex, type Reading } from './reading.ts';

const MAX_MATCH_VALUES = 100;

export const NodeMatch = builder.inputType('NodeMatch', {
  description: `Which nodes must be linked. Each value is a global id, or what people call the node: a concept's name or alias, an organization's slug or name, an author's name, a paper's arXiv id, DOI, address or title. Letter case, accents and white space do not matter, nor for concepts do plurals, hyphens and an acronym in brackets. A value that names nothing matches nothing and is reported in extensions.warnings with the closest names. At least one list must be given; each takes 1 to ${MAX_MATCH_VALUES} values.`,
  fields: (t) => ({
    any: t.stringList({ description: 'Linked to at least one of these.' }),
    all: t.stringList({ description: 'Linked to every one of these.' }),
    none: t.stringList({ description: 'Linked to none of these.' }),
  }),
});
export type NodeMatchInput = typeof NodeMatch.$inferInput;

export const LinkMatch = builder.inputType('LinkMatch', {
  description: 'Whether and to which nodes there is a link. At least one field must be given.',
  fields: (t) => ({
    exists: t.boolean({ description: 'true: linked to at least one; false: to none at all.' }),
    any: t.stringList({
      description: `Linked to at least one of these: global ids or addresses (\`github.com/owner/name\`, in any letter case), 1 to ${MAX_MATCH_VALUES}.`,
    }),
  }),
});
export type LinkMatchInput = typeof LinkMatch.$inferInput;

/** The nodes that a hop leads to. */
export const matches =
  (hop: Hop): Rule<NodeMatchInput> =>
  (match, reading) =>
    readFields(matchRules(hop), match, reading) ?? refuseEmpty(reading, 'any, all or none');

const matchRules = (hop: Hop): Rules<NodeMatchInput> => ({
  any: (values, reading) => linked(hop, eachOf(values, reading)),
  all: (values, reading) => all(...eachOf(values, reading).map((named) => linked(hop, [named]))),
  none: (values, reading) => ({ op: 'not', of: linked(hop, eachOf(values, reading)) }),
});

/** The nodes that a hop leads to, or whether it leads anywhere. */
export const matchesLink =
  (hop: Hop): Rule<LinkMatchInput> =>
  (match, reading) =>
    readFields(linkRules(hop), match, reading) ?? refuseEmpty(reading, 'exists or any');

const linkRules = (hop: Hop): Rules<LinkMatchInput> => ({
  exists: (exists) =>
    exists ? { op: 'linked', path: [hop] } : { op: 'not', of: { op: 'linked', path: [hop] } },
  any: (values, reading) => linked(hop, eachOf(values, reading)),
});

const linked = (hop: Hop, values: readonly NamedValue[]): Predicate => ({
  op: 'linked',
  path: [hop],
  to: namedByAny(farKind(hop), values),
});

function eachOf(values: readonly string[], reading: Reading): readonly NamedValue[] {
  if (values.length > MAX_MATCH_VALUES) {
    throw badInput(
      reading.argument,
      `has ${values.length} values; at most ${MAX_MATCH_VALUES} are allowed.`,
    );
  }
  return nonEmpty(values, reading).map((value, index) => ({
    value,
    reading: atIndex(reading, index),
  }));
}

function refuseEmpty({ argument }: Reading, fields: string): never {
  throw badInput(argument, `asks for nothing. Give ${fields}.`);
}
