/** One batch, one transaction: nodes, edges, stored counts, checkpoint, version. */
import neo4j, { type ManagedTransaction } from 'neo4j-driver';
import type { ChangedEdge } from '../changed-edges.ts';
import { type ChangedNode, type Changes, changesOf } from '../changes.ts';
import type { Batch, Written } from '../engine.ts';
import { edgeFields, type Field, nodeFields } from '../field.ts';
import { edgeEntry, type EdgeKind, type NodeKind, nodeEntry } from '../model.ts';
import { indexedWords, namesOf } from '../searchable.ts';
import { CLAIMS, idLabel, IDS, nameLabel, WORDS } from './name.ts';
import { createStore } from './store.ts';

/** now: the time that the graph is said to be updated at. May be run again from the start, as the driver's retries do. */
export async function writeBatch(
  transaction: ManagedTransaction,
  batch: Batch,
  now: Date,
): Promise<Written> {
  const run = async (text: string, parameters: Readonly<Record<string, unknown>> = {}) =>
    (await transaction.run(text, parameters)).records;
  // Writers take their turns here, before they read what they are going to change: parallel imports neither
  // deadlock nor lose what the other wrote.
  await run("MERGE (g:Graph {id: 'graph'}) SET g.writing = true");
  const changes = await changesOf(batch, createStore(transaction));
  const totals = new Map<string, number>();
  const gain = (kind: NodeKind | EdgeKind, by: number) =>
    totals.set(kind, (totals.get(kind) ?? 0) + by);

  for (const [kind, edges] of Map.groupBy(changes.removedEdges, (edge) => edge.kind)) {
    const { from, to } = edgeEntry(kind);
    await run(
      `UNWIND $ends AS end MATCH (:${from} {key: end.from})-[e:${kind}]->(:${to} {key: end.to}) DELETE e`,
      { ends: edges.map((edge) => ({ from: edge.from, to: edge.to })) },
    );
    gain(kind, -edges.length);
  }
  for (const [kind, nodes] of Map.groupBy(changes.removedNodes, (node) => node.kind)) {
    const keys = nodes.map(({ ids }) => ids[0] ?? '');
    await run(`UNWIND $keys AS key MATCH (n:${kind} {key: key}) DETACH DELETE n`, { keys });
    gain(kind, -nodes.length);
  }
  for (const [kind, nodes] of Map.groupBy(changes.nodes, (node) => node.kind)) {
    gain(kind, await putNodes(run, kind, nodes));
  }
  for (const [kind, edges] of Map.groupBy(changes.edges, (edge) => edge.kind)) {
    gain(kind, await putEdges(run, kind, edges));
  }
  await recount(run, changes);
  return await storeState(run, batch, changes, totals, now);
}

type Run = (
  text: string,
  parameters?: Readonly<Record<string, unknown>>,
) => Promise<readonly { get: (key: string) => unknown }[]>;

/** A JavaScript number is a float to the driver: whole numbers are said to be such. */
const toProperty = ({ form }: Field, value: unknown): unknown =>
  form === 'integer' && typeof value === 'number' ? neo4j.int(value) : value;

const propertiesOf = (
  fields: ReadonlyMap<string, Field>,
  values: Readonly<Record<string, unknown>>,
) =>
  Object.fromEntries(
    [...fields]
      .filter(([field]) => field in values)
      .map(([field, of]) => [field, toProperty(of, values[field] ?? null)]),
  );

/** How many of the nodes are new. */
async function putNodes(run: Run, kind: NodeKind, nodes: readonly ChangedNode[]): Promise<number> {
  const counts = Object.fromEntries(
    Object.keys(nodeEntry(kind).counts).map((field) => [field, neo4j.int(0)]),
  );
  const rows = nodes.map(({ key, ids, claims, values, before }) => {
    const names = namesOf(kind, values);
    return {
      key,
      ids,
      names: [...names],
      lost: [...namesOf(kind, before?.values ?? {})].filter((name) => !names.has(name)),
      properties: {
        ...propertiesOf(nodeFields(kind), values),
        [IDS]: ids,
        [CLAIMS]: JSON.stringify(claims),
        [WORDS]: ` ${indexedWords(kind, values)} `,
      },
      isNew: before === undefined,
    };
  });
  const [added, kept] = [rows.filter(({ isNew }) => isNew), rows.filter(({ isNew }) => !isNew)];
  // A new node is made with its ids and names at hand: finding it again for each of them is most of the work.
  await run(
    `UNWIND $rows AS row CREATE (n:${kind}) SET n = row.properties SET n += $counts SET n.key = row.key
FOREACH (id IN row.ids | MERGE (i:${idLabel(kind)} {id: id}) CREATE (i)-[:IDENTIFIES]->(n))
FOREACH (name IN row.names | MERGE (m:${nameLabel(kind)} {name: name}) CREATE (m)-[:NAMES]->(n))`,
    { rows: added, counts },
  );
  await run(
    `UNWIND $rows AS row MATCH (n:${kind} {key: row.key}) SET n += row.properties
FOREACH (id IN row.ids | MERGE (i:${idLabel(kind)} {id: id}) MERGE (i)-[:IDENTIFIES]->(n))
FOREACH (name IN row.names | MERGE (m:${nameLabel(kind)} {name: name}) MERGE (m)-[:NAMES]->(n))`,
    { rows: kept },
  );
  const lost = kept.flatMap((row) => row.lost.map((name) => ({ key: row.key, name })));
  await run(
    `UNWIND $lost AS pair MATCH (m:${nameLabel(kind)} {name: pair.name})-[r:NAMES]->(:${kind} {key: pair.key}) DELETE r`,
    { lost },
  );
  return added.length;
}

