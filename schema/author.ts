/** Authors: the type, and the root fields that return them. */
import { out } from '../graph/algebra.ts';
import type { AUTHOR_IDENTITIES } from '../graph/model.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { countedFilter, readCountedFilter } from './counted-filter.ts';
import { describedValues } from './enum-values.ts';
import {
  byId,
  byOpenAlexId,
  byOrcid,
  bySemanticScholarAuthorId,
  find,
  type KeyRules,
} from './find.ts';
import { listReader } from './list.ts';
import { addNodeFields, Node } from './node.ts';
import { Author } from './node-types.ts';
import { BY_PAPER_COUNT, CountedOrderField, orderInput } from './order.ts';

const AuthorIdentity = builder.enumType('AuthorIdentity', {
  description: 'What tells an author apart from others.',
  values: describedValues<(typeof AUTHOR_IDENTITIES)[number]>({
    NAME: 'The name alone: two people of one name are one node, and one person of two names is two.',
    SEMANTIC_SCHOLAR: 'An author id of Semantic Scholar, which its software assigns.',
    OPENALEX: 'An author id of OpenAlex, which its software assigns.',
    ORCID: 'An ORCID iD, which the author claims.',
  }),
});

Author.implement({
  description: 'Someone who wrote papers.',
  interfaces: [Node],
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As the strongest source spells it.' }),
    identity: t.field({
      type: AuthorIdentity,
      description: 'How sure it is that this node is one person.',
      resolve: ({ identity }) => identity,
    }),
    paperCount: t.exposeInt('paperCount', { description: 'Papers of this graph by this author.' }),
  }),
});
addNodeFields('Author', Author);

const AuthorKey = builder.inputType('AuthorKey', {
  description: 'What identifies an author: exactly one of these.',
  isOneOf: true as const,
  fields: (t) => ({
    id: t.id({ description: 'An `id` as the node shows it.' }),
    name: t.string({
      description:
        'The name, in any letter case. One that several authors share is the error AMBIGUOUS, with the ids of the candidates in extensions.candidates.',
    }),
    orcid: t.string({ description: 'An ORCID iD: `0000-0002-1825-0097`.' }),
    semanticScholarId: t.string({ description: 'The number of the author at Semantic Scholar.' }),
    openAlexId: t.string({ description: 'An OpenAlex author id: `A5023888391`.' }),
  }),
});
const keyRules: KeyRules<typeof AuthorKey.$inferInput, 'Author'> = {
  id: byId('Author'),
  name: (name) => ({ name }),
  orcid: byOrcid,
  semanticScholarId: bySemanticScholarAuthorId,
  openAlexId: byOpenAlexId,
};

const AuthorFilter = countedFilter('AuthorFilter', 'authors', 'the name');
const AuthorOrder = orderInput('AuthorOrder', CountedOrderField, 'authors');
const authorList = listReader('Author', readCountedFilter(out('AUTHORED')), BY_PAPER_COUNT);
const { connection: AuthorConnection } = connectionType('Author', Author, {
  of: 'authors',
  edge: 'An author in a list.',
});

builder.queryFields((t) => ({
  author: t.field({
    type: Author,
    nullable: true,
    description: 'One author; null where the graph has none by that key.',
    args: {
      by: t.arg({ type: AuthorKey, required: true, description: 'What identifies the author.' }),
    },
    resolve: (_root, { by }, context) => find('Author', keyRules, by, context),
  }),
  authors: t.field({
    type: AuthorConnection,
    description: 'All authors for whom the filter holds.',
    args: {
      filter: t.arg({ type: AuthorFilter, description: 'Only authors for whom this holds.' }),
      orderBy: t.arg({
        type: AuthorOrder,
        description: 'Which authors come first; without it, those with the most papers.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, args) => authorList(args),
  }),
}));
