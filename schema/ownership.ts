/** Which organizations own which repositories. */
import { into, out } from '../graph/algebra.ts';
import { builder } from './builder.ts';
import { Organization, Repository } from './node-types.ts';
import { BY_NAME } from './order.ts';
import { RepositoryConnection, repositoryList, repositoryListArguments } from './repository.ts';

builder.objectField(Organization, 'repositories', (t) =>
  t.field({
    type: RepositoryConnection,
    description: 'The repositories in its account.',
    args: repositoryListArguments,
    resolve: ({ key }, args) => repositoryList(args, { key, path: [out('OWNS')] }),
  }),
);
builder.objectField(Repository, 'organization', (t) =>
  t.field({
    type: Organization,
    nullable: true,
    description: 'The organization whose account it is in; null: a person, or not known.',
    resolve: async ({ key }, _args, { loader }) => {
      const owners = await loader.page(
        { kind: 'Organization', from: { key, path: [into('OWNS')] } },
        BY_NAME,
        { size: 1 },
      );
      return owners.items[0]?.node ?? null;
    },
  }),
);
