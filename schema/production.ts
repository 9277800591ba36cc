/** Which organizations produced which papers. */
import { into, out } from '../graph/algebra.ts';
import { builder } from './builder.ts';
import { connectionType } from './connection.ts';
import { listReader, unfiltered } from './list.ts';
import { Organization, Paper } from './node-types.ts';
import { BY_PAPER_COUNT } from './order.ts';
import { PaperConnection, paperList, paperListArguments } from './paper/paper-list.ts';

const organizationList = listReader('Organization', unfiltered, BY_PAPER_COUNT);
const paperOrganizations = connectionType('PaperOrganization', Organization, {
  of: 'the organizations that produced a paper',
  edge: 'An organization that produced a paper, and who says so.',
  link: 'PRODUCED_BY',
});

builder.objectField(Paper, 'organizations', (t) =>
  t.field({
    type: paperOrganizations.connection,
    description: 'The organizations that produced it, those with the most papers first.',
    args: t.arg.connectionArgs(),
    resolve: ({ key }, args) => organizationList(args, { key, path: [out('PRODUCED_BY')] }),
  }),
);
builder.objectField(Organization, 'papers', (t) =>
  t.field({
    type: PaperConnection,
    description: 'The papers that it produced.',
    args: paperListArguments,
    resolve: ({ key }, args) => paperList(args, { key, path: [into('PRODUCED_BY')] }),
  }),
);
