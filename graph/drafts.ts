/** The nodes of a batch while it is worked on: which are one, which are there, and what is said of each. */
import type { Batch } from './engine.ts';
import { edgeEntry, type EdgeKind, type NodeKind } from './model.ts';
import type { NodeStatement } from './row.ts';
import type { EdgeEnds, Store, StoredNode } from './store.ts';

/** stored: one where it is there, several where they turn out to be one. */
export interface Draft {
  readonly kind: NodeKind;
  ids: readonly string[];
  stored: readonly StoredNode[];
  statements: readonly NodeStatement[];
}

export const keyOf = ({ ids }: Draft): string => ids[0] ?? '';

/** The drafts of a batch, found by kind and any id. */
export class Drafts {
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

export async function draftNodes(batch: Batch, store: Store): Promise<Drafts> {
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
export async function draftEnds(
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
