import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { z } from 'zod';
import { temporaryFolder } from '../temporary-graph.ts';
import { BRIEF_LIFE, type Neo4jServer, startNeo4j } from './start.ts';

/** The first start on a machine brings Neo4j from Maven Central. */
const START_TIMEOUT_MS = 240_000;
const javaOptions = BRIEF_LIFE;

/** The rows of a statement, asked with the password of the server or with another one. */
async function ask(server: Neo4jServer, statement: string, password = server.password) {
  await using driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, password));
  const { records } = await driver.executeQuery(statement);
  return records.map((record): unknown => record.toObject());
}

function isRunning(pid: number | undefined): boolean {
  try {
    return process.kill(pid ?? Number.NaN, 0);
  } catch {
    return false;
  }
}

describe.skipIf(inject('neo4j') === null)('a Neo4j server', () => {
  describe('that is started', () => {
    let server: Neo4jServer;
    beforeAll(async () => {
      server = await startNeo4j({ javaOptions });
    }, START_TIMEOUT_MS);
    afterAll(() => server.stop());

    test('is the Community Edition of the version that pom.xml names', async () => {
      const statement = 'CALL dbms.components() YIELD name, versions, edition RETURN *';
      const kernel = { name: 'Neo4j Kernel', versions: ['5.26.12'], edition: 'community' };
      expect(await ask(server, statement)).toContainEqual(kernel);
    });
    test('answers whoever has its password, and nobody else, however often they try', async () => {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const code = 'Neo.ClientError.Security.Unauthorized';
        await expect(ask(server, 'RETURN 1', 'wrong password')).rejects.toMatchObject({ code });
      }
      expect(await ask(server, 'RETURN "yes" AS answer')).toEqual([{ answer: 'yes' }]);
    });
    test('answers clients that ask for a route too', async () => {
      const routed = { ...server, uri: server.uri.replace('bolt:', 'neo4j:') };
      expect(await ask(routed, 'RETURN "yes" AS answer')).toEqual([{ answer: 'yes' }]);
    });
    test('hangs while it is paused, and goes on', async () => {
      const stateOf = async () =>
        (await promisify(execFile)('ps', ['-o', 'stat=', '-p', String(server.pid)])).stdout;
      server.pause();
      await vi.waitFor(async () => expect(await stateOf()).toMatch(/^T/u));
      const answer = ask(server, 'RETURN "yes" AS answer');
      server.resume();
      expect(await answer).toEqual([{ answer: 'yes' }]);
    });
  });

  test(
    'goes on from its folder after it was killed, on the same port and with the password given then',
    async () => {
      const dataFolder = temporaryFolder();
      const first = await startNeo4j({ dataFolder, javaOptions, password: 'the first one' });
      await ask(first, 'CREATE (:Paper {key: "arxiv:1706.03762"})');
      await first.kill();
      expect(isRunning(first.pid)).toBe(false);

      const port = Number(new URL(first.uri).port);
      await using second = await startNeo4j({
        dataFolder,
        javaOptions,
        port,
        password: 'the second one',
      });
      expect(second.uri).toBe(first.uri);
      const papers = await ask(second, 'MATCH (paper:Paper) RETURN paper.key AS key');
      expect(papers).toEqual([{ key: 'arxiv:1706.03762' }]);
    },
    START_TIMEOUT_MS,
  );

  test(
    'is gone with its folder when whoever started it is killed, even while it hangs',
    async () => {
      const folder = temporaryFolder();
      const text = `
        import { startNeo4j } from ${JSON.stringify(new URL('start.ts', import.meta.url).href)};
        const server = await startNeo4j();
        server.pause();
        console.log(server.pid);`;
      const starter = spawn(process.execPath, ['--input-type=module', '--eval', text], {
        env: { ...process.env, TMPDIR: folder },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const lines = createInterface(starter.stdout);
      const written = await Promise.race([once(lines, 'line'), once(lines, 'close')]);
      const [pid] = z.tuple([z.coerce.number()]).parse(written);
      expect(isRunning(pid)).toBe(true);
      starter.kill('SIGKILL');
      const end = { timeout: 60_000 };
      await vi.waitFor(() => expect(isRunning(pid)).toBe(false), end);
      expect(await readdir(folder)).toEqual([]);
    },
    START_TIMEOUT_MS,
  );
});
