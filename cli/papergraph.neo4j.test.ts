import { describe, expect, inject, test } from 'vitest';
import { contentHash } from '../graph/content-hash.ts';
import { loadVocabulary } from '../ingest/concepts/load-vocabulary.ts';
import { ingest } from '../ingest/ingest.ts';
import { BRIEF_LIFE, startNeo4j } from '../test/neo4j/start.ts';
import { citation, concept, paper, sourceOf } from '../test/records.ts';
import { LAUNCHER, runProcess } from '../test/run-process.ts';
import { temporaryFolder, temporaryGraph } from '../test/temporary-graph.ts';
import { sharedNeo4j, testedEngine } from '../test/tested-engine.ts';
import { isHalfCopied } from './copy-graph.ts';

const PAPERS = 6_000;

/** The settings of the server that all tests share. */
function settings(): Readonly<Record<string, string>> {
  const { uri, user, password } = sharedNeo4j();
  return {
    ...{ PAPERGRAPH_ENGINE: 'neo4j', NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
    PAPERGRAPH_DATA: temporaryFolder(),
  };
}
const papergraph = (words: readonly string[], environment: Readonly<Record<string, string>>) =>
  runProcess(LAUNCHER, words, { environment });

/** A folder with an embedded graph of more than one batch, and the hash of what it holds. */
async function fullFolder() {
  const folder = temporaryFolder();
  const engine = temporaryGraph(folder);
  const papers = Array.from({ length: PAPERS }, (_, index) =>
    paper(`arxiv:${index}`, { authors: [{ name: `Author ${index % 900}` }] }),
  );
  const citations = papers.map((_, index) =>
    citation(`arxiv:${index}`, `arxiv:${(index * 7 + 1) % PAPERS}`),
  );
  const source = sourceOf([concept('copying'), ...papers, ...citations]);
  await ingest(engine, source, await loadVocabulary());
  const hash = await contentHash(engine);
  await engine.close();
  return { folder, hash };
}

describe.skipIf(inject('neo4j') === null)('papergraph on Neo4j', () => {
  test('copies a graph there, though killed on the way, and back, and it is the same', async () => {
    await using target = await testedEngine.open();
    const { folder, hash } = await fullFolder();
    const there = { ...settings(), PAPERGRAPH_DATA: folder };
    const words = ['copy', '--from', 'sqlite', '--to', 'neo4j'];

    const killed = papergraph(words, there);
    await expect.poll(async () => (await target.info()).nodeCounts.Paper, POLL).toBeGreaterThan(0);
    killed.child.kill('SIGKILL');
    await killed.exit;
    expect(isHalfCopied(await target.info())).toBe(true);
    const again = await papergraph(words, there).exit;
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('are the same.') as string,
    });
    expect(await contentHash(target)).toBe(hash);

    const refused = await papergraph(words, there).exit;
    expect([refused.code, refused.stderr]).toEqual([
      1,
      'papergraph: The graph of neo4j is not empty. Copy into an empty one, or add to it with --into-existing.',
    ]);

    const back = settings();
    expect(
      await papergraph(['copy', '--from', 'neo4j', '--to', 'sqlite'], back).exit,
    ).toMatchObject({
      code: 0,
    });
    expect(await contentHash(temporaryGraph(back['PAPERGRAPH_DATA']))).toBe(hash);
  });

  test('has nothing to migrate and nothing wrong once it has been started', async () => {
    await using graph = await testedEngine.open();
    expect((await graph.info()).version).toBe(0);
    const environment = settings();
    expect(await papergraph(['migrate'], environment).exit).toMatchObject({
      ...{ code: 0, stdout: 'Nothing to do: all migrations have run.' },
    });
    const { code, stdout } = await papergraph(['doctor'], environment).exit;
    expect([code, stdout.match(/^WRONG.*$/gmu)]).toEqual([0, null]);
    expect(stdout).toMatch(/^ok {4} engine: Neo4j 5\.26\.12 community at bolt:/mu);
    expect(stdout).toMatch(/^ok {4} indexes: \d+ online\.$/mu);
  });

  test('does not start with a wrong password, and does not repeat it', async () => {
    const environment = { ...settings(), NEO4J_PASSWORD: 'open sesame' };
    const { code, stderr } = await papergraph(['serve'], environment).exit;
    expect([code, stderr]).toEqual([
      1,
      `papergraph: Neo4j at ${sharedNeo4j().uri} does not let in the user "neo4j" with this password. Set NEO4J_USER, and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, to what it knows.`,
    ]);
  });

  test('does not start on a database that is not there', async () => {
    const environment = { ...settings(), NEO4J_DATABASE: 'papers' };
    const { code, stderr } = await papergraph(['serve'], environment).exit;
    expect([code, stderr]).toEqual([
      1,
      `papergraph: Neo4j at ${sharedNeo4j().uri} has no database "papers". Set NEO4J_DATABASE to one that it has, or create it.`,
    ]);
  });

  test('does not start where nothing listens', async () => {
    const environment = { ...settings(), NEO4J_URI: 'bolt://127.0.0.1:1' };
    const { code, stderr } = await papergraph(['serve'], environment).exit;
    expect([code, stderr]).toEqual([
      1,
      'papergraph: Neo4j cannot be reached at bolt://127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1. Start it (npm run neo4j, or docker compose up), or set NEO4J_URI to where it is.',
    ]);
  });

  test('says on a server that may only be read who has to migrate', async () => {
    const ours = { dataFolder: temporaryFolder(), javaOptions: BRIEF_LIFE };
    // Before it may only be read, there has to be a database.
    await (await startNeo4j(ours)).stop();
    const readOnly = { 'server.databases.default_to_read_only': 'true' };
    await using server = await startNeo4j({ ...ours, settings: readOnly });
    const { uri: NEO4J_URI, password: NEO4J_PASSWORD } = server;
    const environment = { ...settings(), NEO4J_URI, NEO4J_PASSWORD };
    const text = `The database "neo4j" of Neo4j at ${NEO4J_URI} lacks constraints or indexes, and the user "neo4j", or the server itself, may not make them. Run papergraph migrate as a user who may, on a server that can be written to, and start again.`;
    for (const word of ['serve', 'migrate']) {
      const { code, stderr } = await papergraph([word], environment).exit;
      expect([code, stderr]).toEqual([1, `papergraph: ${text}`]);
    }
    const { code, stdout } = await papergraph(['doctor'], environment).exit;
    expect(code).toBe(1);
    expect(stdout).toContain('Run papergraph migrate as a user who may write.');
  });
});
const POLL = { timeout: 60_000, interval: 50 };
