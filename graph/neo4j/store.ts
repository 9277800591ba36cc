/** Loads what a batch names, within the transaction that writes it. */
import type { ManagedTransaction } from 'neo4j-driver';
import type { Claim } from '../claims.ts';
import type { EdgeEnds, Store, StoredEdge, StoredNode } from '../store.ts';
import { EDGE_KINDS, edgeEntry, type EdgeKind } from '../model.ts';
import { CLAIMS, idLabel, IDS } from './name.ts';

const readClaims = (text: unknown) => JSON.parse(String(text)) as readonly Claim[];

export function createStore(transaction: ManagedTransaction): Store {
  const rows = async (text: string, parameters: Readonly<Record<string, unknown>>) =>
    (await transaction.run(text, parameters)).records;
  const readEdge = (kind: EdgeKind, { from, to }: EdgeEnds, claims: unknown): StoredEdge => ({
    kind,
    from,
    to,
    claims: readClaims(claims),
  });
  return {
    nodes: async (kind, ids) => {
      const found = await rows(
        `UNWIND $ids AS id MATCH (:${idLabel(kind)} {id: id})-[:IDENTIFIES]->(n:${kind}) RETURN DISTINCT n.${IDS} AS ids, n.${CLAIMS} AS claims`,
        { ids },
      );
      return found.map((row): StoredNode => {
        return {
          kind,
          ids: row.get('ids') as readonly string[],
          claims: readClaims(row.get('claims')),
        };
      });
    },
    keys: async (kind, ids) => {
      const found = await rows(
        `UNWIND $ids AS id MATCH (:${idLabel(kind)} {id: id})-[:IDENTIFIES]->(n:${kind}) RETURN id, n.key AS key`,
        { ids },
      );
      return found.map((row) => ({ id: row.get('id') as string, key: row.get('key') as string }));
    },
    edges: async (kind, ends) => {
      const { from, to } = edgeEntry(kind);
      const found = await rows(
        `UNWIND $ends AS end MATCH (:${from} {key: end.from})-[e:${kind}]->(:${to} {key: end.to}) RETURN end, e.${CLAIMS} AS claims`,
        { ends },
      );
      return found.map((row) => readEdge(kind, row.get('end') as EdgeEnds, row.get('claims')));
    },
    edgesAt: async (node, keys) => {
      const found: StoredEdge[] = [];
      for (const kind of EDGE_KINDS) {
        const { from, to } = edgeEntry(kind);
        const matches = [
          ...(from === node ? [`(a:${from} {key: key})-[e:${kind}]->(b:${to})`] : []),
          ...(to === node ? [`(a:${from})-[e:${kind}]->(b:${to} {key: key})`] : []),
        ];
        for (const match of matches) {
          const text = `UNWIND $keys AS key MATCH ${match} RETURN {from: a.key, to: b.key} AS end, e.${CLAIMS} AS claims`;
          const records = await rows(text, { keys });
          found.push(
            ...records.map((row) => readEdge(kind, row.get('end') as EdgeEnds, row.get('claims'))),
          );
        }
      }
      return found;
    },
  };
}
