import { expect, test } from 'vitest';
import { z } from 'zod';
import { bundleDigest } from '../ingest/sources/bundle.ts';
import { LAUNCHER, runProcess } from '../test/run-process.ts';
import { temporaryFolder, temporaryGraph } from '../test/temporary-graph.ts';

const papergraph = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  runProcess(LAUNCHER, words, { environment });

/** A graph that says that it has all of the bundled facts, so that serve need not bring them in. */
async function folderOfServedGraph(): Promise<string> {
  const folder = temporaryFolder();
  const engine = temporaryGraph(folder);
  const checkpoint = {
    digest: await bundleDigest(),
    file: 'concepts.jsonl',
    line: 1,
    isLast: true,
  };
  await engine.write({ nodes: [], edges: [], source: 'bundle', checkpoint });
  await engine.close();
  return folder;
}

test('help goes to standard output and ends with 0', async () => {
  const { code, stdout, stderr } = await papergraph(['--help']).exit;
  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Usage: papergraph COMMAND');
});

test('a wrong setting ends the start with 2 and names the setting', async () => {
  const { code, stdout, stderr } = await papergraph(['serve'], { PORT: 'abc' }).exit;
  expect({ code, stdout, stderr }).toEqual({
    ...{ code: 2, stdout: '' },
    stderr: 'papergraph: PORT must be a whole number from 0 to 65535, and is "abc".',
  });
});

test('info tells what an empty graph holds, as JSON where asked', async () => {
  const environment = { PAPERGRAPH_DATA: temporaryFolder() };
  const { code, stdout } = await papergraph(['info', '--json'], environment).exit;
  expect(code).toBe(0);
  const { version, nodeCounts } = z
    .object({ version: z.int(), nodeCounts: z.record(z.string(), z.int()) })
    .parse(JSON.parse(stdout));
  expect([version, nodeCounts['Paper']]).toEqual([0, 0]);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  'serve answers until %s, and then ends with 0',
  async (signal) => {
    const environment = { PAPERGRAPH_DATA: await folderOfServedGraph(), PORT: '0' };
    const server = papergraph(['serve'], environment);
    const line = await server.line(/answers at/u);
    const url = /http:\/\/\S+\//u.exec(line)?.[0] ?? '';
    expect((await fetch(`${url}ready`)).status).toBe(200);
    server.child.kill(signal);
    expect((await server.exit).code).toBe(0);
  },
);

test('two servers of one folder answer side by side', async () => {
  const environment = { PAPERGRAPH_DATA: await folderOfServedGraph(), PORT: '0' };
  const servers = [papergraph(['serve'], environment), papergraph(['serve'], environment)];
  for (const server of servers) {
    const url = /http:\/\/\S+\//u.exec(await server.line(/answers at/u))?.[0] ?? '';
    expect((await fetch(`${url}ready`)).status).toBe(200);
  }
});

test('a port that is taken ends the start with 1 and names the setting', async () => {
  const environment = { PAPERGRAPH_DATA: await folderOfServedGraph(), PORT: '0' };
  const url = /:(\d+)\//u.exec(await papergraph(['serve'], environment).line(/answers at/u));
  const second = papergraph(['serve'], { ...environment, PORT: url?.[1] ?? '' });
  const { code, stderr } = await second.exit;
  expect(code).toBe(1);
  expect(stderr).toContain('Set PORT or PAPERGRAPH_HOST to another.');
});

test('a folder that is a file ends with 2, and the setting is named', async () => {
  const { code, stderr } = await papergraph(['info'], { PAPERGRAPH_DATA: LAUNCHER }).exit;
  expect(code).toBe(2);
  expect(stderr).toContain(
    `PAPERGRAPH_DATA must be a folder that can be made or written to, and is "${LAUNCHER}"`,
  );
});

test('a Node that is too old is told which one it takes', async () => {
  const version = JSON.stringify({ value: '20.20.2' });
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',${version})`;
  const old = runProcess(LAUNCHER, ['--help'], { flags: ['--import', pretend] });
  expect(await old.exit).toEqual({
    ...{ code: 1, stdout: '' },
    stderr:
      'papergraph needs Node 22.13 or newer, and this is 20.20.2. Run it through npm (npm start, npx papergraph), which brings its own, or install a newer Node.',
  });
});
