/** What is stored of nodes and edges, and how an engine lets a batch read it. */
import type { Claim } from './claims.ts';
import type { EdgeKind, NodeKind } from './model.ts';

/** ids: the key first. */
export interface StoredNode {
  readonly kind: NodeKind;
  readonly ids: readonly string[];
  readonly claims: readonly Claim[];
}
/** Keys. */
export interface EdgeEnds {
  readonly from: string;
  readonly to: string;
}
export interface StoredEdge extends EdgeEnds {
  readonly kind: EdgeKind;
  readonly claims: readonly Claim[];
}
/** What is stored of what a batch names. */
export interface Store {
  /** The nodes that answer to any of the ids, each once. */
  nodes: (kind: NodeKind, ids: readonly string[]) => Promise<readonly StoredNode[]>;
  /** The keys of the nodes that answer to the ids: all that an edge needs of its ends. */
  keys: (
    kind: NodeKind,
    ids: readonly string[],
  ) => Promise<readonly { readonly id: string; readonly key: string }[]>;
  /** Those of the edges that are there. */
  edges: (kind: EdgeKind, ends: readonly EdgeEnds[]) => Promise<readonly StoredEdge[]>;
  /** All edges at nodes that give way. */
  edgesAt: (kind: NodeKind, keys: readonly string[]) => Promise<readonly StoredEdge[]>;
}
