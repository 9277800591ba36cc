/** What the planner asks: each a look-up or a bounded count, remembered for as long as the connection reads one version. */
import { type EdgeKind, type NodeKind } from '../model.ts';
import { nearKind } from '../path.ts';
import { MAX_TEXT_COUNT, type Sizes } from '../plan.ts';
import { raw, type Statement, statement as sql } from '../statement.ts';
import type { Connection } from './connection.ts';
import { identifier, nodeTables } from './identifier.ts';
import { matchPhrases, producedPks } from './predicate.ts';

const MAX_REMEMBERED = 1_000;

export function createSizes(connection: Connection): Sizes {
  const known = new Map<string, number>();
  const remembered = (key: string, statement: () => Statement): number => {
    const size = known.get(key) ?? Number(connection.one(statement())?.['size'] ?? 0);
    if (known.size < MAX_REMEMBERED) known.set(key, size);
    return size;
  };
  const total = (kind: NodeKind | EdgeKind) =>
    remembered(kind, () => sql`SELECT count AS size FROM total WHERE kind = ${kind}`);

  const sizes: Sizes = {
    total,
    fan: (hop) => total(hop.edge) / Math.max(1, total(nearKind(hop))),
    text: (kind, phrases) => {
      const { text } = nodeTables(kind);
      return remembered(
        JSON.stringify([kind, phrases]),
        () =>
          sql`SELECT count(*) AS size FROM (SELECT 1 FROM ${text} WHERE ${text} MATCH ${matchPhrases(phrases)} LIMIT ${raw(String(MAX_TEXT_COUNT))})`,
      );
    },
    degrees: (kind, names, count) =>
      remembered(
        JSON.stringify([kind, names, count]),
        () =>
          sql`SELECT coalesce(sum(t.${identifier(count)}), 0) AS size FROM ${nodeTables(kind).rows} t WHERE t.pk IN (${producedPks(sizes, kind, { op: 'named', names })})`,
      ),
  };
  return sizes;
}
