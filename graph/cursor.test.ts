import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NodeSet, type Order, out } from './algebra.ts';
import { CURSOR_LIMIT_CHARACTERS, listFingerprint, readCursor, writeCursor } from './cursor.ts';

const papers: NodeSet<'Paper'> = { kind: 'Paper' };
const newest: Order = { by: { field: 'publishedAt' }, descending: true };
const fingerprint = listFingerprint(papers, newest);
const position = { value: '2024-10-03', key: 'arxiv:2410.02743' };

describe('a cursor', () => {
  test('read back is itself', () => {
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(values, fc.string({ unit: 'grapheme', minLength: 1 }), (value, key) => {
        const cursor = writeCursor({ value, key }, fingerprint);
        expect(readCursor(cursor, fingerprint)).toEqual({ value, key });
      }),
    );
  });

  test('is safe in an address', () => {
    expect(writeCursor({ value: '??>>', key: 'é' }, fingerprint)).toMatch(/^[\w-]+$/u);
  });

  test.each<[string, NodeSet, Order]>([
    ['another order', papers, { by: { field: 'titleKey' }, descending: true }],
    ['the other direction', papers, { ...newest, descending: false }],
    ['another kind', { kind: 'Author' }, newest],
    ['another condition', { ...papers, where: { op: 'gte', field: 'upvotes', value: 1 } }, newest],
    ['another node', { ...papers, from: { key: 'a', path: [out('CITES')] } }, newest],
  ])('of a list with %s holds nothing', (_what, set, order) => {
    expect(
      readCursor(writeCursor(position, listFingerprint(set, order)), fingerprint),
    ).toBeUndefined();
  });

  test('that is garbage holds nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readCursor(text, fingerprint)).toBeUndefined();
      }),
    );
  });

  test.each([
    ['null'],
    ['{}'],
    ['[]'],
    [`["a","",${JSON.stringify(fingerprint)}]`],
    [`[{},"k",${JSON.stringify(fingerprint)}]`],
    [`["a",7,${JSON.stringify(fingerprint)}]`],
  ])('made of %s holds nothing', (json) => {
    const cursor = Buffer.from(json).toString('base64url');
    expect(readCursor(cursor, fingerprint)).toBeUndefined();
  });

  test('that is longer than any of ours holds nothing', () => {
    const key = 'k'.repeat(CURSOR_LIMIT_CHARACTERS);
    expect(readCursor(writeCursor({ value: null, key }, fingerprint), fingerprint)).toBeUndefined();
  });
});
