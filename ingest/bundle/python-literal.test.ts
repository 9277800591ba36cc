import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePythonLiteral, PythonLiteralError } from './python-literal.ts';

describe('what repr() writes is read', () => {
  test.each([
    [
      `{'id': '2401.00001', 'ok': True, 'no': False, 'none': None}`,
      { id: '2401.00001', ok: true, no: false, none: null },
    ],
    [`[1, -2, 3.5, 1e-07, []]`, [1, -2, 3.5, 1e-7, []]],
    [`"it's"`, "it's"],
    [`'say "a" and \\'b\\''`, `say "a" and 'b'`],
    [`'a\\nb\\tc\\\\d\\r'`, 'a\nb\tc\\d\r'],
    [`'\\xe9\\u2019\\U0001f600é'`, 'é’😀é'],
    [` { 'a' : [ 1 , 2 , ] , } `, { a: [1, 2] }],
    [`{'__proto__': 1}`, JSON.parse('{"__proto__": 1}')],
  ])('%s', (text, value) => {
    expect(parsePythonLiteral(text)).toEqual(value);
  });
});

describe('what is no plain literal is an error with its place', () => {
  test.each([
    [
      `{'a': open('/etc/passwd')}`,
      'Expected a string at character 6, found "open(\'/etc/passwd\')}".',
    ],
    [`{'a': 1`, 'Expected "," or "}" at character 7, found the end.'],
    [`'abc`, "Expected the closing ' at character 4, found the end."],
    [`'a\nb'`, "Expected the closing ' at character 2"],
    [`'\\q'`, 'Expected an escape sequence at character 1'],
    [`'\\U00110000'`, 'Expected a code point of Unicode'],
    [`{1: 2}`, 'Expected a string at character 1'],
    [`[1 2]`, 'Expected "," or "]" at character 3'],
    [`[1] [2]`, 'Expected the end at character 4'],
    [`Truest`, 'Expected a string at character 0'],
    ['[,]', 'Expected a string at character 1'],
    ['', 'Expected a string at character 0, found the end.'],
    ['['.repeat(200), 'Expected at most 100 levels'],
  ])('%j', (text, message) => {
    expect(() => parsePythonLiteral(text)).toThrow(PythonLiteralError);
    expect(() => parsePythonLiteral(text)).toThrow(message);
  });
});

/** As Python's repr() writes these values. */
function repr(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  if (typeof value === 'string') {
    const quote = value.includes("'") && !value.includes('"') ? '"' : "'";
    const escaped = value
      .replace(/\\/gu, '\\\\')
      .replace(/\n/gu, '\\n')
      .replace(
        /[\u0000-\u0009\u000b-\u001f]/gu,
        (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`,
      );
    return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
  }
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([key, of]) => `${repr(key)}: ${repr(of)}`)
      .join(', ')}}`;
  }
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

test('any value that is written as a literal is read back as it was', () => {
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value')),
      fc.dictionary(fc.string(), tie('value'), { noNullPrototype: true }),
    ),
  }));
  fc.assert(
    fc.property(value, (given) => {
      expect(parsePythonLiteral(repr(given))).toEqual(given);
    }),
  );
});
