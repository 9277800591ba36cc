/** Everything stored in the graph, as the statements that were written. */
import type { Driver } from 'neo4j-driver';
import type { Claim } from '../claims.ts';
import { EDGE_KINDS, edgeEntry, NODE_KINDS } from '../model.ts';
import type { EdgeStatement, NodeStatement } from '../row.ts';
import { CLAIMS, IDS } from './name.ts';
import { openSession } from './session.ts';

/** Records come in portions of this many, so that memory stays flat. */
const FETCH_SIZE = 500;

export async function* readStatements(
  driver: Driver,
  database: string,
): AsyncGenerator<NodeStatement | EdgeStatement> {
  const session = openSession(driver, database, 'READ', FETCH_SIZE);
  try {
    for (const kind of NODE_KINDS) {
      const text = `MATCH (n:${kind}) RETURN n.${IDS} AS ids, n.${CLAIMS} AS claims`;
      for await (const row of session.run(text)) {
        const ids = row.get('ids') as readonly string[];
        for (const { values, ...provenance } of readClaims(row.get('claims'))) {
          yield { kind, ids, values, provenance };
        }
      }
    }
    for (const kind of EDGE_KINDS) {
      const { from, to } = edgeEntry(kind);
      const text = `MATCH (a:${from})-[e:${kind}]->(b:${to}) RETURN a.key AS source, b.key AS target, e.${CLAIMS} AS claims`;
      for await (const row of session.run(text)) {
        const ends = { from: row.get('source') as string, to: row.get('target') as string };
        for (const { values, ...provenance } of readClaims(row.get('claims'))) {
          yield { kind, ...ends, values, provenance };
        }
      }
    }
  } finally {
    await session.close();
  }
}

const readClaims = (text: unknown) => JSON.parse(String(text)) as readonly Claim[];
