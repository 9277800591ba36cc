/** Reads Python literals as repr() writes them. Nothing is evaluated: what is no plain literal is an error. */

/** The position is in characters from the beginning of the text. */
export class PythonLiteralError extends Error {
  override readonly name = 'PythonLiteralError';
  readonly position: number;
  constructor(expected: string, text: string, position: number) {
    const found =
      position < text.length ? JSON.stringify(text.slice(position, position + 20)) : 'the end';
    super(`Expected ${expected} at character ${position}, found ${found}.`);
    this.position = position;
  }
}

// https://docs.python.org/3/reference/lexical_analysis.html#escape-sequences; repr() writes no others.
const ESCAPE = /\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([\\'"nrt]))/uy;
const PLAIN: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iuy;
const NAME = /(?:True|False|None)\b/uy;
const NAMED: Readonly<Record<string, boolean | null>> = { True: true, False: false, None: null };
/** Deep enough for any record, and far from the end of the stack. */
const MAX_DEPTH = 100;

/** Dicts with string keys, lists, strings, numbers, True, False and None. Throws a PythonLiteralError. */
export function parsePythonLiteral(text: string): unknown {
  let position = 0;
  const fail = (expected: string): never => {
    throw new PythonLiteralError(expected, text, position);
  };
  const skipSpace = () => {
    while (/\s/u.test(text.charAt(position))) position++;
  };
  const takes = (character: string) => {
    skipSpace();
    if (text.charAt(position) !== character) return false;
    position++;
    return true;
  };
  const match = (pattern: RegExp) => {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found !== null) position += found[0].length;
    return found;
  };

  const string = (): string => {
    const quote = text.charAt(position);
    if (quote !== "'" && quote !== '"') return fail('a string');
    position++;
    let value = '';
    while (text.charAt(position) !== quote) {
      const character = text.charAt(position);
      if (character === '' || character === '\n') return fail(`the closing ${quote}`);
      if (character === '\\') value += escape();
      else {
        value += character;
        position++;
      }
    }
    position++;
    return value;
  };
  const escape = (): string => {
    const [, byte, short, long, plain] = match(ESCAPE) ?? fail('an escape sequence');
    if (plain !== undefined) return PLAIN[plain] ?? plain;
    const code = Number.parseInt(byte ?? short ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : fail('a code point of Unicode');
  };
  const list = (depth: number): unknown[] => {
    const values: unknown[] = [];
    while (!takes(']')) {
      values.push(value(depth));
      if (!takes(',') && text.charAt(position) !== ']') return fail('"," or "]"');
    }
    return values;
  };
  const dict = (depth: number): Record<string, unknown> => {
    const entries: [string, unknown][] = [];
    while (!takes('}')) {
      const key = string();
      if (!takes(':')) return fail('":"');
      entries.push([key, value(depth)]);
      if (!takes(',') && text.charAt(position) !== '}') return fail('"," or "}"');
    }
    return Object.fromEntries(entries);
  };
  const value = (depth: number): unknown => {
    skipSpace();
    if (depth > MAX_DEPTH) return fail(`at most ${MAX_DEPTH} levels`);
    if (takes('{')) return dict(depth + 1);
    if (takes('[')) return list(depth + 1);
    const [name] = match(NAME) ?? [];
    if (name !== undefined) return NAMED[name];
    const [number] = match(NUMBER) ?? [];
    return number === undefined ? string() : Number(number);
  };

  const whole = value(0);
  skipSpace();
  return position === text.length ? whole : fail('the end');
}
