/** Other papers from the organizations of a paper. */
import { into, out, type Predicate } from '../graph/algebra.ts';
import { invariant } from '../graph/errors.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { Organization, Paper } from './node-types.ts';
import { BY_NAME } from './order.ts';
import { MAX_PAGE_SIZE } from './page-arguments.ts';
import { paperList, paperListArguments } from './paper/paper-list.ts';

const sameOrganization = connectionType('SameOrganization', Paper, {
  of: 'other papers from any organization of a paper',
  edge: 'Another paper from an organization of a paper.',
});

builder.objectField(sameOrganization.edge, 'via', (t) =>
  t.field({
    type: [Organization],
    description: `The organizations that produced both papers, by name, at most ${MAX_PAGE_SIZE}.`,
    resolve: async ({ list, node }, _args, { loader }) => {
      const { from } = list.set;
      invariant(from !== undefined, 'this list starts from a paper');
      const producedBoth = await loader.page(
        {
          kind: 'Organization',
          from: { key: from.key, path: [out('PRODUCED_BY')] },
          where: produced(node.key),
        },
        BY_NAME,
        { size: MAX_PAGE_SIZE },
      );
      return producedBoth.items.map((item) => item.node);
    },
  }),
);

const produced = (paper: string): Predicate => ({
  op: 'linked',
  path: [into('PRODUCED_BY')],
  to: { op: 'named', names: [paper] },
});

builder.objectField(Paper, 'sameOrganizationPapers', (t) =>
  t.field({
    type: sameOrganization.connection,
    description: 'Other papers from any organization of this paper; itself is not among them.',
    args: paperListArguments,
    resolve: ({ key }, args) =>
      paperList(args, { key, path: [out('PRODUCED_BY'), into('PRODUCED_BY')] }),
  }),
);
