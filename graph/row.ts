/** What is written to and read from a graph, typed by the model. */
import type { z } from 'zod';
import type { EdgeKind, edges, NodeKind, nodes, Provenance } from './model.ts';

/** Stable text, unique within its kind. A paper's key does not pass for an author's. */
export type NodeKey<K extends NodeKind = NodeKind> = string & { readonly kind?: K };

type Read<Types> = { -readonly [Name in keyof Types]: z.output<Types[Name]> };
type Stated<Types> = { -readonly [Name in keyof Types]?: z.input<Types[Name]> | undefined };
type Derived<Entries> = {
  -readonly [Name in keyof Entries]: Entries[Name] extends { type: infer Type }
    ? z.output<Type>
    : never;
};
type Counts<Entries> = { -readonly [Name in keyof Entries]: number };

/** A node as every page returns it. */
export type Row<K extends NodeKind = NodeKind> = K extends NodeKind
  ? { readonly kind: K; readonly key: NodeKey<K> } & Read<(typeof nodes)[K]['fields']> &
      Derived<(typeof nodes)[K]['derived']> &
      Counts<(typeof nodes)[K]['counts']>
  : never;

/** What only a node asked for by key carries. ids: its external ids as text, see external-id.ts. */
export type Details<K extends NodeKind = NodeKind> = Read<(typeof nodes)[K]['details']> & {
  readonly ids: readonly string[];
  readonly provenance: readonly Provenance[];
};

/** The data of an edge: its fields, its details, and who states it. */
export type EdgeRow<E extends EdgeKind = EdgeKind> = E extends EdgeKind
  ? Read<(typeof edges)[E]['fields']> &
      Read<(typeof edges)[E]['details']> & {
        readonly confidence: number;
        readonly provenance: readonly Provenance[];
      }
  : never;

export type NodeValues<K extends NodeKind> = Stated<(typeof nodes)[K]['fields']> &
  Stated<(typeof nodes)[K]['details']>;
export type EdgeValues<E extends EdgeKind> = Stated<(typeof edges)[E]['fields']> &
  Stated<(typeof edges)[E]['details']>;

/**
 * One source's word on a node. `ids` are its external ids or, where it has none, a key of our own making;
 * strongest first: the first becomes the key of a node that is new. At least one.
 */
export type NodeStatement<K extends NodeKind = NodeKind> = K extends NodeKind
  ? {
      readonly kind: K;
      readonly ids: readonly string[];
      readonly values: NodeValues<K>;
      readonly provenance: Provenance;
    }
  : never;

/** One source's word on an edge between two nodes, each named by any of its ids. */
export type EdgeStatement<E extends EdgeKind = EdgeKind> = E extends EdgeKind
  ? {
      readonly kind: E;
      readonly from: string;
      readonly to: string;
      readonly values: EdgeValues<E>;
      readonly provenance: Provenance;
    }
  : never;
