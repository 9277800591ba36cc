/** Which concepts are part of which broader ones. */
import { into, out } from '../graph/algebra.ts';
import { builder } from './builder.ts';
import { ConceptConnection } from './concept.ts';
import { listReader, unfiltered } from './list.ts';
import { Concept } from './node-types.ts';
import { BY_NAME } from './order.ts';
import { MAX_PAGE_SIZE } from './page-arguments.ts';

const conceptsByName = listReader('Concept', unfiltered, BY_NAME);

builder.objectField(Concept, 'broader', (t) =>
  t.field({
    type: [Concept],
    description: `The concepts that it is part of, one step up, by name, at most ${MAX_PAGE_SIZE}.`,
    resolve: async ({ key }, _args, { loader }) => {
      const broader = await loader.page(
        { kind: 'Concept', from: { key, path: [out('BROADER')] } },
        BY_NAME,
        { size: MAX_PAGE_SIZE },
      );
      return broader.items.map(({ node }) => node);
    },
  }),
);
builder.objectField(Concept, 'narrower', (t) =>
  t.field({
    type: ConceptConnection,
    description: 'The concepts that are part of it, one step down, by name.',
    args: t.arg.connectionArgs(),
    resolve: ({ key }, args) => conceptsByName(args, { key, path: [into('BROADER')] }),
  }),
);
