/** `npm run bench -- NAME`: tables on stdout. See README.md beside this file. */
import { GRAPHS, importGraph, isImported } from './graphs.ts';
import { compareOnNeo4j } from './neo4j/compare.ts';
import { importIntoNeo4j } from './neo4j/import.ts';
import { measureReads } from './reads.ts';

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |\n`;
const ms = (value: number) => value.toFixed(2);
const whole = (value: number) => Math.round(value).toLocaleString('en');

async function imports(): Promise<void> {
  const heads = ['graph', 'nodes and edges', 's', 'a second', 'file, MB', 'peak memory, MB'];
  process.stdout.write(row(heads) + row(heads.map(() => '---')));
  for (const graph of GRAPHS) {
    const { name, written, seconds, megabytes, peakMegabytes } = await importGraph(graph);
    const figures = [written, seconds, written / seconds, megabytes, peakMegabytes].map(whole);
    process.stdout.write(row([name, ...figures]));
  }
}

async function reads(): Promise<void> {
  for (const graph of GRAPHS) {
    if (!isImported(graph)) await importGraph(graph);
    const results = measureReads(graph.file, graph.hubs);
    const orders = Object.keys(results[0]?.pageMs ?? {});
    process.stdout.write(
      `\n${graph.name}: median ms of a page of 20 in each order, and of the count\n\n`,
    );
    const heads = ['papers', 'of them', ...orders, 'count'];
    process.stdout.write(row(heads) + row(heads.map(() => '---')));
    for (const { set, size, pageMs, countMs } of results) {
      process.stdout.write(row([set, whole(size), ...Object.values(pageMs).map(ms), ms(countMs)]));
    }
  }
}

const suites: Readonly<Record<string, (...words: readonly string[]) => Promise<void>>> = {
  import: imports,
  reads,
  'neo4j-import': (papers?: string) =>
    importIntoNeo4j(papers === undefined ? undefined : Number(papers)),
  'neo4j-compare': (rounds?: string, ...part) =>
    compareOnNeo4j(rounds === undefined ? undefined : Number(rounds), part.join(' ')),
};
const suite = suites[process.argv[2] ?? ''];
if (suite === undefined) {
  process.stderr.write(`Which benchmark? One of: ${Object.keys(suites).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await suite(...process.argv.slice(3));
}
