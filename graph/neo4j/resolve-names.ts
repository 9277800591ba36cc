/**
 * Names → keys, before a set is compiled. A name is found once through its index; asking each candidate's neighbours
 * for their names instead reads every name of each of them.
 */
import type { NodeSet, Predicate } from '../algebra.ts';
import type { NodeKind } from '../model.ts';
import { endKind } from '../path.ts';
import { raw, statement as cypher } from '../statement.ts';
import { idLabel, nameLabel } from './name.ts';
import type { Runner } from './reader.ts';

/** Keys by kind and name. A name that nothing answers to has none. */
export type KeysOfName = Map<string, readonly string[]>;

const placeOf = (kind: NodeKind, name: string) => `${kind} ${name}`;

/** Past this many no more are remembered. */
const MAX_REMEMBERED = 10_000;

/** The set with keys for names, so that `named` only compares keys. What is found is remembered in `known`. */
export async function resolveNames<K extends NodeKind>(
  run: Runner,
  known: KeysOfName,
  set: NodeSet<K>,
): Promise<NodeSet<K>> {
  const { kind, where } = set;
  if (where === undefined) return set;
  const missing = new Map<NodeKind, Set<string>>();
  const withKnown = withKeys(kind, where, (of, name) => {
    const keys = known.get(placeOf(of, name));
    if (keys === undefined) missing.set(of, (missing.get(of) ?? new Set()).add(name));
    return keys ?? [];
  });
  if (missing.size === 0) return { ...set, where: withKnown };
  const found: KeysOfName = new Map(known);
  await Promise.all([...missing].map(([of, names]) => findKeys(run, found, of, [...names])));
  for (const [place, keys] of found) if (known.size < MAX_REMEMBERED) known.set(place, keys);
  return { ...set, where: withKeys(kind, where, (of, name) => found.get(placeOf(of, name)) ?? []) };
}

async function findKeys(
  run: Runner,
  found: KeysOfName,
  kind: NodeKind,
  names: readonly string[],
): Promise<void> {
  const [id, label] = [raw(idLabel(kind)), raw(nameLabel(kind))];
  const answers = await run({
    statement: cypher`CALL (row) { MATCH (i:${id}) WHERE i.id IN ${names} MATCH (i)-[:IDENTIFIES]->(t) RETURN i.id AS name, t.key AS key UNION MATCH (i:${label}) WHERE i.name IN ${names} MATCH (i)-[:NAMES]->(t) RETURN i.name AS name, t.key AS key } RETURN {name: name, key: key} AS answer`,
  });
  for (const name of names) found.set(placeOf(kind, name), []);
  for (const { name, key } of answers) {
    const place = placeOf(kind, String(name));
    found.set(place, [...(found.get(place) ?? []), String(key)]);
  }
}

/** The predicate with every name replaced by what `keysOf` gives for it. */
function withKeys(
  kind: NodeKind,
  predicate: Predicate,
  keysOf: (kind: NodeKind, name: string) => readonly string[],
): Predicate {
  switch (predicate.op) {
    case 'and':
    case 'or':
      return { ...predicate, of: predicate.of.map((of) => withKeys(kind, of, keysOf)) };
    case 'not':
      return { ...predicate, of: withKeys(kind, predicate.of, keysOf) };
    case 'named':
      return {
        op: 'named',
        names: [...new Set(predicate.names.flatMap((name) => keysOf(kind, name)))],
      };
    case 'linked':
      return predicate.to === undefined
        ? predicate
        : { ...predicate, to: withKeys(endKind(predicate.path), predicate.to, keysOf) };
    default:
      return predicate;
  }
}
