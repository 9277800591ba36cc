/** Names near to one that no node has. */
import type { NodeKind } from '../model.ts';
import { MAX_CANDIDATES, nearest, firstLetter, wordsOfName } from '../name-distance.ts';
import { raw, statement as cypher } from '../statement.ts';
import { nameLabel, textIndex } from './name.ts';
import type { Runner } from './reader.ts';

export async function nearestNames(
  run: Runner,
  kind: NodeKind,
  of: string,
): Promise<readonly string[]> {
  const label = raw(nameLabel(kind));
  const beginning = (with_: string) =>
    run({
      statement: cypher`MATCH (n:${label}) WHERE n.name STARTS WITH ${with_} RETURN {name: n.name} AS answer ORDER BY abs(size(n.name) - ${of.length}), n.name LIMIT $limit`,
      limit: MAX_CANDIDATES,
    });
  const words = wordsOfName(of);
  const sharing =
    words.length === 0
      ? []
      : run({
          statement: cypher`CALL db.index.fulltext.queryNodes(${raw(`'${textIndex(kind)}'`)}, ${words.map((word) => `"${word}"`).join(' OR ')}) YIELD node AS t WITH t LIMIT $limit MATCH (n:${label})-[:NAMES]->(t) RETURN {name: n.name} AS answer`,
          limit: MAX_CANDIDATES,
        });
  const found = await Promise.all([beginning(of), beginning(firstLetter(of)), sharing]);
  return nearest(
    of,
    found.flat().map((row) => String(row['name'])),
  );
}
