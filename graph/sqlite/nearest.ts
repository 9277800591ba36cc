/** Names near to one that no node has. */
import { type NodeKind } from '../model.ts';
import { MAX_CANDIDATES, nearest, firstLetter, wordsOfName } from '../name-distance.ts';
import { statement as sql } from '../statement.ts';
import type { Connection } from './connection.ts';
import { nodeTables } from './identifier.ts';

export function nearestNames(
  connection: Connection,
  kind: NodeKind,
  name: string,
): readonly string[] {
  const { names, text } = nodeTables(kind);
  const prefix = firstLetter(name);
  const like = connection.all(
    sql`SELECT DISTINCT name FROM ${names} WHERE name >= ${prefix} AND name < ${`${prefix}\u{10FFFF}`} ORDER BY abs(length(name) - ${name.length}), name LIMIT ${MAX_CANDIDATES}`,
  );
  const begun = connection.all(
    sql`SELECT DISTINCT name FROM ${names} WHERE name >= ${name} AND name < ${`${name}\u{10FFFF}`} ORDER BY name LIMIT ${MAX_CANDIDATES}`,
  );
  const any = wordsOfName(name)
    .map((word) => `"${word}"`)
    .join(' OR ');
  const sharing =
    any === ''
      ? []
      : connection.all(
          sql`SELECT n.name FROM (SELECT rowid pk FROM ${text} WHERE ${text} MATCH ${any} ORDER BY rank LIMIT ${MAX_CANDIDATES}) d CROSS JOIN ${names} n WHERE n.pk = d.pk`,
        );
  return nearest(
    name,
    [...begun, ...like, ...sharing].map((row) => String(row['name'])),
  );
}
