import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadVocabulary } from './load-vocabulary.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vocabulary-'));
  await mkdir(join(folder, 'facts'));
  await writeFile(join(folder, 'facts', 'keyword-concepts.jsonl'), '');
});
afterEach(() => rm(folder, { recursive: true }));

const concept = (slug: string, broader: string[] = []) =>
  `${JSON.stringify({ slug, name: slug, aliases: [], description: 'A thing.', broader })}\n`;
const load = async (concepts: string) => {
  await writeFile(join(folder, 'concepts.jsonl'), concepts);
  return loadVocabulary(pathToFileURL(`${folder}/`));
};

test('the vocabulary of the project knows its concepts and those of keywords', async () => {
  const { ofKeyword } = await loadVocabulary();
  expect(ofKeyword('Large language models (LLMs)')).toBe('large-language-model');
  expect(ofKeyword('GRPO')).toBe('grpo');
  expect(ofKeyword('flow maps')).toBe('flow-map');
});

test.each([
  ['a damaged line', `${concept('a')}{"slug":\n`, /concepts\.jsonl line 2 is not JSON/u],
  ['a line of another form', `${concept('a')}{"slug":"b"}\n`, /line 2 is not of the form .*name/u],
  ['a slug that is no slug', concept('a b'), /line 1 is not of the form .*slug/u],
  [
    'the same slug twice',
    concept('a') + concept('b') + concept('a'),
    /line 3: "a" stands .* twice/u,
  ],
  [
    'a broader concept that there is not',
    concept('a', ['c']),
    /line 1: no concept has the slug "c"/u,
  ],
])('%s is an error that names file and line', async (_what, concepts, message) => {
  await expect(load(concepts)).rejects.toThrow(message);
});
