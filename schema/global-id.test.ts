import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NODE_KINDS } from '../graph/model.ts';
import { parseGlobalId, readKey, writeGlobalId } from './global-id.ts';

describe('a global id', () => {
  test('read back is itself', () => {
    const ids = fc.record({
      kind: fc.constantFrom(...NODE_KINDS),
      key: fc.string({ unit: 'grapheme', minLength: 1 }),
    });
    fc.assert(
      fc.property(ids, (id) => {
        expect(parseGlobalId(writeGlobalId(id))).toEqual(id);
      }),
    );
  });

  test.each([
    [''],
    ['credit assignment'],
    ['UGFwZXI6'],
    [Buffer.from('Person:x').toString('base64url')],
    [`${writeGlobalId({ kind: 'Paper', key: 'arxiv:2410.02743' })} `],
    [`${writeGlobalId({ kind: 'Paper', key: 'arxiv:2410.02743' })}=`],
  ])('is not what only decodes to one: %j', (text) => {
    expect(parseGlobalId(text)).toBeUndefined();
  });

  test('of one kind does not pass for another', () => {
    const id = writeGlobalId({ kind: 'Author', key: 'x' });
    expect(readKey('Author', id, 'by.id')).toBe('x');
    expect(() => readKey('Paper', id, 'by.id')).toThrow(
      'Argument "by.id" takes the id of a node of type Paper; this is the id of a node of type Author.',
    );
  });
});
