/** Where a list is gone on from, as text that clients hand back: opaque, and good for that list alone. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { NodeSet, Order, Position } from './algebra.ts';
import { stableJson } from './stable-json.ts';

/** Longer than any title makes it; what is longer is not decoded at all. */
export const CURSOR_LIMIT_CHARACTERS = 16_384;

const Decoded = z.tuple([
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
  z.string().min(1),
  z.string(),
]);

/** Tells lists apart: eleven characters of the hash of a set and its order. */
export const listFingerprint = (set: NodeSet, order: Order): string =>
  createHash('sha256')
    .update(stableJson([set, order]))
    .digest('base64url')
    .slice(0, 11);

export const writeCursor = ({ value, key }: Position, fingerprint: string): string =>
  Buffer.from(JSON.stringify([value, key, fingerprint])).toString('base64url');

/** The position that a cursor of this list holds; undefined for a cursor of another list and for what is no cursor. */
export function readCursor(cursor: string, fingerprint: string): Position | undefined {
  if (cursor.length > CURSOR_LIMIT_CHARACTERS) return undefined;
  const decoded = Decoded.safeParse(jsonOf(Buffer.from(cursor, 'base64url').toString()));
  if (!decoded.success) return undefined;
  const [value, key, from] = decoded.data;
  return from === fingerprint ? { value, key } : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Text that is not JSON is no cursor: undefined does not pass the check above.
    return undefined;
  }
}
