/** What users have once the bundled facts are in: all of them, imported once. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';
import { loadVocabulary } from '../ingest/concepts/load-vocabulary.ts';
import { ingest, type IngestSummary } from '../ingest/ingest.ts';
import { openBundle } from '../ingest/sources/bundle.ts';
import { loadQuestions } from '../server/questions.ts';
import { ask, dataOf } from './schema-graph.ts';

/** Half a minute on two quiet cores. */
const IMPORT_TIMEOUT_MS = 300_000;
const questions = await loadQuestions();

let folder: string;
let engine: Engine;
let first: IngestSummary;
const importBundle = async () => ingest(engine, await openBundle(), await loadVocabulary());

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-test-'));
  engine = openSqlite({ file: join(folder, 'graph.sqlite') });
  first = await importBundle();
}, IMPORT_TIMEOUT_MS);
afterAll(async () => {
  await engine.close();
  rmSync(folder, { recursive: true });
});

test('every bundled fact gets in', async () => {
  expect(first).toMatchObject({ isComplete: true, setAside: 0, merged: 0 });
  const { nodeCounts, edgeCounts } = await engine.info();
  expect(nodeCounts.Paper).toBeGreaterThan(17_000);
  expect(edgeCounts.CITES).toBeGreaterThan(21_000);
});

test('a second start has nothing to bring in', async () => {
  const { version } = await engine.info();
  expect(await importBundle()).toMatchObject({ records: 0, isComplete: true });
  expect((await engine.info()).version).toBe(version);
});

test('the papers on credit assignment from the same organization as MA-RLHF are AEM, from Baidu', async () => {
  const text = questions[0]?.text ?? '';
  expect(await dataOf(engine, text)).toMatchObject({
    paper: {
      sameOrganizationPapers: {
        totalCount: 1,
        edges: [{ via: [{ name: 'BAIDU' }], node: { arxivId: '2605.00425' } }],
      },
    },
  });
});

describe('README.md', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = (language: string) =>
    Array.from(
      readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gsu')),
      ([, text = '']) => text,
    );
  const [question = '', ...others] = blocks('graphql');

  test('answers its first question as it says', async () => {
    expect(await dataOf(engine, question)).toEqual(JSON.parse(blocks('json')[0] ?? ''));
  });

  test('has ten questions more to paste', () => {
    expect(others).toHaveLength(10);
  });

  test.each(others)('%s answers, and with something', async (text) => {
    const { data, errors, warnings } = await ask(engine, text);
    expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
    expect(listsOf(data).some((list) => list.length > 0)).toBe(true);
  });
});

test('there are ten example questions and more', () => {
  expect(questions.length).toBeGreaterThanOrEqual(10);
});

test.each(questions)('$file says what it answers, has a name, and answers', async ({ text }) => {
  expect(text).toMatch(/^# \S.*(?:\n# .*)*\?/u);
  const [operation, ...others] = parse(text).definitions;
  expect(others).toEqual([]);
  expect(operation?.kind === Kind.OPERATION_DEFINITION && operation.name?.value).toMatch(/^\w+$/u);

  const { data, errors, warnings } = await ask(engine, text);
  expect({ errors, warnings }).toEqual({ errors: [], warnings: [] });
  const lists = listsOf(data);
  expect(lists.length).toBeGreaterThan(0);
  // An answer of empty lists alone would show nothing to somebody who tries the question.
  expect(lists.some((list) => list.length > 0)).toBe(true);
});

/** Every list of an answer. */
function listsOf(value: unknown): readonly (readonly unknown[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(listsOf);
  return Array.isArray(value) ? [value as readonly unknown[], ...inner] : inner;
}
