import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CorruptError, UnavailableError } from '../errors.ts';
import type { Provenance } from '../model.ts';
import { raw } from '../statement.ts';
import { openConnection } from './connection.ts';
import { openSqlite } from './engine.ts';
import { writeBatch } from './writer.ts';

const provenance: Provenance = {
  source: 'JSONL',
  detail: null,
  observedAt: '2026-01-01T00:00:00Z',
  confidence: 1,
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-engine-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const countPapers = { ask: 'count', set: { kind: 'Paper' } } as const;

test('a file that is no graph is refused, and the error says what to do', async () => {
  const file = join(folder, 'graph.db');
  writeFileSync(file, 'not a database, but long enough to be read as the header of one'.repeat(9));
  const engine = openSqlite({ file });
  const failure = engine.ask([countPapers]);
  await expect(failure).rejects.toThrow(CorruptError);
  await expect(failure).rejects.toThrow(`${file} cannot be read as a graph. Move it away`);
  await engine.close();
});

test('a database of another program is left alone', async () => {
  const file = join(folder, 'graph.db');
  const other = new DatabaseSync(file);
  other.exec('CREATE TABLE x (y)');
  other.close();
  const engine = openSqlite({ file });
  await expect(engine.ask([countPapers])).rejects.toThrow(
    `${file} is a database of something else.`,
  );
  await engine.close();
});

test('a full disk is said to be full, and what was there stays', async () => {
  const connection = openConnection(join(folder, 'graph.db'));
  const paper = (id: string, title: string) => ({
    source: 'test',
    nodes: [{ kind: 'Paper' as const, ids: [id], values: { title }, provenance }],
    edges: [],
  });
  await writeBatch(connection, paper('arxiv:2401.00001', 'Small'), new Date(0));
  const { page_count: pages } = connection.prepare('PRAGMA page_count').get() ?? {};
  connection.execute(`PRAGMA max_page_count = ${String(pages)}`);
  const large = writeBatch(connection, paper('arxiv:2401.00002', 'x'.repeat(100_000)), new Date(0));
  await expect(large).rejects.toThrow('database or disk is full');
  const [{ papers } = {}] = connection.all(raw('SELECT count(*) AS papers FROM paper'));
  expect(papers).toBe(1);
  connection.close();
});

test('a file that cannot be opened is an unavailable graph', async () => {
  const engine = openSqlite({ file: join(folder, 'missing', 'graph.db') });
  await expect(engine.ask([countPapers])).rejects.toThrow(UnavailableError);
  await engine.close();
});

test('a closed graph answers nothing more', async () => {
  const engine = openSqlite({ file: join(folder, 'graph.db') });
  await engine.close();
  await expect(engine.ask([countPapers])).rejects.toThrow('The graph is closed.');
});

test('two engines on one new file make one graph', async () => {
  const file = join(folder, 'graph.db');
  const engines = [openSqlite({ file }), openSqlite({ file })];
  const counts = await Promise.all(engines.map((engine) => engine.ask([countPapers])));
  expect(counts).toEqual([[0], [0]]);
  await Promise.all(engines.map((engine) => engine.close()));
});
