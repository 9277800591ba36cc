/** Which papers link to which repositories. */
import { into, out } from '../graph/algebra.ts';
import type { LINK_PLACES, NodeKind } from '../graph/model.ts';
import { builder } from './builder.ts';
import { connectionType, type EdgeType, linkOf } from './connection.ts';
import { describedValues } from './enum-values.ts';
import { Paper, Repository } from './node-types.ts';
import { paperList, paperListArguments } from './paper/paper-list.ts';
import { RepositoryFilter, repositoryList } from './repository.ts';

const LinkPlace = builder.enumType('LinkPlace', {
  description: 'Where a link was found.',
  values: describedValues<(typeof LINK_PLACES)[number]>({
    METADATA: 'In the record that a source keeps of the paper.',
    ABSTRACT: 'In the text of the abstract.',
    CURATED: 'By a curator who looked.',
  }),
});

const paperRepositories = connectionType('PaperRepository', Repository, {
  of: 'the repositories that a paper links to',
  edge: 'A repository that a paper links to, and where the link was found.',
  link: 'LINKS_TO',
});
const repositoryPapers = connectionType('RepositoryPaper', Paper, {
  of: 'the papers that link to a repository',
  edge: 'A paper that links to a repository, and where the link was found.',
  link: 'LINKS_TO',
});
addLinkFields(paperRepositories.edge);
addLinkFields(repositoryPapers.edge);

/** What both ends of a link show of it. */
function addLinkFields<K extends NodeKind>(edge: EdgeType<K>): void {
  builder.objectFields(edge, (t) => ({
    isOfficial: t.boolean({
      nullable: true,
      description: "Whether it is the authors' own repository for the paper; null: no source said.",
      resolve: (value) => linkOf(value, 'LINKS_TO').isOfficial,
    }),
    foundIn: t.field({
      type: LinkPlace,
      description: 'Where the link was found.',
      resolve: (value) => linkOf(value, 'LINKS_TO').foundIn,
    }),
  }));
}

builder.objectField(Paper, 'repositories', (t) =>
  t.field({
    type: paperRepositories.connection,
    description: 'The repositories that it links to, those of the most papers first.',
    args: {
      filter: t.arg({
        type: RepositoryFilter,
        description: 'Only repositories for which this holds.',
      }),
      ...t.arg.connectionArgs(),
    },
    resolve: ({ key }, args) => repositoryList(args, { key, path: [out('LINKS_TO')] }),
  }),
);
builder.objectField(Repository, 'papers', (t) =>
  t.field({
    type: repositoryPapers.connection,
    description: 'The papers that link to it.',
    args: paperListArguments,
    resolve: ({ key }, args) => paperList(args, { key, path: [into('LINKS_TO')] }),
  }),
);
