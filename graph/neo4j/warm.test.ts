import { expect, test } from 'vitest';
import type { Question } from '../engine.ts';
import { NODE_KINDS } from '../model.ts';
import { commonQuestions } from './common-questions.ts';
import { MIGRATIONS } from './layout.ts';
import { indexName } from './inspect.ts';
import { answer } from './reader.ts';
import { SizeBook } from './sizes.ts';
import { textOf } from './statements.ts';
import { warmStatements } from './warm.ts';

/** The texts that a question is answered with where nothing is found. */
async function textsOf(question: Question): Promise<readonly string[]> {
  const texts: string[] = [];
  const book = new SizeBook({ Paper: 100, CITES: 500 });
  await answer(
    (run) => {
      texts.push(textOf(run));
      return Promise.resolve(textOf(run).includes('RETURN p{') ? [{ citationCount: 7 }] : []);
    },
    book,
    question,
  );
  return texts;
}

test('what is asked of other papers, with other numbers, is prepared', async () => {
  const prepared = new Set((await warmStatements()).map(({ text }) => text));
  const questions: Question[] = [
    { ask: 'node', kind: 'Paper', key: 'arxiv:2410.02743' },
    {
      ask: 'page',
      set: {
        kind: 'Paper',
        from: { key: 'arxiv:1706.03762', path: [{ edge: 'CITES', direction: 'in' }] },
      },
      order: { by: { field: 'citationCount' }, descending: true },
      window: { size: 5 },
    },
  ];
  for (const question of questions) {
    const texts = await textsOf(question);
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((text) => !prepared.has(text))).toEqual([]);
  }
});

test('each text is prepared once, under a name of its own, and holds no value', async () => {
  const statements = await warmStatements();
  expect(new Set(statements.map(({ text }) => text)).size).toBe(statements.length);
  expect(new Set(statements.map(({ name }) => name)).size).toBe(statements.length);
  expect(statements.filter(({ text }) => text.includes('nobody'))).toEqual([]);
});

test('hubs are prepared for as well as small neighbourhoods, and every kind is', async () => {
  const names = (await warmStatements()).map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Paper <-CITES- Paper, by citationCount: gather',
      'Paper <-CITES- Paper, by citationCount: walk',
      ...NODE_KINDS.map((kind) => `${kind} by key: look up`),
    ]),
  );
});

test('common questions have names that tell them apart', () => {
  const names = commonQuestions().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('every text of a migration names the index that it makes', () => {
  const texts = MIGRATIONS.flatMap((migration) => migration.texts);
  const names = texts.flatMap(indexName);
  expect(names).toHaveLength(texts.length);
  expect(names).toEqual(expect.arrayContaining(['Graph_id', 'Paper_key', 'Paper_text']));
});
