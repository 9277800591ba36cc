/** The edges that a batch adds or changes, once its nodes are known. */
import { type Claim, claimOf, joinClaims, MissingValueError, settleEdge } from './claims.ts';
import { type Draft, type Drafts, draftEnds, keyOf } from './drafts.ts';
import type { Batch } from './engine.ts';
import { edgeEntry, type EdgeKind } from './model.ts';
import type { EdgeStatement } from './row.ts';
import type { Store, StoredEdge } from './store.ts';

export interface ChangedEdge extends StoredEdge {
  readonly values: Readonly<Record<string, unknown>>;
  readonly isNew: boolean;
}

interface EdgeDraft {
  readonly from: Draft;
  readonly to: Draft;
  readonly claims: Claim[];
  readonly statements: EdgeStatement[];
}
/**
 * `removed`: edges of nodes that gave way, which go on between the nodes that their ends are now.
 * unresolved: statements whose ends are missing or one, or that lack a value their kind of edge needs.
 */
export async function changedEdges(
  batch: Batch,
  store: Store,
  drafts: Drafts,
  removed: readonly StoredEdge[],
): Promise<{ edges: readonly ChangedEdge[]; unresolved: readonly EdgeStatement[] }> {
  const unresolved: EdgeStatement[] = [];
  const edges = new Map<EdgeKind, Map<string, EdgeDraft>>();
  /** The edge between two nodes, by any of their ids; undefined where an end is missing or both are one. */
  const draft = (kind: EdgeKind, fromId: string, toId: string): EdgeDraft | undefined => {
    const from = drafts.find(edgeEntry(kind).from, fromId);
    const to = drafts.find(edgeEntry(kind).to, toId);
    if (from === undefined || to === undefined || from === to) return undefined;
    const place = JSON.stringify([keyOf(from), keyOf(to)]);
    const ofKind = edges.get(kind) ?? new Map<string, EdgeDraft>();
    const known = ofKind.get(place) ?? { from, to, claims: [], statements: [] };
    edges.set(kind, ofKind.set(place, known));
    return known;
  };
  for (const statement of batch.edges) {
    const found = draft(statement.kind, statement.from, statement.to);
    if (found === undefined) unresolved.push(statement);
    else found.statements.push(statement);
  }
  // The batch need not name the far ends of these.
  await draftEnds(store, drafts, removed);
  for (const { kind, from, to, claims } of removed) draft(kind, from, to)?.claims.push(...claims);

  const changed: ChangedEdge[] = [];
  for (const [kind, ofKind] of edges) {
    const stored = await storedEdges(store, kind, [...ofKind.values()]);
    for (const [place, { from, to, claims: moved, statements }] of ofKind) {
      const ends = { kind, from: keyOf(from), to: keyOf(to) };
      const known = stored.get(place);
      const claims = joinClaims([...(known?.claims ?? []), ...moved, ...statements.map(claimOf)]);
      if (known !== undefined && JSON.stringify(claims) === JSON.stringify(known.claims)) continue;
      try {
        const values = settleEdge(kind, claims);
        changed.push({ ...ends, claims, values, isNew: known === undefined });
      } catch (error) {
        if (!(error instanceof MissingValueError)) throw error;
        unresolved.push(...statements);
      }
    }
  }
  return { edges: changed, unresolved };
}

/** Edges that are there, by their ends. Between nodes of which one is new there is none to look for. */
async function storedEdges(
  store: Store,
  kind: EdgeKind,
  drafts: readonly EdgeDraft[],
): Promise<ReadonlyMap<string, StoredEdge>> {
  const ends = drafts
    .filter(({ from, to }) => from.stored.length > 0 && to.stored.length > 0)
    .map(({ from, to }) => ({ from: keyOf(from), to: keyOf(to) }));
  const stored = ends.length === 0 ? [] : await store.edges(kind, ends);
  return new Map(stored.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]));
}
