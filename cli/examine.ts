/** Looks at the settings, the engine and the graph, one thing after the other, and says what to do. */
import { existsSync } from 'node:fs';
import type { Engine, GraphState } from '../graph/engine.ts';
import { EngineError } from '../graph/errors.ts';
import { checkServer } from '../graph/neo4j/check.ts';
import { openNeo4j } from '../graph/neo4j/engine.ts';
import { inspect, type Inspection } from '../graph/neo4j/inspect.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';
import { readNeo4jOptions } from './neo4j-options.ts';
import { sqliteFile } from './open-engine.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';

export interface Finding {
  readonly subject: string;
  readonly isFine: boolean;
  readonly text: string;
}
const fine = (subject: string, text: string): Finding => ({ subject, isFine: true, text });
const wrong = (subject: string, text: string): Finding => ({ subject, isFine: false, text });

/** Ends at the first thing without which the next cannot be looked at. Changes nothing. */
export async function* examine(
  environment: Readonly<Record<string, string | undefined>>,
): AsyncGenerator<Finding> {
  let subject = 'settings';
  try {
    const settings = readSettings(environment);
    yield fine(subject, 'each has a value that it takes.');
    subject = 'engine';
    yield* engines[settings.PAPERGRAPH_ENGINE](settings);
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof EngineError)) throw error;
    yield wrong(subject, error.message);
  }
}

const engines: Readonly<
  Record<Settings['PAPERGRAPH_ENGINE'], (settings: Settings) => AsyncGenerator<Finding>>
> = {
  sqlite: async function* ({ PAPERGRAPH_DATA: folder }) {
    const file = sqliteFile(folder);
    if (!existsSync(file)) {
      yield fine('engine', `sqlite; ${file} is not there yet, and papergraph serve makes it.`);
      return;
    }
    yield fine('engine', `sqlite, in ${file}.`);
    yield await graphFinding(openSqlite({ file, readers: 1 }));
  },
  neo4j: async function* (settings) {
    const options = await readNeo4jOptions(settings);
    const { version, edition } = await checkServer(options);
    yield fine(
      'engine',
      `Neo4j ${version} ${edition} at ${options.uri}, database "${options.database}".`,
    );
    yield* databaseFindings(await inspect(options));
    yield await graphFinding(openNeo4j(options));
  },
};

/** What is found of a database of Neo4j. */
export function* databaseFindings({
  pending,
  missing,
  unready,
  online,
  mayWrite,
}: Inspection): Generator<Finding> {
  yield mayWrite
    ? fine('rights', 'the user may read and write.')
    : fine('rights', 'the user, or the server, may only read: importing takes one that may write.');
  yield pending.length === 0
    ? fine('migrations', 'all have run.')
    : wrong(
        'migrations',
        `not run yet: ${pending.join(', ')}. Run papergraph migrate${mayWrite ? '' : ' as a user who may write'}.`,
      );
  if (missing.length > 0) {
    yield wrong(
      'indexes',
      `missing, though their migration has run: ${missing.join(', ')}. Somebody dropped them: delete the nodes of the label Migration, and run papergraph migrate.`,
    );
  }
  const failed = unready.filter(({ state }) => state === 'FAILED').map(({ name }) => name);
  if (failed.length > 0) {
    yield wrong(
      'indexes',
      `failed: ${failed.join(', ')}. See the server's log; drop them, delete the nodes of the label Migration, and run papergraph migrate.`,
    );
  }
  const waiting = unready.filter(({ state }) => state !== 'FAILED').map(({ name }) => name);
  if (waiting.length > 0) {
    yield wrong('indexes', `still being built: ${waiting.join(', ')}. Wait, and ask again.`);
  }
  if (missing.length + unready.length === 0) yield fine('indexes', `${online} online.`);
}

async function graphFinding(engine: Engine): Promise<Finding> {
  try {
    return stateFinding(await engine.info());
  } finally {
    await engine.close();
  }
}

const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts)
    .reduce((total, count) => total + count, 0)
    .toLocaleString('en');

function stateFinding({ version, updatedAt, nodeCounts, edgeCounts }: GraphState): Finding {
  if (updatedAt === null)
    return fine('graph', 'empty; papergraph serve and papergraph import fill it.');
  return fine(
    'graph',
    `version ${version} of ${updatedAt}: ${sum(nodeCounts)} nodes, ${sum(edgeCounts)} edges.`,
  );
}
