/** What an engine of the graph answers. Engines know nothing of GraphQL. */
import type { NodeSet, Order, Position, Window } from './algebra.ts';
import type { EdgeKind, NodeKind } from './model.ts';
import type { Details, EdgeRow, EdgeStatement, NodeKey, NodeStatement, Row } from './row.ts';

export type Question<K extends NodeKind = NodeKind> =
  | {
      readonly ask: 'page';
      readonly set: NodeSet<K>;
      readonly order: Order;
      readonly window: Window;
    }
  | { readonly ask: 'count'; readonly set: NodeSet<K> }
  /** The node of a key, an external id or a key that gave way to another. */
  | { readonly ask: 'node'; readonly kind: K; readonly key: NodeKey<K> }
  /** The nodes that answer to a name. */
  | { readonly ask: 'named'; readonly kind: K; readonly name: string };

/** A node in a list. edge: of the edge walked, in sets one hop away; paths: how many lead here, in sets two hops away. */
export interface Item<K extends NodeKind = NodeKind> {
  readonly node: Row<K>;
  readonly position: Position;
  readonly edge?: EdgeRow;
  readonly paths?: number;
}
/** hasMore: whether the list goes on past these, in the direction walked. */
export interface Page<K extends NodeKind = NodeKind> {
  readonly items: readonly Item<K>[];
  readonly hasMore: boolean;
}
/** keys: at most MAX_NAMED, in key order. nearest: where no node has the name, the closest names there are, best first. */
export interface Named<K extends NodeKind = NodeKind> {
  readonly keys: readonly NodeKey<K>[];
  readonly nearest: readonly string[];
}
export const MAX_NAMED = 20;

/** What each kind of question is answered with. */
interface AnswerByAsk<K extends NodeKind> {
  page: Page<K>;
  count: number;
  node: (Row<K> & Details<K>) | null;
  named: Named<K>;
}
type KindOf<Q extends Question> = Q extends { set: NodeSet<infer K> }
  ? K
  : Q extends { kind: infer K extends NodeKind }
    ? K
    : never;
export type Answer<Q extends Question> = Q extends Question
  ? AnswerByAsk<KindOf<Q>>[Q['ask']]
  : never;
export type Answers<Q extends readonly Question[]> = {
  -readonly [Index in keyof Q]: Answer<Q[Index]>;
};

export interface AskOptions {
  /** Ends the work, not only the wait for it; rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How long the answers may take, in ms; ENGINE_DEADLINE_MS where absent. */
  readonly deadlineMs?: number;
  /**
   * Asks that share this object are answered from one version of the graph. An engine that cannot go on showing it
   * rejects with a MovedError once there is another.
   */
  readonly snapshot?: object;
}
export const ENGINE_DEADLINE_MS = 8_000;

/** What one transaction writes. source names the checkpoint. */
export interface Batch {
  readonly nodes: readonly NodeStatement[];
  readonly edges: readonly EdgeStatement[];
  readonly source: string;
  readonly checkpoint?: unknown;
}
/**
 * added and changed count nodes and edges, merged counts nodes that gave way to another.
 * unresolved: what was not written: edges with an end that no node answers to, and new nodes
 * without a value that every node of their kind has, such as a title.
 */
export interface Written {
  readonly version: number;
  readonly added: number;
  readonly changed: number;
  readonly merged: number;
  readonly unresolved: readonly (NodeStatement | EdgeStatement)[];
}
export interface GraphState {
  readonly version: number;
  /** When the last batch was written; null: nothing yet. */
  readonly updatedAt: string | null;
  readonly nodeCounts: Readonly<Record<NodeKind, number>>;
  readonly edgeCounts: Readonly<Record<EdgeKind, number>>;
  /** What each source left to go on from. */
  readonly checkpoints: Readonly<Record<string, unknown>>;
}

export interface Engine {
  /** Answers any mix of questions, in order. Rejects with an EngineError or the signal's reason. */
  ask: <const Q extends readonly Question[]>(
    questions: Q,
    options?: AskOptions,
  ) => Promise<Answers<Q>>;
  /** All of the batch or nothing, with its checkpoint and the next version of the graph. Writing it again changes nothing. */
  write: (batch: Batch) => Promise<Written>;
  info: () => Promise<GraphState>;
  /**
   * Everything that is stored, as statements, from one version: nodes before edges, and all that is said of one node or
   * edge together.
   */
  statements: () => AsyncIterable<NodeStatement | EdgeStatement>;
  close: () => Promise<void>;
}
