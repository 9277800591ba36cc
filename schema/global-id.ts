/** Ids that are unique over all kinds: what `id` shows, and what `node` and every argument for an id read. */
import { NODE_KINDS, type NodeKind } from '../graph/model.ts';
import type { NodeKey } from '../graph/row.ts';
import { badInput, quote } from './errors.ts';

export interface NodeId<K extends NodeKind = NodeKind> {
  readonly kind: K;
  readonly key: NodeKey<K>;
}

export const writeGlobalId = ({ kind, key }: NodeId): string =>
  Buffer.from(`${kind}:${key}`).toString('base64url');

/** undefined: not an id of ours. */
export function parseGlobalId(text: string): NodeId | undefined {
  const decoded = Buffer.from(text, 'base64url').toString();
  const kind = NODE_KINDS.find((name) => decoded.startsWith(`${name}:`));
  if (kind === undefined || decoded.length === kind.length + 1) return undefined;
  const id = { kind, key: decoded.slice(kind.length + 1) };
  // Decoding passes over what is not base64url, so only text that encodes back was an id.
  return writeGlobalId(id) === text ? id : undefined;
}

/** The id in an argument. Throws BAD_USER_INPUT where it is malformed. */
export function readGlobalId(text: string, argument: string): NodeId {
  const id = parseGlobalId(text);
  if (id !== undefined) return id;
  throw badInput(
    argument,
    `is not an id of this graph: ${quote(text)}. Give an \`id\` as a node shows it.`,
  );
}

/** The key in an argument for an id of one kind. Throws BAD_USER_INPUT where it is malformed or of another kind. */
export function readKey<K extends NodeKind>(kind: K, text: string, argument: string): NodeKey<K> {
  return keyOf(kind, readGlobalId(text, argument), argument);
}

export function keyOf<K extends NodeKind>(kind: K, id: NodeId, argument: string): NodeKey<K> {
  if (isOf(kind, id)) return id.key;
  throw badInput(
    argument,
    `takes the id of a node of type ${kind}; this is the id of a node of type ${id.kind}.`,
  );
}

const isOf = <K extends NodeKind>(kind: K, id: NodeId): id is NodeId<K> => id.kind === kind;
