/**
 * What a batch changes in a graph, worked out in memory from what is stored: identities resolved, nodes that turn out
 * to be one merged, claims joined. The same for every engine; an engine only loads and stores.
 */
import {
  type Claim,
  claimOf,
  joinClaims,
  MissingValueError,
  settleEdge,
  settleNode,
} from './claims.ts';
import type { Batch } from './engine.ts';
import { edgeEntry, type EdgeKind, type NodeKind } from './model.ts';
import type { EdgeStatement, NodeStatement } from './row.ts';

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
type Values = Readonly<Record<string, unknown>>;
/** values: fields, details and derived fields as they are now; before: as they were, absent of a new node. */
export interface ChangedNode extends StoredNode {
  readonly key: string;
  readonly values: Values;
  readonly before?: StoredNode & { readonly values: Values };
}
export interface ChangedEdge extends StoredEdge {
  readonly values: Values;
  readonly isNew: boolean;
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

/** A node while the batch is worked on. stored: one where it is there, several where they turn out to be one. */
interface Draft {
  readonly kind: NodeKind;
  ids: readonly string[];
  stored: readonly StoredNode[];
  statements: readonly NodeStatement[];
}

export async function changesOf(batch: Batch, store: Store): Promise<Changes> {
  const drafts = await draftNodes(batch, store);
  const unresolved: (NodeStatement | EdgeStatement)[] = [];
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
  const edges = await changedEdges(batch, store, drafts, removedEdges, unresolved);
  const removedNodes = gone.map((node) => ({ ...node, values: valuesOf(node) }));
  return { removedEdges, removedNodes, nodes, edges, unresolved };
}

/** The drafts of a batch, found by kind and any id. */
class Drafts {
  readonly #byId = new Map<string, Draft>();

  find(kind: NodeKind, id: string): Draft | undefined {
    return this.#byId.get(`${kind} ${id}`);
  }
  put(draft: Draft): void {
    for (const id of draft.ids) this.#byId.set(`${draft.kind} ${id}`, draft);
  }
  remove({ kind, ids }: Draft): void {
    for (const id of ids) this.#byId.delete(`${kind} ${id}`);
  }
  all(): readonly Draft[] {
    return [...new Set(this.#byId.values())];
  }
}

async function draftNodes(batch: Batch, store: Store): Promise<Drafts> {
  const drafts = new Drafts();
  for (const [kind, statements] of Map.groupBy(batch.nodes, (statement) => statement.kind)) {
    const ids = new Set(statements.flatMap((statement) => statement.ids));
    for (const node of await store.nodes(kind, [...ids])) {
      drafts.put({ kind, ids: node.ids, stored: [node], statements: [] });
    }
  }
  for (const statement of batch.nodes) drafts.put(draftOf(drafts, statement));
  await draftEnds(store, drafts, batch.edges);
  return drafts;
}

/** Ends that no statement is about: of these only the key is known, and nothing changes. */
async function draftEnds(
  store: Store,
  drafts: Drafts,
  edges: readonly (EdgeEnds & { readonly kind: EdgeKind })[],
): Promise<void> {
  const ends = edges.flatMap(({ kind, from, to }) => [
    { kind: edgeEntry(kind).from, id: from },
    { kind: edgeEntry(kind).to, id: to },
  ]);
  const missing = ends.filter(({ kind, id }) => drafts.find(kind, id) === undefined);
  for (const [kind, group] of Map.groupBy(missing, (end) => end.kind)) {
    const ids = [...new Set(group.map(({ id }) => id))];
    for (const [key, named] of Map.groupBy(await store.keys(kind, ids), (found) => found.key)) {
      const stored = [{ kind, ids: [key], claims: [] }];
      const draft = drafts.find(kind, key) ?? { kind, ids: [key], stored, statements: [] };
      draft.ids = uniqueIds([...draft.ids, ...named.map(({ id }) => id)]);
      drafts.put(draft);
    }
  }
}

/** Of drafts that turn out to be one the one of the statement's strongest id stays; stored ones before new ones. */
function draftOf(drafts: Drafts, statement: NodeStatement): Draft {
  const { kind, ids } = statement;
  const found = [...new Set(ids.flatMap((id) => drafts.find(kind, id) ?? []))];
  const [survivor, ...others] = found.sort(
    (a, b) => Math.sign(b.stored.length) - Math.sign(a.stored.length),
  );
  if (survivor === undefined)
    return { kind, ids: uniqueIds(ids), stored: [], statements: [statement] };
  survivor.ids = uniqueIds([...survivor.ids, ...others.flatMap((other) => other.ids), ...ids]);
  survivor.stored = [...survivor.stored, ...others.flatMap(({ stored }) => stored)];
  survivor.statements = [
    ...survivor.statements,
    ...others.flatMap((other) => other.statements),
    statement,
  ];
  return survivor;
}

/** The key stays first, the rest have one order whatever order they came in. */
const uniqueIds = ([key = '', ...others]: readonly string[]): readonly string[] => [
  key,
  ...[...new Set(others)].filter((id) => id !== key).sort(),
];

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

interface EdgeDraft {
  readonly from: Draft;
  readonly to: Draft;
  readonly claims: Claim[];
  readonly statements: EdgeStatement[];
}
const placeOf = ({ kind, from, to }: Omit<StoredEdge, 'claims'>) =>
  JSON.stringify([kind, from, to]);
const keyOf = ({ ids }: Draft) => ids[0] ?? '';

async function changedEdges(
  batch: Batch,
  store: Store,
  drafts: Drafts,
  removed: readonly StoredEdge[],
  unresolved: (NodeStatement | EdgeStatement)[],
): Promise<readonly ChangedEdge[]> {
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
  // An edge of a node that gave way goes on between the nodes that its ends are now, which the batch need not name.
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
  return changed;
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
