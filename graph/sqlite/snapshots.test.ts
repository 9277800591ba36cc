import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Provenance } from '../model.ts';
import { openConnection } from './connection.ts';
import { IDLE_MS, Snapshots } from './snapshots.ts';
import { Stopwatch } from './stopwatch.ts';
import { writeBatch } from './writer.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'papergraph-snapshots-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const provenance: Provenance = {
  source: 'JSONL',
  detail: null,
  observedAt: '2026-01-01T00:00:00Z',
  confidence: 1,
};

function graph() {
  const file = join(folder, 'graph.db');
  const writing = openConnection(file);
  let papers = 0;
  const addPaper = async () => {
    papers += 1;
    const ids = [`arxiv:2401.${String(papers).padStart(5, '0')}`];
    const paper = { kind: 'Paper' as const, ids, values: { title: 'T' }, provenance };
    await writeBatch(writing, { source: 'test', nodes: [paper], edges: [] }, new Date(0));
  };
  const clock = { now: 0 };
  const opened: unknown[] = [];
  const open = () => {
    const connection = openConnection(file);
    new Stopwatch().install(connection.database);
    opened.push(connection);
    return connection;
  };
  const snapshots = new Snapshots(open, () => clock.now);
  const count = (pin?: number) =>
    snapshots.reader(pin).answer({ ask: 'count', set: { kind: 'Paper' } });
  const close = () => {
    snapshots.close();
    writing.close();
  };
  return { addPaper, clock, opened, snapshots, count, close };
}

test('what is pinned goes on seeing the version it first saw', async () => {
  const { addPaper, count, close } = graph();
  await addPaper();
  expect(count(1)).toBe(1);
  await addPaper();
  expect(count(1)).toBe(1);
  expect(count(2)).toBe(2);
  expect(count()).toBe(2);
  close();
});

test('readers of one version share its connection', async () => {
  const { addPaper, count, opened, close } = graph();
  await addPaper();
  for (let pin = 1; pin <= 100; pin += 1) count(pin);
  expect(opened).toHaveLength(2);
  close();
});

test('versions beyond the bound are not held open: the newest that is open answers', async () => {
  const { addPaper, count, opened, close } = graph();
  for (let pin = 1; pin <= 40; pin += 1) {
    await addPaper();
    count(pin);
  }
  expect(opened).toHaveLength(17);
  expect(count(1)).toBe(1);
  expect(count(40)).toBe(16);
  close();
});

test('what nobody has read for a while is let go, and its connection serves again', async () => {
  const { addPaper, clock, count, opened, snapshots, close } = graph();
  await addPaper();
  count(1);
  clock.now += IDLE_MS + 1;
  snapshots.release();
  await addPaper();
  expect(count(1)).toBe(2);
  expect(opened).toHaveLength(2);
  close();
});
