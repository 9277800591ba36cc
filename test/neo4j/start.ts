/** Starts a real Neo4j Community server, for development and for tests, out of files from Maven Central. */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findClassPath } from './class-path.ts';
import { type Configuration, configurationText } from './configuration.ts';
import { findJava } from './java.ts';
import { type ServerProcess, startProcess } from './server-process.ts';

const SERVER_FILE = fileURLToPath(new URL('Server.java', import.meta.url));

export interface Neo4jOptions extends Configuration {
  /** Eight characters or more. It holds from now on, whatever it was before; where none is given, one is made. */
  readonly password?: string;
  /** Is kept when the server ends, and the next one goes on from it. Where none is given: a temporary one. */
  readonly dataFolder?: string;
  readonly heapMb?: number;
  readonly javaOptions?: readonly string[];
  /** Where Java and Maven are looked for. */
  readonly environment?: NodeJS.ProcessEnv;
}

export interface Neo4jServer extends Omit<ServerProcess, 'port'>, AsyncDisposable {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/**
 * Resolves when it answers, on the loopback address alone. The caller ends it; should the caller be gone first, even
 * killed, it ends by itself. Rejects with a CannotRunNeo4jError where Java or Maven is missing.
 */
export async function startNeo4j(options: Neo4jOptions = {}): Promise<Neo4jServer> {
  const { environment = process.env, heapMb = 1_024, javaOptions = [] } = options;
  const { password = randomBytes(18).toString('base64url') } = options;
  const java = await findJava(environment);
  const classPath = await findClassPath(environment);
  const folder = await makeFolder(options.dataFolder);
  const isTemporary = options.dataFolder === undefined;
  await writeFile(join(folder, 'neo4j.conf'), configurationText(options));
  const { port, ...controls } = await startProcess({
    command: java,
    parameters: [
      ...[`-Xmx${heapMb}m`, ...JAVA_OPTIONS, ...javaOptions, '-classpath', classPath],
      ...[SERVER_FILE, folder, isTemporary ? 'temporary' : 'kept'],
    ],
    // Every user of a machine can read the parameters of a process, and only its owner the environment.
    environment: { ...environment, NEO4J_PASSWORD: password },
    folder,
    isTemporary,
  });
  const uri = `bolt://127.0.0.1:${port}`;
  return { uri, user: 'neo4j', password, ...controls, [Symbol.asyncDispose]: controls.stop };
}

/**
 * For servers that live no longer than tests do: without its slower compiler, whose work pays off after minutes,
 * Java takes half the processor time to be ready. Not for measurements.
 */
export const BRIEF_LIFE = ['-XX:TieredStopAtLevel=1'];

/** Netty and the page cache reach into Java's own buffers: from the neo4j.conf that servers are shipped with. */
const JAVA_OPTIONS = [
  '-Dio.netty.tryReflectionSetAccessible=true',
  ...['java.nio', 'java.io', 'sun.nio.ch'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  ),
];

async function makeFolder(given: string | undefined): Promise<string> {
  if (given === undefined) return mkdtemp(join(tmpdir(), 'papergraph-neo4j-'));
  const folder = resolve(given);
  await mkdir(folder, { recursive: true });
  return folder;
}
