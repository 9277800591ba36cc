/** What all kinds of node share: an id, outside ids, provenance; and the fields that find any node by its id. */
import type { ImplementableObjectRef } from '@pothos/core';
import { invariant } from '../graph/errors.ts';
import type { NodeKind } from '../graph/model.ts';
import type { Details, Row } from '../graph/row.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { Context } from './context.ts';
import { badInput } from './errors.ts';
import { ExternalId, externalIdsOf } from './external-id.ts';
import { readGlobalId, writeGlobalId } from './global-id.ts';
import { Provenance } from './provenance.ts';

const MAX_IDS = 500;

export const Node = builder.nodeInterfaceRef();

/** The fields that every type of node has. */
export function addNodeFields<K extends NodeKind>(
  kind: K,
  type: ImplementableObjectRef<SchemaTypes, Row<K>>,
): void {
  builder.objectFields(type, (t) => ({
    // Not the plugin's global id field: that one waits, and a promise a node is dear in a large answer.
    id: t.id({
      description:
        'Id of this node among all nodes of every kind; opaque, and stable over imports.',
      resolve: ({ kind, key }) => writeGlobalId({ kind, key }),
    }),
    externalIds: t.field({
      type: [ExternalId],
      description: 'What the world outside calls it; empty where no source gave an id.',
      resolve: async (node, _args, context) =>
        externalIdsOf((await detailsOf(kind, node, context)).ids),
    }),
    provenance: t.field({
      type: [Provenance],
      description: 'Who states this node, one entry for each source and record.',
      resolve: async (node, _args, context) => (await detailsOf(kind, node, context)).provenance,
    }),
  }));
}

/** What is read with a node alone; asked only where the node came without. */
export async function detailsOf<K extends NodeKind>(
  kind: K,
  node: Row<K>,
  { loader }: Context,
): Promise<Details<K>> {
  if (hasDetails(node)) return node;
  const { key }: { readonly key: string } = node;
  const found = await loader.node(kind, key);
  invariant(found !== null, 'a node of an answer is in the version of the graph it came from');
  return found;
}

const hasDetails = <K extends NodeKind>(node: Row<K>): node is Row<K> & Details<K> =>
  'provenance' in node;

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'The node of an id; null where the graph has no such node.',
    args: { id: t.arg.id({ required: true, description: 'An `id` as a node shows it.' }) },
    resolve: (_root, { id }, context) => findById(id, 'id', context),
  }),
);

builder.queryField('nodes', (t) =>
  t.field({
    type: [Node],
    nullable: { list: false, items: true },
    description: 'The nodes of ids, in their order; null for each the graph has no node of.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: `Ids as nodes show them, of any kinds, at most ${MAX_IDS}.`,
      }),
    },
    resolve: (_root, { ids }, context) => {
      if (ids.length > MAX_IDS) {
        throw badInput('ids', `has ${ids.length} ids; at most ${MAX_IDS} are allowed.`);
      }
      return ids.map((id, index) => findById(id, `ids[${index}]`, context));
    },
  }),
);

async function findById(text: string, argument: string, { loader }: Context) {
  const { kind, key } = readGlobalId(text, argument);
  return loader.node(kind, key);
}
