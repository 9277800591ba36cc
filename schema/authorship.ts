/** Who wrote what: papers of authors, and authors of papers. */
import { into, out } from '../graph/algebra.ts';
import type { NodeKind } from '../graph/model.ts';
import { builder } from './builder.ts';
import { connectionType, type EdgeType, linkOf } from './connection.ts';
import { listReader, unfiltered } from './list.ts';
import { Author, Organization, Paper } from './node-types.ts';
import { paperList, paperListArguments } from './paper/paper-list.ts';

const inPaperOrder = listReader('Author', unfiltered, {
  by: { edge: 'position' },
  descending: false,
});
const paperAuthors = connectionType('PaperAuthor', Author, {
  of: 'the authors of a paper',
  edge: 'An author of a paper, and what the paper says of that author.',
  link: 'AUTHORED',
});
const authorPapers = connectionType('AuthorPaper', Paper, {
  of: 'the papers of an author',
  edge: 'A paper of an author, and what it says of that author.',
  link: 'AUTHORED',
});

addAuthorshipFields(paperAuthors.edge);
addAuthorshipFields(authorPapers.edge);

/** What an authorship shows of itself, from the paper and from the author. */
function addAuthorshipFields<K extends NodeKind>(edge: EdgeType<K>): void {
  builder.objectFields(edge, (t) => ({
    position: t.int({
      description: "Where the author stands in the paper's list of authors, from 0.",
      resolve: (value) => linkOf(value, 'AUTHORED').position,
    }),
    organizations: t.field({
      type: [Organization],
      description:
        'The organizations that the paper names for this author; empty where it names none, or none is known.',
      resolve: async (value, _args, { loader }) => {
        const { organizations } = linkOf(value, 'AUTHORED');
        const found = await Promise.all(
          organizations.map((key) => loader.node('Organization', key)),
        );
        return found.filter((organization) => organization !== null);
      },
    }),
  }));
}

builder.objectField(Paper, 'authors', (t) =>
  t.field({
    type: paperAuthors.connection,
    description: 'Its authors, in its own order.',
    args: t.arg.connectionArgs(),
    resolve: ({ key }, args) => inPaperOrder(args, { key, path: [into('AUTHORED')] }),
  }),
);
builder.objectField(Author, 'papers', (t) =>
  t.field({
    type: authorPapers.connection,
    description: 'The papers of this author.',
    args: paperListArguments,
    resolve: ({ key }, args) => paperList(args, { key, path: [out('AUTHORED')] }),
  }),
);
