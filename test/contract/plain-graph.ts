/**
 * Facts read plainly into memory, without an index, a plan or a database: the voice that engines are held against.
 * How several statements become one value is the one thing it shares with them, graph/claims.ts.
 */
import {
  type Claim,
  claimOf,
  joinClaims,
  provenanceOf,
  settleEdge,
  settleNode,
} from '../../graph/claims.ts';
import { fold, words } from '../../graph/fold.ts';
import {
  type Direction,
  type EdgeKind,
  edgeEntry,
  type NodeKind,
  nodeEntry,
  type Provenance,
} from '../../graph/model.ts';
import type { EdgeStatement, NodeStatement } from '../../graph/row.ts';
import { type Fact, isEdge } from './statements.ts';

type Values = Readonly<Record<string, unknown>>;

export interface PlainNode {
  readonly kind: NodeKind;
  readonly key: string;
  readonly ids: readonly string[];
  /** Fields, details, derived fields and counts. */
  readonly values: Values;
  readonly provenance: readonly Provenance[];
  /** All that it answers to: key, ids, and folded what people call it. */
  readonly names: ReadonlySet<string>;
  /** The words of its text with a space on either side of each. */
  readonly text: string;
}
export interface PlainEdge {
  readonly from: PlainNode;
  readonly to: PlainNode;
  /** Fields, details and confidence. */
  readonly values: Values;
  readonly provenance: readonly Provenance[];
}
export interface PlainGraph {
  all: (kind: NodeKind) => readonly PlainNode[];
  /** The node of any of its ids. */
  find: (kind: NodeKind, id: string) => PlainNode | undefined;
  /** The edges of one kind that leave a node in a direction. */
  edges: (node: PlainNode, kind: EdgeKind, direction: Direction) => readonly PlainEdge[];
}

interface Draft {
  readonly kind: NodeKind;
  readonly key: string;
  readonly ids: string[];
  readonly claims: Claim[];
}

/** Facts whose ids name two nodes are not for this reading: what merging does is worked out by hand. */
export function readPlainly(facts: readonly Fact[]): PlainGraph {
  const drafts = new Map<string, Draft>();
  for (const fact of facts) if (!isEdge(fact)) draftNode(drafts, fact);
  const nodes = new Map([...new Set(drafts.values())].map((draft) => [draft, settled(draft)]));
  const find = (kind: NodeKind, id: string) => {
    const draft = drafts.get(`${kind} ${id}`);
    return draft && nodes.get(draft);
  };
  const links = joinEdges(facts.filter(isEdge), find);
  for (const { values, ...node } of nodes.values()) {
    for (const [count, [kind, direction]] of Object.entries(nodeEntry(node.kind).counts)) {
      values[count] = links.get(`${kind} ${direction} ${node.key}`)?.length ?? 0;
    }
  }
  return {
    all: (kind) => [...nodes.values()].filter((node) => node.kind === kind),
    find,
    edges: ({ key }, kind, direction) => links.get(`${kind} ${direction} ${key}`) ?? [],
  };
}

function draftNode(drafts: Map<string, Draft>, { kind, ids, values, provenance }: NodeStatement) {
  const named = new Set(ids.map((id) => drafts.get(`${kind} ${id}`)).filter((found) => found));
  if (named.size > 1) throw new Error(`The ids ${ids.join(', ')} name ${named.size} nodes.`);
  const [key = ''] = ids;
  const draft: Draft = [...named][0] ?? { kind, key, ids: [], claims: [] };
  draft.claims.push(claimOf({ values, provenance }));
  for (const id of ids) {
    if (!draft.ids.includes(id)) draft.ids.push(id);
    drafts.set(`${kind} ${id}`, draft);
  }
}

function settled({ kind, key, ids, claims }: Draft) {
  const joined = joinClaims(claims);
  const values = settleNode(kind, ids, joined);
  const of = (fields: readonly string[]) =>
    fields.flatMap((field) => values[field] ?? []).filter((value) => typeof value === 'string');
  const { names, text } = nodeEntry(kind);
  return {
    kind,
    key,
    ids,
    values,
    provenance: provenanceOf(joined),
    names: new Set([...ids, ...of(names).map(fold)]),
    text: ` ${of(text).flatMap(words).join(' ')} `,
  };
}

/** Edges by kind, direction and key of the node they leave in that direction. */
function joinEdges(
  statements: readonly EdgeStatement[],
  find: PlainGraph['find'],
): ReadonlyMap<string, readonly PlainEdge[]> {
  const drafts = new Map<
    string,
    { kind: EdgeKind; from: PlainNode; to: PlainNode; claims: Claim[] }
  >();
  for (const { kind, values, provenance, ...ends } of statements) {
    const from = find(edgeEntry(kind).from, ends.from);
    const to = find(edgeEntry(kind).to, ends.to);
    if (from === undefined || to === undefined || from === to) continue;
    const name = JSON.stringify([kind, from.key, to.key]);
    const draft = drafts.get(name) ?? { kind, from, to, claims: [] };
    draft.claims.push(claimOf({ values, provenance }));
    drafts.set(name, draft);
  }
  const links = new Map<string, PlainEdge[]>();
  for (const { kind, from, to, claims } of drafts.values()) {
    const joined = joinClaims(claims);
    const edge = { from, to, values: settleEdge(kind, joined), provenance: provenanceOf(joined) };
    for (const place of [`${kind} out ${from.key}`, `${kind} in ${to.key}`]) {
      const others = links.get(place) ?? [];
      others.push(edge);
      links.set(place, others);
    }
  }
  return links;
}
