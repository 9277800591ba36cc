/** Repositories: the type, and the root fields that return them. */
import type { REPOSITORY_KINDS } from '../graph/model.ts';
import { parseRepositoryAddress } from '../graph/repository-address.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { describedValues } from './enum-values.ts';
import { isOneOf, nonEmpty, readFilter, type Rule, type Rules } from './filter.ts';
import { IntRange, isWithin } from './filter-range.ts';
import { text, TEXT_DESCRIPTION } from './filter-text.ts';
import { byId, find, type KeyRules, soughtId } from './find.ts';
import { listReader } from './list.ts';
import { addNodeFields, Node } from './node.ts';
import { Repository } from './node-types.ts';
import {
  BY_PAPER_COUNT,
  countedOrderValues,
  type OrderBy,
  orderInput,
  type OrderValues,
} from './order.ts';

const RepositoryKind = builder.enumType('RepositoryKind', {
  description: 'What a repository holds.',
  values: describedValues<(typeof REPOSITORY_KINDS)[number]>({
    CODE: 'Source code.',
    MODEL: 'The weights of a model.',
    DATASET: 'A data set.',
    SPACE: 'A demonstration that runs at Hugging Face.',
    OTHER: 'None of these, or not known.',
  }),
});

Repository.implement({
  description: 'A code, model or data repository that papers link to.',
  interfaces: [Node],
  fields: (t) => ({
    url: t.field({
      type: 'URL',
      description: 'Address of its page, as a source spells it.',
      resolve: ({ url }) => url,
    }),
    host: t.exposeString('host', {
      description: 'Where it is hosted: `github.com`, in lower case.',
    }),
    owner: t.exposeString('owner', {
      description: 'The account it belongs to, as its address spells it.',
    }),
    name: t.exposeString('name', {
      description: 'Its name within the account, as its address spells it.',
    }),
    kind: t.field({
      type: RepositoryKind,
      description: 'What it holds, as its address tells.',
      resolve: ({ repositoryKind }) => repositoryKind,
    }),
    stars: t.exposeInt('stars', {
      nullable: true,
      description: 'Stars or likes when last seen; null: no source said.',
    }),
    paperCount: t.exposeInt('paperCount', { description: 'Papers of this graph that link to it.' }),
  }),
});
addNodeFields('Repository', Repository);

const RepositoryKey = builder.inputType('RepositoryKey', {
  description: 'What identifies a repository: exactly one of these.',
  isOneOf: true as const,
  fields: (t) => ({
    id: t.id({ description: 'An `id` as the node shows it.' }),
    url: t.field({
      type: 'URL',
      description: 'Its address, or that of any page in it, in any letter case.',
    }),
  }),
});
const keyRules: KeyRules<typeof RepositoryKey.$inferInput, 'Repository'> = {
  id: byId('Repository'),
  url: ({ href }, argument) =>
    soughtId(
      parseRepositoryAddress(href)?.key,
      href,
      argument,
      'the address of a repository, like https://github.com/owner/name or https://huggingface.co/owner/name',
    ),
};

export const RepositoryFilter = builder.inputType('RepositoryFilter', {
  description:
    'Which repositories: conditions side by side must all hold, and none at all holds for all repositories.',
  fields: (t) => ({
    text: t.string({
      description: `Every word occurs in the owner or the name. ${TEXT_DESCRIPTION}`,
    }),
    hosts: t.stringList({
      description: 'Hosted at one of these: `github.com`, in any letter case.',
    }),
    kinds: t.field({ type: [RepositoryKind], description: 'Of one of these kinds.' }),
    paperCount: t.field({
      type: IntRange,
      description: 'How many papers of this graph link to it.',
    }),
  }),
});
type RepositoryFilterInput = typeof RepositoryFilter.$inferInput;

const filterRules: Rules<RepositoryFilterInput> = {
  text,
  hosts: (hosts, reading) => ({
    op: 'in',
    field: 'host',
    values: nonEmpty(hosts, reading).map((host) => host.trim().toLowerCase()),
  }),
  kinds: isOneOf('repositoryKind'),
  paperCount: isWithin('paperCount'),
};
const readRepositoryFilter: Rule<RepositoryFilterInput> = (filter, reading) =>
  readFilter(filterRules, filter, reading);

const RepositoryOrderField = builder.enumType('RepositoryOrderField', {
  description: 'What repositories are ordered by.',
  values: {
    ...countedOrderValues,
    NAME: { value: 'nameKey', description: 'By owner, then name; letter case does not matter.' },
    STARS: { value: 'stars', description: 'By stars or likes when last seen.' },
  } as const satisfies OrderValues<OrderBy<'Repository'>>,
});
const RepositoryOrder = orderInput('RepositoryOrder', RepositoryOrderField, 'repositories');
export const repositoryList = listReader('Repository', readRepositoryFilter, BY_PAPER_COUNT);
export const { connection: RepositoryConnection } = connectionType('Repository', Repository, {
  of: 'repositories',
  edge: 'A repository in a list.',
});

export const repositoryListArguments = builder.args((t) => ({
  filter: t.field({
    type: RepositoryFilter,
    description: 'Only repositories for which this holds.',
  }),
  orderBy: t.field({
    type: RepositoryOrder,
    description: 'Which repositories come first; without it, those of the most papers.',
  }),
  ...t.connectionArgs(),
}));

builder.queryFields((t) => ({
  repository: t.field({
    type: Repository,
    nullable: true,
    description: 'One repository; null where the graph has none by that key.',
    args: {
      by: t.arg({
        type: RepositoryKey,
        required: true,
        description: 'What identifies the repository.',
      }),
    },
    resolve: (_root, { by }, context) => find('Repository', keyRules, by, context),
  }),
  repositories: t.field({
    type: RepositoryConnection,
    description: 'All repositories for which the filter holds.',
    args: repositoryListArguments,
    resolve: (_root, args) => repositoryList(args),
  }),
}));
