/** `npm run bench -- neo4j-import [papers]`: the generated graph into an empty Neo4j, cut off twice on its way. */
import { execFileSync } from 'node:child_process';
import { migrate } from '../../graph/neo4j/migrate.ts';
import { openDriver } from '../../graph/neo4j/session.ts';
import { EDGE_KINDS, type EdgeKind, NODE_KINDS, type NodeKind } from '../../graph/model.ts';
import type { Neo4jServer } from '../../test/neo4j/start.ts';
import { generatedBatches, LARGE } from '../generated-graph.ts';
import { writeAddress } from './address.ts';
import { Child } from './child.ts';
import { Progress } from './import-process.ts';
import { forgetGraph, startServer } from './keep.ts';

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
const whole = (value: number) => Math.round(value).toLocaleString('en');

/** What became of an import up to where it was stopped. */
interface Part {
  readonly added: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly papers: number;
}

/** Lets a process import until so many papers are in, and then no longer. */
async function importUntil(server: Neo4jServer, papers: number, until: number): Promise<Part> {
  const child = new Child('neo4j/import-process.ts', writeAddress(server));
  const start = performance.now();
  child.send({ papers });
  let added = 0;
  for (;;) {
    const progress = await child.next(Progress);
    added += progress.added;
    if (progress.papers >= until) {
      const seconds = (performance.now() - start) / 1_000;
      await child.kill();
      return { added, seconds, papers: progress.papers, peakMegabytes: progress.peakMegabytes };
    }
  }
}

/** Of the process now, in MB; ps tells KiB. */
const residentMegabytes = (pid: number | undefined) =>
  (Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024) /
  1e6;

export async function importIntoNeo4j(papers: number = LARGE.papers): Promise<void> {
  forgetGraph();
  const first = await startServer();
  await migrate({ ...first, database: 'neo4j' });
  const parts = [await importUntil(first, papers, papers / 3)];
  const { added: afterKill } = await stored(first);
  const second = await importUntil(first, papers, (papers * 2) / 3);
  parts.push(second);
  const beforeCrash = residentMegabytes(first.pid);
  await first.kill();
  const restart = performance.now();
  await using server = await startServer({
    port: Number(new URL(first.uri).port),
    password: first.password,
  });
  const secondsToReady = (performance.now() - restart) / 1_000;
  const { added: afterCrash } = await stored(server);
  parts.push(await importUntil(server, papers, papers));

  const heads = ['import', 'nodes and edges', 's', 'a second', 'importer at its peak, MB'];
  process.stdout.write(row(heads) + row(heads.map(() => '---')));
  const names = ['then killed', 'then Neo4j killed', 'to the end'];
  parts.forEach(({ added, seconds, peakMegabytes }, index) => {
    const figures = [added, seconds, added / seconds, peakMegabytes].map(whole);
    process.stdout.write(row([names[index] ?? '', ...figures]));
  });
  const sum = (of: (part: Part) => number) => parts.reduce((total, part) => total + of(part), 0);
  const [added, seconds] = [sum((part) => part.added), sum((part) => part.seconds)];
  process.stdout.write(
    row([
      'all',
      ...[
        added,
        seconds,
        added / seconds,
        Math.max(...parts.map((part) => part.peakMegabytes)),
      ].map(whole),
    ]),
  );
  process.stdout.write(
    `\nNeo4j resident: ${whole(Math.max(beforeCrash, residentMegabytes(server.pid)))} MB. Ready ${secondsToReady.toFixed(1)} s after kill -9.\n` +
      `In the graph after the importer was killed: ${whole(afterKill)}; acknowledged: ${whole(parts[0]?.added ?? 0)}.\n` +
      `In the graph after Neo4j was killed: ${whole(afterCrash)}.\n`,
  );
  await verify(server, papers);
}

type Counts = Readonly<Record<NodeKind | EdgeKind, number>>;

/** What is in the graph, counted node by node and edge by edge. */
async function stored(server: Neo4jServer): Promise<{ counts: Counts; added: number }> {
  await using driver = openDriver(server);
  const count = async (text: string) => {
    const { records } = await driver.executeQuery(text);
    return Number(records[0]?.get('n'));
  };
  const counts: Record<string, number> = {};
  for (const kind of NODE_KINDS)
    counts[kind] = await count(`MATCH (x:${kind}) RETURN count(x) AS n`);
  for (const kind of EDGE_KINDS)
    counts[kind] = await count(`MATCH ()-[x:${kind}]->() RETURN count(x) AS n`);
  const added = Object.values(counts).reduce((total, n) => total + n, 0);
  return { counts: counts as Counts, added };
}

/** Throws where the graph holds other than what was generated: more is a batch doubled, less is one lost. */
async function verify(server: Neo4jServer, papers: number): Promise<void> {
  const expected = new Map<string, number>();
  for (const { nodes, edges } of generatedBatches({ ...LARGE, papers })) {
    for (const { kind } of [...nodes, ...edges]) expected.set(kind, (expected.get(kind) ?? 0) + 1);
  }
  const { counts } = await stored(server);
  const wrong = [...NODE_KINDS, ...EDGE_KINDS].filter(
    (kind) => counts[kind] !== (expected.get(kind) ?? 0),
  );
  if (wrong.length > 0) {
    const told = wrong.map((kind) => `${kind} ${counts[kind]}, not ${expected.get(kind) ?? 0}`);
    throw new Error(`The graph differs from what was generated: ${told.join('; ')}.`);
  }
  process.stdout.write(
    'Every kind of node and edge has its count: nothing lost, nothing doubled.\n',
  );
}
