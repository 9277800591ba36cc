/** Relay connections over lists: edges, nodes, pageInfo and totalCount, each asked only where selected. */
import type { ImplementableObjectRef } from '@pothos/core';
import { listFingerprint, writeCursor } from '../graph/cursor.ts';
import type { Item, Page } from '../graph/engine.ts';
import { invariant } from '../graph/errors.ts';
import { type EdgeKind, edgeEntry, type NodeKind } from '../graph/model.ts';
import type { EdgeRow, Row } from '../graph/row.ts';
import { builder, type SchemaTypes } from './builder.ts';
import type { Context } from './context.ts';
import type { List } from './list.ts';
import { warnOfUnknown } from './name.ts';
import { Provenance } from './provenance.ts';

/** A node in a list. */
export interface ListEdge<K extends NodeKind = NodeKind> extends Item<K> {
  readonly list: List<K>;
}

export type EdgeType<K extends NodeKind> = ImplementableObjectRef<SchemaTypes, ListEdge<K>>;

interface ConnectionOptions {
  /** What the list holds: goes on from "A list of". */
  readonly of: string;
  /** What an edge is beside its node. */
  readonly edge: string;
  /** The kind of edge that leads to each node, where its data is shown. */
  readonly link?: EdgeKind;
}

/** The types NameConnection and NameEdge. What else an edge shows is added to `edge` by who asks for it. */
export function connectionType<K extends NodeKind>(
  name: string,
  node: ImplementableObjectRef<SchemaTypes, Row<K>>,
  { of, edge: edgeDescription, link }: ConnectionOptions,
) {
  const edge = builder.objectRef<ListEdge<K>>(`${name}Edge`);
  edge.implement({
    description: edgeDescription,
    fields: (t) => ({
      cursor: t.string({
        description:
          'Where this edge stands in its list, to give as `after` or `before` of the same list.',
        resolve: ({ list, position }) => writeCursor(position, fingerprintOf(list)),
      }),
      node: t.expose('node', { type: node, description: 'The node that is listed.' }),
    }),
  });
  if (link !== undefined) {
    builder.objectField(edge, 'provenance', (t) =>
      t.field({
        type: [Provenance],
        description: 'Who states this edge, one entry for each source and record.',
        resolve: (value) => linkOf(value, link).provenance,
      }),
    );
  }
  const connection = builder.objectRef<List<K>>(`${name}Connection`);
  connection.implement({
    description: `A list of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [edge],
        description: 'The nodes asked for, each with its place in the list and what links it.',
        resolve: async (list, _args, context) => {
          const { items } = await pageOf(list, context);
          return items.map((item) => ({ ...item, list }));
        },
      }),
      nodes: t.field({
        type: [node],
        description: 'The same nodes, for who needs nothing of their edges.',
        resolve: async (list, _args, context) =>
          (await pageOf(list, context)).items.map((item) => item.node),
      }),
      pageInfo: t.field({
        type: builder.pageInfoRef(),
        description: 'Whether and from where the list goes on.',
        resolve: async (list, _args, context) => pageInfo(list, await pageOf(list, context)),
      }),
      totalCount: t.int({
        description: 'How many nodes the whole list has, however few of them are asked for.',
        resolve: (list, _args, context) => countOf(list, context),
      }),
    }),
  });
  return { connection, edge };
}

const pageOf = <K extends NodeKind>(list: List<K>, context: Context): Promise<Page<K>> =>
  withWarnings(list, context, context.loader.page(list.set, list.order, list.window));

const countOf = (list: List, context: Context): Promise<number> =>
  withWarnings(list, context, context.loader.count(list.set));

/** The names are looked up in the same tick as the question, so they cost no ask of their own. */
async function withWarnings<T>(list: List, context: Context, answer: Promise<T>): Promise<T> {
  const [answered] = await Promise.all([answer, warnOfUnknown(list.mentions, context)]);
  return answered;
}

function pageInfo(list: List, { items, hasMore }: Page) {
  const { after, before, backward = false } = list.window;
  const cursor = (item: Item | undefined) =>
    item === undefined ? null : writeCursor(item.position, fingerprintOf(list));
  // A page goes on past its cursor at least by the node that the cursor came from.
  return {
    hasNextPage: backward ? before !== undefined : hasMore || before !== undefined,
    hasPreviousPage: backward ? hasMore || after !== undefined : after !== undefined,
    startCursor: cursor(items[0]),
    endCursor: cursor(items.at(-1)),
  };
}

const fingerprints = new WeakMap<List, string>();
/** Once for a list, however many edges it has. */
function fingerprintOf(list: List): string {
  const known = fingerprints.get(list) ?? listFingerprint(list.set, list.order);
  fingerprints.set(list, known);
  return known;
}

/** The data of the edge that leads to a node, in a list along one edge of that kind. */
export function linkOf<E extends EdgeKind>({ edge }: ListEdge, kind: E): EdgeRow<E> {
  invariant(edge !== undefined && isOf(kind, edge), `the list is along one ${kind}`);
  return edge;
}

const isOf = <E extends EdgeKind>(kind: E, edge: EdgeRow): edge is EdgeRow<E> =>
  Object.keys(edgeEntry(kind).fields).every((name) => name in edge);
