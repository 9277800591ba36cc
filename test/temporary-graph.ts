/** A graph on disk for one test, gone when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'papergraph-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Empty, and closed when the test ends. */
export function temporaryGraph(folder: string = temporaryFolder()): Engine {
  const engine = openSqlite({ file: join(folder, 'graph.sqlite'), readers: 1 });
  onTestFinished(() => engine.close());
  return engine;
}

/** All that a graph holds, in one order, to hold two graphs against each other. */
export async function contentOf(engine: Engine): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const statement of engine.statements()) lines.push(JSON.stringify(statement));
  return lines.sort();
}
