/**
 * What a batch changes in a graph, worked out in memory from what is stored: identities resolved, nodes that turn out
 * to be one merged, claims joined. The same for every engine; an engine only loads and stores.
 */
import { type ChangedEdge, changedEdges } from './changed-edges.ts';
import { claimOf, joinClaims, MissingValueError, settleNode } from './claims.ts';
import { type Draft, draftNodes } from './drafts.ts';
import type { Batch } from './engine.ts';
import type { EdgeStatement, NodeStatement } from './row.ts';
import type { Store, StoredEdge, StoredNode } from './store.ts';

type Values = Readonly<Record<string, unknown>>;
/** values: fields, details and derived fields as they are now; before: as they were, absent of a new node. */
export interface ChangedNode extends StoredNode {
  readonly key: string;
  readonly values: Values;
  readonly before?: StoredNode & { readonly values: Values };
}
/** To be stored in this order: edges leave before their nodes do, and nodes come before their edges. */
export interface Changes {
  readonly removedEdges: readonly StoredEdge[];
  /** Nodes that gave way to another, which has their ids now. */
  readonly removedNodes: readonly (StoredNode & { readonly values: Values })[];
  readonly nodes: readonly ChangedNode[];
  readonly edges: readonly ChangedEdge[];
  readonly unresolved: readonly (NodeStatement | EdgeStatement)[];
}

export async function changesOf(batch: Batch, store: Store): Promise<Changes> {
  const drafts = await draftNodes(batch, store);
  const unresolved: NodeStatement[] = [];
  const nodes: ChangedNode[] = [];
  for (const draft of drafts.all()) {
    try {
      const changed = changedNode(draft);
      if (changed !== undefined) nodes.push(changed);
    } catch (error) {
      if (!(error instanceof MissingValueError)) throw error;
      unresolved.push(...draft.statements);
      drafts.remove(draft);
    }
  }
  const gone = drafts.all().flatMap(({ stored }) => stored.slice(1));
  const removedEdges = await edgesAt(store, gone);
  const changed = await changedEdges(batch, store, drafts, removedEdges);
  const removedNodes = gone.map((node) => ({ ...node, values: valuesOf(node) }));
  return {
    removedEdges,
    removedNodes,
    nodes,
    edges: changed.edges,
    unresolved: [...unresolved, ...changed.unresolved],
  };
}

const valuesOf = ({ kind, ids, claims }: StoredNode) => settleNode(kind, ids, claims);

function changedNode({ kind, ids, stored, statements }: Draft): ChangedNode | undefined {
  if (statements.length === 0) return undefined;
  const [before, ...others] = stored;
  const claims = joinClaims([...stored.flatMap((node) => node.claims), ...statements.map(claimOf)]);
  const isSame = JSON.stringify([ids, claims]) === JSON.stringify([before?.ids, before?.claims]);
  if (others.length === 0 && isSame) return undefined;
  const now = { kind, key: ids[0] ?? '', ids, claims };
  const changed = { ...now, values: valuesOf(now) };
  return before === undefined
    ? changed
    : { ...changed, before: { ...before, values: valuesOf(before) } };
}

async function edgesAt(store: Store, nodes: readonly StoredNode[]): Promise<readonly StoredEdge[]> {
  const found: StoredEdge[] = [];
  for (const [kind, group] of Map.groupBy(nodes, (node) => node.kind)) {
    found.push(
      ...(await store.edgesAt(
        kind,
        group.map(({ ids }) => ids[0] ?? ''),
      )),
    );
  }
  const unique = new Map(found.map((edge) => [placeOf(edge), edge]));
  return [...unique.values()];
}

/** Names an edge among all. */
const placeOf = ({ kind, from, to }: Omit<StoredEdge, 'claims'>) =>
  JSON.stringify([kind, from, to]);
