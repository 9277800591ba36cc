/** The engine on Neo4j 5.26 and newer: a single server, a cluster through neo4j://, or Aura. */
import neo4j, { type Driver, type Session } from 'neo4j-driver';
import {
  type Answers,
  type AskOptions,
  type Batch,
  type Engine,
  ENGINE_DEADLINE_MS,
  type GraphState,
  type Question,
  type Written,
} from '../engine.ts';
import { MovedError, TimedOutError } from '../errors.ts';
import { EDGE_KINDS, NODE_KINDS } from '../model.ts';
import { isWorthRetrying, toEngineError } from './failure.ts';
import { type Credentials, openDriver, openSession } from './session.ts';
import { answer } from './reader.ts';
import { SizeBook } from './sizes.ts';
import { createRunner, type Execute } from './statements.ts';
import { readStatements } from './stored-statements.ts';
import { writeBatch } from './writer.ts';

export interface Neo4jOptions extends Credentials {
  readonly database: string;
}

const READ_TRIES = 3;
const WRITE_TIMEOUT_MS = 120_000;

/** Opens a graph whose migrations have run, see migrations.ts. Nothing is sent before the first call. */
export function openNeo4j({ uri, user, password, database }: Neo4jOptions): Engine {
  const driver = openDriver({ uri, user, password });
  let book: Book | undefined;

  /** The version that the asks of a snapshot are answered from. */
  const versions = new WeakMap<object, number>();

  async function ask<const Q extends readonly Question[]>(
    questions: Q,
    { signal, deadlineMs = ENGINE_DEADLINE_MS, snapshot }: AskOptions = {},
  ): Promise<Answers<Q>> {
    signal?.throwIfAborted();
    const reading = new Reading(driver, database, Date.now() + deadlineMs);
    const ended = Promise.withResolvers<never>();
    const onAbort = () => {
      ended.reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      ended.reject(new TimedOutError(deadlineMs));
    }, deadlineMs);
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const answers = answerAll(reading, questions, snapshot).catch((error: unknown) => {
        throw toEngineError(error, deadlineMs);
      });
      return (await Promise.race([answers, ended.promise])) as Answers<Q>;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      // Closing a session resets its connection: what still runs leaves the server at its next check.
      reading.end();
    }
  }

  /**
   * Answers of one version. Neo4j has no snapshots: where a batch was written meanwhile, the questions are asked
   * again, unless they belong to a snapshot that was answered from the version before.
   */
  async function answerAll(
    reading: Reading,
    questions: readonly Question[],
    snapshot: object | undefined,
  ) {
    let asked = (book ??= bookOf(await reading.state()));
    for (;;) {
      const pinned = snapshot === undefined ? undefined : versions.get(snapshot);
      if (pinned !== undefined && pinned !== asked.version) throw new MovedError();
      const run = createRunner(reading.execute);
      const { sizes } = asked;
      const answers = await Promise.all(questions.map((question) => answer(run, sizes, question)));
      // Versions only grow, so answers that end in the version known before them are all of it.
      const seen = reading.takeVersions();
      const isWhole = seen.length > 0 && seen.every((version) => version === asked.version);
      const state = isWhole ? undefined : await reading.state();
      if (state === undefined || state.version === asked.version) {
        if (snapshot !== undefined) versions.set(snapshot, asked.version);
        return answers;
      }
      asked = book = bookOf(state);
    }
  }

  const writing = async <Result>(work: (session: Session) => Promise<Result>): Promise<Result> => {
    const session = openSession(driver, database, 'WRITE');
    try {
      return await work(session);
    } catch (error) {
      throw toEngineError(error, WRITE_TIMEOUT_MS);
    } finally {
      await session.close();
    }
  };

  return {
    ask,
    write: (batch: Batch): Promise<Written> =>
      writing((session) =>
        session.executeWrite((transaction) => writeBatch(transaction, batch, new Date()), {
          timeout: WRITE_TIMEOUT_MS,
        }),
      ),
    info: () => writing(readState),
    statements: () => readStatements(driver, database),
    close: () => driver.close(),
  };
}

/** What is remembered of a version of the graph. */
interface Book {
  readonly version: number;
  readonly sizes: SizeBook;
}
const bookOf = ({ version, totals }: Awaited<ReturnType<Reading['state']>>): Book => ({
  version,
  sizes: new SizeBook(totals),
});

