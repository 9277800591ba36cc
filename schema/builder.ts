/** The Pothos builder: which types the schema speaks in, and how Relay's parts of it are described. */
import SchemaBuilder from '@pothos/core';
import RelayPlugin from '@pothos/plugin-relay';
import type { Context } from './context.ts';

interface OwnTypes {
  Context: Context;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: Date; Output: string };
    DateTime: { Input: Date; Output: string };
    URL: { Input: URL; Output: string };
  };
}

/** Ours and those that Pothos adds: what a reference to a type of this schema is typed by. */
export type SchemaTypes = PothosSchemaTypes.ExtendDefaultTypes<OwnTypes>;

export const builder = new SchemaBuilder<OwnTypes>({
  plugins: [RelayPlugin],
  // Non-null is what the graph computes or requires; what a source may not know says `nullable: true`.
  defaultFieldNullability: false,
  relay: {
    // node and nodes are fields of node.ts, which names the argument of an id it cannot read.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description:
        'Anything in the graph that has an id: a paper, author, organization, repository or concept.',
      resolveType: (node) => kindOf(node),
    },
    idFieldOptions: {
      description:
        'Id of this node among all nodes of every kind; opaque, and stable over imports.',
    },
    pageInfoTypeOptions: {
      description:
        'Where a page stands in its list. Counted exactly, not guessed from the page being full.',
    },
    hasNextPageFieldOptions: { description: 'Whether the list goes on after the last edge here.' },
    hasPreviousPageFieldOptions: {
      description: 'Whether the list has edges before the first one here.',
    },
    startCursorFieldOptions: {
      description: 'Cursor of the first edge, to give as `before`; null where the page is empty.',
    },
    endCursorFieldOptions: {
      description: 'Cursor of the last edge, to give as `after`; null where the page is empty.',
    },
    firstArgOptions: {
      description:
        'How many from the beginning (or after `after`): 0 to 100. Without `first` and `last`: 20.',
    },
    lastArgOptions: {
      description: 'How many from the end (or before `before`), still in list order: 0 to 100.',
    },
    afterArgOptions: {
      description: 'Only what follows this cursor, which must be one of this very list.',
    },
    beforeArgOptions: {
      description: 'Only what precedes this cursor, which must be one of this very list.',
    },
  },
});

builder.queryType({
  description:
    'Where every question starts: one node by what identifies it, or a list of all nodes of a kind.',
});

/** Every row of the graph names its kind, and a kind is called what its type is. */
const kindOf = (node: unknown): string | undefined =>
  typeof node === 'object' && node !== null && 'kind' in node && typeof node.kind === 'string'
    ? node.kind
    : undefined;
