/** JSON Lines files: one JSON value a line, every line checked. */
import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export interface Line<Value> {
  /** From 1. */
  readonly line: number;
  readonly value: Value;
}

/** Reads as it goes. Rejects at a line that is no such value, naming file, line and what is wrong with it. */
export async function* readJsonLines<Schema extends z.ZodType>(
  file: URL,
  schema: Schema,
): AsyncGenerator<Line<z.output<Schema>>> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line++;
    yield { line, value: parseLine(text, schema, `${fileURLToPath(file)} line ${line}`) };
  }
}

/** node:readline would part lines at U+2028 too, which JSON has in its strings. */
async function* linesOf(file: URL): AsyncGenerator<string> {
  let rest = '';
  for await (const part of createReadStream(file, 'utf8')) {
    const lines = (rest + String(part)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

export async function readAllJsonLines<Schema extends z.ZodType>(
  file: URL,
  schema: Schema,
): Promise<readonly z.output<Schema>[]> {
  const values: z.output<Schema>[] = [];
  for await (const { value } of readJsonLines(file, schema)) values.push(value);
  return values;
}

function parseLine<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  place: string,
): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${place} is not JSON. Restore the file, or take the line out.`, { cause });
  }
  const { data, error } = schema.safeParse(json);
  if (error !== undefined) {
    const reason = z.prettifyError(error).replace(/\s*\n\s*/gu, ' ');
    throw new Error(`${place} is not of the form it should have: ${reason}`, { cause: error });
  }
  return data;
}

/** The text of a file with these values, in this order. */
export const toJsonLines = (values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
