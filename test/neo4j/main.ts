/** `npm run neo4j`: a real Neo4j server on this machine, until Ctrl+C. */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { type Neo4jOptions, startNeo4j } from './start.ts';

const HELP = `npm run neo4j -- [options]

Starts a real Neo4j server that only this machine can reach, out of files from Maven Central. Takes a
JDK, 17 or newer, and Maven. NEO4J_PASSWORD is the password of the user neo4j; if not set, one is made.

  --port N           port for Bolt, 0 for any that is free (7687)
  --data FOLDER      keep the graph there, and go on from it (a folder that is removed at the end)
  --heap-mb N        memory for queries (1024)
  --page-cache-mb N  memory for what is read from disk (256)
`;
const PARENT_CHECK_MS = 1_000;

function readOptions(parameters: string[]): Neo4jOptions | 'help' {
  const { values } = parseArgs({
    args: parameters,
    options: {
      port: { type: 'string', default: '7687' },
      data: { type: 'string' },
      'heap-mb': { type: 'string', default: '1024' },
      'page-cache-mb': { type: 'string', default: '256' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const wholeNumber = (name: 'port' | 'heap-mb' | 'page-cache-mb'): number => {
    if (/^\d{1,6}$/u.test(values[name])) return Number(values[name]);
    throw new TypeError(`--${name} takes a whole number, and is "${values[name]}".`);
  };
  const password = process.env['NEO4J_PASSWORD'] ?? '';
  return {
    port: wholeNumber('port'),
    heapMb: wholeNumber('heap-mb'),
    pageCacheMb: wholeNumber('page-cache-mb'),
    ...(values.data === undefined ? {} : { dataFolder: values.data }),
    ...(password === '' ? {} : { password }),
  };
}

async function serveUntilTold(options: Neo4jOptions): Promise<void> {
  process.stderr.write('Starting Neo4j; the first time, Maven brings it.\n');
  await using server = await startNeo4j(options);
  const { uri, user, password } = server;
  const made = options.password === undefined ? `NEO4J_PASSWORD=${password}\n` : '';
  process.stdout.write(`NEO4J_URI=${uri}\nNEO4J_USER=${user}\n${made}`);
  process.stderr.write('Ready. Ctrl+C ends it.\n');
  await untilTold();
}

/** Ctrl+C, SIGTERM, or the end of the shell in between: npm signals that one, and it passes nothing on. */
async function untilTold(): Promise<void> {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort());
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) ending.abort();
  }, PARENT_CHECK_MS);
  await once(ending.signal, 'abort');
  clearInterval(watch);
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') process.stdout.write(HELP);
  else await serveUntilTold(options);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof TypeError ? 2 : 1;
}