/** How many of the edges are new. */
async function putEdges(run: Run, kind: EdgeKind, edges: readonly ChangedEdge[]): Promise<number> {
  const { from, to } = edgeEntry(kind);
  const rows = edges.map((edge) => ({
    from: edge.from,
    to: edge.to,
    isNew: edge.isNew,
    properties: {
      ...propertiesOf(edgeFields(kind), edge.values),
      [CLAIMS]: JSON.stringify(edge.claims),
    },
  }));
  const added = rows.filter(({ isNew }) => isNew);
  // Grouped by the end that many of them share, which is then found once for all.
  const [byFrom, byTo] = [
    Map.groupBy(added, (row) => row.from),
    Map.groupBy(added, (row) => row.to),
  ];
  const groups = (of: ReadonlyMap<string, unknown>) =>
    [...of].map(([key, ofKey]) => ({ key, rows: ofKey }));
  await (byFrom.size <= byTo.size
    ? run(
        `UNWIND $groups AS g MATCH (a:${from} {key: g.key}) UNWIND g.rows AS row MATCH (b:${to} {key: row.to}) CREATE (a)-[e:${kind}]->(b) SET e = row.properties`,
        { groups: groups(byFrom) },
      )
    : run(
        `UNWIND $groups AS g MATCH (b:${to} {key: g.key}) UNWIND g.rows AS row MATCH (a:${from} {key: row.from}) CREATE (a)-[e:${kind}]->(b) SET e = row.properties`,
        { groups: groups(byTo) },
      ));
  await run(
    `UNWIND $rows AS row MATCH (:${from} {key: row.from})-[e:${kind}]->(:${to} {key: row.to}) SET e = row.properties`,
    { rows: rows.filter(({ isNew }) => !isNew) },
  );
  return added.length;
}

/** Stored counts of the nodes whose edges changed, which Neo4j reads off the node without following its edges. */
async function recount(run: Run, { edges, removedEdges }: Changes): Promise<void> {
  const touched = new Map<NodeKind, Map<string, Set<string>>>();
  const touch = (kind: NodeKind, key: string, edge: EdgeKind, direction: 'in' | 'out') => {
    for (const [count, [counted, way]] of Object.entries(nodeEntry(kind).counts)) {
      if (counted !== edge || way !== direction) continue;
      const ofKind = touched.get(kind) ?? new Map<string, Set<string>>();
      touched.set(kind, ofKind.set(count, (ofKind.get(count) ?? new Set()).add(key)));
    }
  };
  for (const { kind, from, to } of [...edges.filter(({ isNew }) => isNew), ...removedEdges]) {
    touch(edgeEntry(kind).from, from, kind, 'out');
    touch(edgeEntry(kind).to, to, kind, 'in');
  }
  for (const [kind, counts] of touched) {
    for (const [count, keys] of counts) {
      const [edge, direction] = nodeEntry(kind).counts[count] ?? [];
      const pattern =
        direction === 'out' ? `(n)-[:${String(edge)}]->()` : `(n)<-[:${String(edge)}]-()`;
      await run(
        `UNWIND $keys AS key MATCH (n:${kind} {key: key}) SET n.${count} = COUNT { ${pattern} }`,
        {
          keys: [...keys],
        },
      );
    }
  }
}

async function storeState(
  run: Run,
  { source, checkpoint }: Batch,
  { nodes, edges, removedNodes, unresolved }: Changes,
  totals: ReadonlyMap<string, number>,
  now: Date,
): Promise<Written> {
  if (checkpoint !== undefined) {
    await run('MERGE (c:Checkpoint {source: $source}) SET c.position = $position', {
      source,
      position: JSON.stringify(checkpoint),
    });
  }
  const isChanged = nodes.length + edges.length > 0;
  const [graph] = await run(
    `MATCH (g:Graph {id: 'graph'}) SET g.version = coalesce(g.version, 0) + $step, g.updatedAt = coalesce($updatedAt, g.updatedAt) REMOVE g.writing
FOREACH (gain IN $gains | MERGE (total:Total {kind: gain.kind}) SET total.count = coalesce(total.count, 0) + gain.by)
RETURN g.version AS version`,
    {
      // A batch that changes nothing leaves the version, and with it every answer that was kept under it.
      step: neo4j.int(isChanged ? 1 : 0),
      updatedAt: isChanged ? now.toISOString() : null,
      gains: [...totals].map(([kind, by]) => ({ kind, by: neo4j.int(by) })),
    },
  );
  const added =
    nodes.filter(({ before }) => before === undefined).length +
    edges.filter(({ isNew }) => isNew).length;
  return {
    version: Number(graph?.get('version')),
    added,
    changed: nodes.length + edges.length - added,
    merged: removedNodes.length,
    unresolved,
  };
}
