/**
 * Has a server plan the statements that lists ask most, before anybody waits for them. Neo4j keeps a plan by the
 * statement's text and, roughly, the number of its rows; making one costs 9 to 57 ms, on a cold server up to 1.4 s.
 */
import neo4j from 'neo4j-driver';
import type { Question } from '../engine.ts';
import { EDGE_KINDS, NODE_KINDS, nodeEntry } from '../model.ts';
import { commonQuestions } from './common-questions.ts';
import type { Neo4jOptions } from './engine.ts';
import { CLAIMS } from './name.ts';
import { answer, type Runner } from './reader.ts';
import { openDriver, openSession } from './session.ts';
import { SizeBook } from './sizes.ts';
import { type Run, textOf } from './statements.ts';

export interface WarmStatement {
  readonly name: string;
  readonly text: string;
  /** The values of one row, none of which anything has. */
  readonly values: readonly unknown[];
  /** How many rows it is asked with: one at the root of a query, as many as the list above has within it. */
  readonly rowCounts: readonly number[];
}

const TOTAL_LIMIT_MS = 60_000;
const STATEMENT_LIMIT_MS = 5_000;
const PARALLEL = 4;
/** One or two may take too long on a large graph; more, and the server has other troubles. */
const MAX_FAILED = 10;
const ROOT_ROWS = [1];
const NESTED_ROWS = [1, 20];

/** Each text once, in the order in which they are worth preparing. */
export async function warmStatements(): Promise<readonly WarmStatement[]> {
  const statements = new Map<string, WarmStatement>();
  const names = new Map<string, number>();
  for (const { name, question } of commonQuestions()) {
    const rowCounts = isNested(question) ? NESTED_ROWS : ROOT_ROWS;
    for (const size of SIZES) {
      for (const run of await runsOf(question, size)) {
        const text = textOf(run);
        if (statements.has(text)) continue;
        const step = `${name}: ${stepOf(text)}`;
        const times = (names.get(step) ?? 0) + 1;
        names.set(step, times);
        const unique = times === 1 ? step : `${step} ${times}`;
        statements.set(text, { name: unique, text, values: run.statement.values, rowCounts });
      }
    }
  }
  return [...statements.values()];
}

/** Questions about the nodes of a list, which are asked together. */
const isNested = (question: Question): boolean =>
  question.ask === 'node' || ('set' in question && question.set.from !== undefined);

/** A small neighbourhood is gathered, a large one walked: both plans of each question. */
const SIZES = [10, 100_000];
const TOTALS = Object.fromEntries([...NODE_KINDS, ...EDGE_KINDS].map((kind) => [kind, 1_000_000]));

/** What a question would run if whatever it counts were so many, and it found nothing. */
async function runsOf(question: Question, size: number): Promise<readonly Run[]> {
  const runs: Run[] = [];
  const counted = Object.fromEntries([...COUNTS, 'size'].map((count) => [count, size]));
  const record: Runner = (run) => {
    runs.push(run);
    return Promise.resolve(FINDS.test(textOf(run)) ? [] : [counted]);
  };
  await answer(record, new SizeBook(TOTALS), question);
  return runs;
}

const COUNTS = NODE_KINDS.flatMap((kind) => Object.keys(nodeEntry(kind).counts));
/** Returns nodes or names; whatever does not, counts. */
const FINDS = new RegExp(`RETURN \\{(?:node|name):|\\.\`${CLAIMS}\``, 'u');

/** What of a question a text answers. */
function stepOf(text: string): string {
  if (text.includes('RETURN {size:')) return 'size of a part';
  if (text.includes('RETURN {count:')) return 'count';
  if (text.includes(' STARTS WITH ')) return 'names that begin so';
  if (text.includes('queryNodes') && text.includes('RETURN {name:')) return 'names of its words';
  if (!FINDS.test(text)) return 'counts';
  if (!text.includes('RETURN {node:')) return 'look up';
  return text.includes('$steps') ? 'walk' : 'gather';
}

/**
 * Resolves when all are prepared, the time for it is over, or the signal is aborted; never rejects, since a server that
 * answers nothing is told of by the first question that it does not answer. Gives back how many were prepared.
 */
export async function warm(options: Neo4jOptions, signal: AbortSignal): Promise<number> {
  const ending = AbortSignal.any([signal, AbortSignal.timeout(TOTAL_LIMIT_MS)]);
  if (signal.aborted) return 0;
  const waiting = (await warmStatements()).flatMap(({ text, values, rowCounts }) =>
    rowCounts.map((count) => ({ text, values, count })),
  );
  const driver = openDriver(options);
  let [prepared, failed] = [0, 0];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (ending.aborted || failed >= MAX_FAILED) return;
      const { text, values, count } = next;
      const row = Object.fromEntries(values.map((value, index) => [`p${String(index)}`, value]));
      const rows = Array.from({ length: count }, (_, place) => ({ place, ...row }));
      const session = openSession(driver, options.database, 'READ');
      // Nothing is to be found, so that planning is all the work there is.
      const none = neo4j.int(0);
      try {
        const limits = { timeout: STATEMENT_LIMIT_MS };
        await session.run(text, { rows, limit: none, steps: none }, limits);
        prepared += 1;
      } catch {
        failed += 1;
      } finally {
        await session.close();
      }
    }
  };
  const isOver = new Promise((resolve) => {
    ending.addEventListener('abort', resolve, { once: true });
  });
  // What still runs when the time is over is left to the closing of its connection.
  await Promise.race([Promise.all(Array.from({ length: PARALLEL }, work)), isOver]);
  await driver.close();
  return prepared;
}
