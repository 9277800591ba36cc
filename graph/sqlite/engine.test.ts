import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CorruptError, UnavailableError } from '../errors.ts';
import { openSqlite } from './engine.ts';

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
