/** Query texts built from pieces: whatever is not a piece becomes a parameter, so a text never holds a value. */

export class Statement {
  /** The text between the parameters: one more than there are values. */
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  constructor(strings: readonly string[], values: readonly unknown[]) {
    this.strings = strings;
    this.values = values;
  }
  /** The whole text, each parameter written as `placeholder` says. */
  text(placeholder: (index: number) => string): string {
    return this.strings.reduce((text, part, index) => text + placeholder(index - 1) + part);
  }
}

/** Text that is not a value: keywords, and names that stand in the model. */
export const raw = (text: string): Statement => new Statement([text], []);

/** A template whose parts are statements, taken in, or values, made parameters. */
export function statement(strings: TemplateStringsArray, ...parts: readonly unknown[]): Statement {
  const texts = [strings[0] ?? ''];
  const values: unknown[] = [];
  const append = (text: string) => {
    texts.push((texts.pop() ?? '') + text);
  };
  parts.forEach((part, index) => {
    if (part instanceof Statement) {
      const [first = '', ...rest] = part.strings;
      append(first);
      texts.push(...rest);
      values.push(...part.values);
    } else {
      values.push(part);
      texts.push('');
    }
    append(strings[index + 1] ?? '');
  });
  return new Statement(texts, values);
}

export function join(parts: readonly Statement[], between: string): Statement {
  const [first, ...rest] = parts;
  if (first === undefined) return raw('');
  return rest.reduce((joined, part) => statement`${joined}${raw(between)}${part}`, first);
}
