/** `npm run bench -- neo4j-compare`: our API and @neo4j/graphql on one Neo4j, asked the same over HTTP in turn. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeGlobalId } from '../../schema/global-id.ts';
import { conceptKey } from '../generated-graph.ts';
import { writeAddress } from './address.ts';
import { Child } from './child.ts';
import { startServer } from './keep.ts';
import { Load, type Order } from './load.ts';
import { type Asked, type Compared, questions } from './questions.ts';
import { firstDifference, textsOf } from './same-answer.ts';

const CLIENTS = 16;
const ROUNDS = 3;
/** Bounds of one measurement: what is slow is asked for long enough, what is fast often enough. */
const ALONE = { clients: 1, maxRequests: 60, maxMs: 3_000 };
const TOGETHER = { clients: CLIENTS, maxRequests: 4_000, maxMs: 5_000 };
/** Java compiles what is called often only after some thousand calls. */
const WARM_UP = { clients: CLIENTS, maxRequests: 4_000, maxMs: 7_000 };

const Started = z.object({ url: z.url() });
const Counted = z.object({ statements: z.int() });

interface Side {
  readonly name: 'ours' | 'theirs';
  readonly url: string;
  readonly process: Child;
}
interface Figures {
  readonly alone: number[];
  readonly together: number[];
  statements: number;
  failure: string | null;
}

const start = async (name: Side['name'], file: string, environment: Record<string, string>) => {
  const child = new Child(file, environment);
  const { url } = await child.next(Started);
  return { name, url, process: child };
};

const bodiesOf = ({ query, variables }: Asked): string[] =>
  variables.map((values) => JSON.stringify({ query, variables: values }));

async function ask(url: string, body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
  if (errors !== undefined) throw new Error(JSON.stringify(errors).slice(0, 800));
  return data;
}

/** Where pages far down the hub start: found by walking there. */
async function walkHub(url: string): Promise<{ offset: number; cursor: string }[]> {
  const Page = z.object({
    concept: z.object({
      papers: z.object({ pageInfo: z.object({ endCursor: z.string(), hasNextPage: z.boolean() }) }),
    }),
  });
  const query =
    'query ($id: ID!, $after: String) { concept(by: { id: $id }) { papers(first: 100, after: $after) { pageInfo { endCursor hasNextPage } } } }';
  const id = writeGlobalId({ kind: 'Concept', key: conceptKey(0) });
  const found: { offset: number; cursor: string }[] = [];
  for (let offset = 100, after: string | null = null; ; offset += 100) {
    const answer = await ask(url, JSON.stringify({ query, variables: { id, after } }));
    const { pageInfo } = Page.parse(answer).concept.papers;
    after = pageInfo.endCursor;
    if (!pageInfo.hasNextPage) return found.filter((page) => page.offset >= 5_000);
    found.push({ offset, cursor: after });
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

async function measureSide(
  loader: Child,
  side: Side,
  asked: Asked,
  figures: Figures,
): Promise<void> {
  if (figures.failure !== null) return;
  const run = async (bounds: Pick<Order, 'clients' | 'maxRequests' | 'maxMs'>) => {
    loader.send({ url: side.url, bodies: bodiesOf(asked), ...bounds });
    const done = await loader.next(Load);
    figures.failure ??= done.failure;
    return done;
  };
  const statements = async () => {
    side.process.send({});
    return (await side.process.next(Counted)).statements;
  };
  const before = await statements();
  const alone = await run(ALONE);
  figures.statements = ((await statements()) - before) / alone.latenciesMs.length;
  figures.alone.push(median(alone.latenciesMs));
  const together = await run(TOGETHER);
  figures.together.push(together.latenciesMs.length / together.seconds);
}

/** That both mean the same nodes: throws where one's answer differs. */
async function checkSame(sides: readonly Side[], question: Compared): Promise<void> {
  for (const index of [0, 7, 23]) {
    const told: (readonly string[])[] = [];
    for (const side of sides) {
      const body = bodiesOf(question[side.name])[index] ?? '';
      told.push(textsOf(await ask(side.url, body)));
    }
    const [ours = [], theirs = []] = told;
    const difference = firstDifference(ours, theirs, question.same);
    if (difference !== undefined) throw new Error(`${question.name}: ${difference}`);
  }
}

/** Its packages are none of the project's: they come when they are first needed. */
function installTheirs(): void {
  const folder = join(import.meta.dirname, '..', 'neo4j-graphql');
  if (existsSync(join(folder, 'node_modules'))) return;
  execFileSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** part: of the names of the questions to ask. */
export async function compareOnNeo4j(rounds: number = ROUNDS, part = ''): Promise<void> {
  installTheirs();
  await using server = await startServer();
  const environment = writeAddress(server);
  const sides = [
    await start('ours', 'neo4j/our-api.ts', environment),
    await start('theirs', 'neo4j-graphql/server.js', environment),
  ];
  const loader = new Child('neo4j/load.ts');
  const asked = questions(await walkHub(sides[0]?.url ?? '')).filter(({ name }) =>
    name.includes(part),
  );
  const all = new Map<string, Figures>();
  const figuresOf = (question: Compared, side: Side): Figures => {
    const place = `${question.name} ${side.name}`;
    const known = all.get(place) ?? { alone: [], together: [], statements: NaN, failure: null };
    all.set(place, known);
    return known;
  };
  for (const question of asked) {
    for (const side of sides) {
      loader.send({ url: side.url, bodies: bodiesOf(question[side.name]), ...WARM_UP });
      await loader.next(Load);
    }
    await checkSame(sides, question).catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
    });
    for (let round = 0; round < rounds; round += 1) {
      for (const side of sides) {
        await measureSide(loader, side, question[side.name], figuresOf(question, side));
      }
    }
    process.stderr.write(
      `${question.name}: ${JSON.stringify(sides.map((side) => figuresOf(question, side)))}\n`,
    );
  }
  report(asked, sides, figuresOf);
  await Promise.all([...sides.map((side) => side.process.kill()), loader.kill()]);
}

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;

/** One line for each question: ours / theirs, and how many times as many answers a second we give. */
function report(
  asked: readonly Compared[],
  sides: readonly Side[],
  figuresOf: (question: Compared, side: Side) => Figures,
): void {
  const heads = [
    'question',
    'median ms, 1 client',
    `a second, ${CLIENTS} clients`,
    'times',
    'statements a request',
  ];
  process.stdout.write(row(heads) + row(heads.map(() => '---')));
  const timesOfTheEight: number[] = [];
  for (const question of asked) {
    const both = sides.map((side) => figuresOf(question, side));
    const each = (of: (figures: Figures) => string) =>
      both.map((figures) => (figures.failure === null ? of(figures) : 'fails')).join(' / ');
    // One that fails gives no answers at all.
    const [ours = NaN, theirs = NaN] = both.map(({ together, failure }) =>
      failure === null ? median(together) : 0,
    );
    const cells = [
      each(({ alone }) => median(alone).toFixed(1)),
      each(({ together }) => median(together).toFixed(1)),
      (ours / theirs).toFixed(1),
      each(({ statements }) => statements.toFixed(1)),
    ];
    if (question.isOfTheEight) timesOfTheEight.push(ours / theirs);
    process.stdout.write(row([question.name, ...cells]));
    for (const { failure } of both) if (failure !== null) process.stderr.write(`${failure}\n`);
  }
  const atLeast = (least: number) => timesOfTheEight.filter((times) => times >= least).length;
  process.stdout.write(
    `\nOf ${timesOfTheEight.length} questions: ahead on ${atLeast(1)}, five times or more on ${atLeast(5)}.\n`,
  );
}
