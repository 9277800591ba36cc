/** Organizations: the type, and the root fields that return them. */
import { into } from '../graph/algebra.ts';
import { fold } from '../graph/fold.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { countedFilter, readCountedFilter } from './counted-filter.ts';
import { byId, byOpenAlexId, byRor, find, type KeyRules } from './find.ts';
import { listReader } from './list.ts';
import { addNodeFields, Node } from './node.ts';
import { Organization } from './node-types.ts';
import { BY_PAPER_COUNT, CountedOrderField, orderInput } from './order.ts';

Organization.implement({
  description: 'A company, university, laboratory or community that papers come from.',
  interfaces: [Node],
  fields: (t) => ({
    slug: t.exposeString('slug', { description: 'Its short name in addresses: `baidu`.' }),
    name: t.exposeString('name', { description: 'As the strongest source spells it.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its own page; null: no source said.',
      resolve: ({ url }) => url,
    }),
    paperCount: t.exposeInt('paperCount', {
      description: 'Papers of this graph that it produced.',
    }),
  }),
});
addNodeFields('Organization', Organization);

const OrganizationKey = builder.inputType('OrganizationKey', {
  description: 'What identifies an organization: exactly one of these.',
  isOneOf: true as const,
  fields: (t) => ({
    id: t.id({ description: 'An `id` as the node shows it.' }),
    slug: t.string({ description: 'The short name in addresses, in any letter case.' }),
    name: t.string({
      description:
        'The name, in any letter case. One that several organizations share is the error AMBIGUOUS, with the ids of the candidates in extensions.candidates.',
    }),
    ror: t.string({ description: 'A ROR id: `02en5vm52`.' }),
    openAlexId: t.string({ description: 'An OpenAlex institution id: `I4210131846`.' }),
  }),
});
const keyRules: KeyRules<typeof OrganizationKey.$inferInput, 'Organization'> = {
  id: byId('Organization'),
  slug: (slug) => ({ name: slug, isMeant: (node) => fold(node.slug) === fold(slug) }),
  name: (name) => ({ name, isMeant: (node) => fold(node.name) === fold(name) }),
  ror: byRor,
  openAlexId: byOpenAlexId,
};

const OrganizationFilter = countedFilter(
  'OrganizationFilter',
  'organizations',
  'the name or the slug',
);
const OrganizationOrder = orderInput('OrganizationOrder', CountedOrderField, 'organizations');
const organizationList = listReader(
  'Organization',
  readCountedFilter(into('PRODUCED_BY')),
  BY_PAPER_COUNT,
);
const { connection: OrganizationConnection } = connectionType('Organization', Organization, {
  of: 'organizations',
  edge: 'An organization in a list.',
});

builder.queryFields((t) => ({
  organization: t.field({
    type: Organization,
    nullable: true,
    description: 'One organization; null where the graph has none by that key.',
    args: {
      by: t.arg({
        type: OrganizationKey,
        required: true,
        description: 'What identifies the organization.',
      }),
    },
    resolve: (_root, { by }, context) => find('Organization', keyRules, by, context),
  }),
  organizations: t.field({
    type: OrganizationConnection,
    description: 'All organizations for which the filter holds.',
    args: {
      filter: t.arg({
        type: OrganizationFilter,
        description: 'Only organizations for which this holds.',
      }),
      orderBy: t.arg({
        type: OrganizationOrder,
        description: 'Which organizations come first; without it, those with the most papers.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: (_root, args) => organizationList(args),
  }),
}));
