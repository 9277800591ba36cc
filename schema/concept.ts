/** Concepts: the type, and the root fields that return them. */
import { into } from '../graph/algebra.ts';
import { fold } from '../graph/fold.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { countedFilter, readCountedFilter } from './counted-filter.ts';
import { byId, find, type KeyRules } from './find.ts';
import { listReader } from './list.ts';
import { addNodeFields, detailsOf, Node } from './node.ts';
import { Concept } from './node-types.ts';
import { BY_PAPER_COUNT, CountedOrderField, orderInput } from './order.ts';

Concept.implement({
  description: 'What papers are about: a method, task, model, data set or field.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: 'Its short name in addresses: `credit-assignment`.',
    }),
    name: t.exposeString('name', { description: 'What it is called here.' }),
    aliases: t.stringList({
      description: 'What else it is called: abbreviations, plurals, other spellings.',
      resolve: async (concept, _args, context) =>
        (await detailsOf('Concept', concept, context)).aliases,
    }),
    description: t.string({
      nullable: true,
      description: 'What it is, in one sentence; null: nobody wrote one.',
      resolve: async (concept, _args, context) =>
        (await detailsOf('Concept', concept, context)).description,
    }),
    paperCount: t.exposeInt('paperCount', {
      description: 'Papers of this graph that are about it.',
    }),
  }),
});
addNodeFields('Concept', Concept);

const ConceptKey = builder.inputType('ConceptKey', {
  description: 'What identifies a concept: exactly one of these.',
  isOneOf: true as const,
  fields: (t) => ({
    id: t.id({ description: 'An `id` as the node shows it.' }),
    slug: t.string({ description: 'The short name in addresses, in any letter case.' }),
    name: t.string({
      description:
        'The name or any alias, in any letter case, singular or plural. One that several concepts share is the error AMBIGUOUS, with the ids of the candidates in extensions.candidates.',
    }),
  }),
});
const keyRules: KeyRules<typeof ConceptKey.$inferInput, 'Concept'> = {
  id: byId('Concept'),
  slug: (slug) => ({ name: slug, isMeant: (node) => fold(node.slug) === fold(slug) }),
  name: (name) => ({ name }),
};

export const ConceptFilter = countedFilter('ConceptFilter', 'concepts', 'the name or an alias');
const ConceptOrder = orderInput('ConceptOrder', CountedOrderField, 'concepts');
export const conceptList = listReader('Concept', readCountedFilter(into('ABOUT')), BY_PAPER_COUNT);
export const { connection: ConceptConnection } = connectionType('Concept', Concept, {
  of: 'concepts',
  edge: 'A concept in a list.',
});

builder.queryFields((t) => ({
  concept: t.field({
    type: Concept,
    nullable: true,
    description: 'One concept; null where the graph has none by that key.',
    args: {
      by: t.arg({ type: ConceptKey, required: true, description: 'What identifies the concept.' }),
    },
    resolve: (_root, { by }, context) => find('Concept', keyRules, by, context),
  }),
  concepts: t.field({
    type: ConceptConnection,
    description: 'All concepts for which the filter holds.',
    args: {
      filter: t.arg({ type: ConceptFilter, description: 'Only concepts for which this holds.' }),
      orderBy: t.arg({
        type: ConceptOrder,
        description: 'Which concepts come first; without it, those with the most papers.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, args) => conceptList(args),
  }),
}));
