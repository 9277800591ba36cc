/** One hash for all that a graph holds, the same in whatever order and batches it was written. */
import { createHash } from 'node:crypto';
import type { Engine } from './engine.ts';
import { stableJson } from './stable-json.ts';

const BITS = 256;

/**
 * The sum of the statements' SHA-256 hashes, in hexadecimal: a sum does not depend on the order of its parts and,
 * unlike XOR, does not lose a statement that is there twice. Rejects with an EngineError.
 */
export async function contentHash(engine: Pick<Engine, 'statements'>): Promise<string> {
  let sum = 0n;
  for await (const statement of engine.statements()) {
    const hash = createHash('sha256').update(stableJson(statement)).digest('hex');
    sum = BigInt.asUintN(BITS, sum + BigInt(`0x${hash}`));
  }
  return sum.toString(16).padStart(BITS / 4, '0');
}
