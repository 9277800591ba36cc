import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { readAllJsonLines, readJsonLines, toJsonLines } from './json-lines.ts';

const Value = z.strictObject({ title: z.string(), count: z.int() });
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'json-lines-'));
});
afterEach(() => rm(folder, { recursive: true }));
async function fileOf(text: string): Promise<URL> {
  const path = join(folder, 'values.jsonl');
  await writeFile(path, text);
  return pathToFileURL(path);
}

test('values that were written are read back, a title with odd line breaks too', async () => {
  const values = [
    { title: 'a', count: 1 },
    { title: 'b\u2028c\nd', count: 2 },
  ];
  expect(await readAllJsonLines(await fileOf(toJsonLines(values)), Value)).toEqual(values);
});

test('lines are counted from 1', async () => {
  const lines: number[] = [];
  const file = await fileOf(
    toJsonLines([
      { title: 'a', count: 1 },
      { title: 'b', count: 2 },
    ]),
  );
  for await (const { line } of readJsonLines(file, Value)) lines.push(line);
  expect(lines).toEqual([1, 2]);
});

test.each([
  ['{"title":"a"', /values\.jsonl line 2 is not JSON\. Restore the file, or take the line out\./u],
  ['', /line 2 is not JSON/u],
  ['{"title":"a","count":"b"}', /line 2 is not of the form it should have: .*count/u],
  ['{"title":"a","count":1,"more":1}', /line 2 is not of the form it should have: .*more/u],
])('the line %j is an error that names file and line', async (line, message) => {
  const file = await fileOf(`${toJsonLines([{ title: 'a', count: 1 }])}${line}\n`);
  await expect(readAllJsonLines(file, Value)).rejects.toThrow(message);
});