/** The sessions of one ask. */
class Reading {
  readonly #driver: Driver;
  readonly #database: string;
  readonly #endsAt: number;
  readonly #sessions = new Set<Session>();
  readonly #versions: number[] = [];
  #isEnded = false;

  constructor(driver: Driver, database: string, endsAt: number) {
    this.#driver = driver;
    this.#database = database;
    this.#endsAt = endsAt;
  }

  readonly execute: Execute = async (text, parameters) => {
    const [row] = await this.#run(text, withWholeNumbers(parameters));
    this.#versions.push(Number(row?.['version']));
    return (row?.['answers'] ?? []) as readonly { place: number; answer: unknown }[];
  };

  /** The versions at the ends of the statements since it was last called; none where nothing had to be sent. */
  takeVersions(): readonly number[] {
    return this.#versions.splice(0);
  }

  /** The version of the graph, 0 where nothing was written yet, and how many there are of each kind. */
  async state(): Promise<{ version: number; totals: Readonly<Record<string, number>> }> {
    const [row] = await this.#run(
      "OPTIONAL MATCH (g:Graph {id: 'graph'}) RETURN coalesce(g.version, 0) AS version, COLLECT { MATCH (total:Total) RETURN total{.kind, .count} } AS totals",
      {},
    );
    const totals = (row?.['totals'] ?? []) as readonly { kind: string; count: number }[];
    return {
      version: Number(row?.['version']),
      totals: Object.fromEntries(totals.map(({ kind, count }) => [kind, count])),
    };
  }

  /** session.run rather than executeQuery, which takes more than twice as long; so retrying is ours. See bench/. */
  async #run(text: string, parameters: Readonly<Record<string, unknown>>) {
    for (let tries = 1; ; tries += 1) {
      const session = openSession(this.#driver, this.#database, 'READ');
      this.#sessions.add(session);
      try {
        const timeout = Math.max(1, this.#endsAt - Date.now());
        const { records } = await session.run(text, parameters, { timeout });
        return records.map((record) => record.toObject() as Readonly<Record<string, unknown>>);
      } catch (error) {
        if (this.#isEnded || tries >= READ_TRIES || !isWorthRetrying(error)) throw error;
      } finally {
        this.#sessions.delete(session);
        void session.close();
      }
    }
  }

  end(): void {
    this.#isEnded = true;
    for (const session of this.#sessions) void session.close();
  }
}

/** LIMIT takes whole numbers only, and a JavaScript number is a float to the driver. */
const withWholeNumbers = ({ rows, limit, steps }: Readonly<Record<string, unknown>>) => ({
  rows,
  limit: neo4j.int(Number(limit)),
  steps: neo4j.int(Number(steps)),
});

async function readState(session: Session): Promise<GraphState> {
  const { records } = await session.executeRead((transaction) =>
    transaction.run(
      "OPTIONAL MATCH (g:Graph {id: 'graph'}) RETURN coalesce(g.version, 0) AS version, g.updatedAt AS updatedAt, COLLECT { MATCH (total:Total) RETURN total{.kind, .count} } AS totals, COLLECT { MATCH (c:Checkpoint) WITH c ORDER BY c.source RETURN c{.source, .position} } AS checkpoints",
    ),
  );
  const [record] = records;
  const totals = (record?.get('totals') ?? []) as readonly { kind: string; count: number }[];
  const checkpoints = (record?.get('checkpoints') ?? []) as readonly {
    source: string;
    position: string;
  }[];
  const counted = <Kind extends string>(kinds: readonly Kind[]) =>
    Object.fromEntries(
      kinds.map((kind) => [kind, totals.find((total) => total.kind === kind)?.count ?? 0]),
    ) as Record<Kind, number>;
  return {
    version: Number(record?.get('version')),
    updatedAt: (record?.get('updatedAt') ?? null) as string | null,
    nodeCounts: counted(NODE_KINDS),
    edgeCounts: counted(EDGE_KINDS),
    checkpoints: Object.fromEntries(
      checkpoints.map(({ source, position }) => [source, JSON.parse(position) as unknown]),
    ),
  };
}
