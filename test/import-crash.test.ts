import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openSqlite } from '../graph/sqlite/engine.ts';
import { runProcess } from './run-process.ts';
import { contentOf, temporaryFolder } from './temporary-graph.ts';

const IMPORT = fileURLToPath(new URL('import-process.ts', import.meta.url));

async function contentOfFile(file: string) {
  const engine = openSqlite({ file, readers: 1 });
  const content = await contentOf(engine);
  const { checkpoints, nodeCounts } = await engine.info();
  await engine.close();
  return { content, checkpoints, nodeCounts };
}

test('an import that is killed again and again ends in the graph of one that is not', async () => {
  const whole = join(temporaryFolder(), 'graph.sqlite');
  await runProcess(IMPORT, [whole]).line(/^complete$/u);

  const file = join(temporaryFolder(), 'graph.sqlite');
  let kills = 0;
  // Killed as soon as it tells a batch, that is somewhere in the next one, until none is left.
  for (let isComplete = false; !isComplete;) {
    const running = runProcess(IMPORT, [file]);
    const line = await running.line(/^(?:batch|complete)/u);
    running.child.kill('SIGKILL');
    await running.exit;
    isComplete = line === 'complete';
    if (!isComplete) kills += 1;
  }
  expect(kills).toBeGreaterThanOrEqual(3);
  expect(await contentOfFile(file)).toEqual(await contentOfFile(whole));
});
