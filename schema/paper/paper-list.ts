/** Lists of papers: the arguments they all take, and how they are read. */
import { builder } from '../builder.ts';
import { connectionType } from '../connection.ts';
import { listReader } from '../list.ts';
import { Paper } from '../node-types.ts';
import { PaperFilter, readPaperFilter } from './paper-filter.ts';
import { NEWEST_FIRST, PaperOrder } from './paper-order.ts';

export const paperListArguments = builder.args((t) => ({
  filter: t.field({ type: PaperFilter, description: 'Only papers for which this holds.' }),
  orderBy: t.field({
    type: PaperOrder,
    description: 'Which papers come first; without it, those published last.',
  }),
  ...t.connectionArgs(),
}));

export const paperList = listReader('Paper', readPaperFilter, NEWEST_FIRST);

export const { connection: PaperConnection } = connectionType('Paper', Paper, {
  of: 'papers',
  edge: 'A paper in a list.',
});
