/** Neo4j's own files, brought by Maven once and found again without it. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { CannotRunNeo4jError } from './cannot-run-neo4j-error.ts';

const POM_FILE = fileURLToPath(new URL('pom.xml', import.meta.url));
/** Beside what other tools keep for the next time; `npm ci` empties it, and Maven's own cache stays. */
const CACHE_FOLDER = fileURLToPath(
  new URL('../../node_modules/.cache/papergraph/', import.meta.url),
);
const run = promisify(execFile);

/**
 * The class path of the Neo4j that pom.xml names. Only the first call for a pom.xml needs Maven and the network.
 * Rejects with a CannotRunNeo4jError where Maven is missing or cannot bring the files.
 */
export async function findClassPath(
  environment: NodeJS.ProcessEnv,
  cacheFolder: string = CACHE_FOLDER,
): Promise<string> {
  const version = createHash('sha256')
    .update(await readFile(POM_FILE))
    .digest('hex');
  const file = join(cacheFolder, `neo4j-class-path-${version}`);
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known?.split(delimiter).every((jar) => existsSync(jar))) return known;
  await mkdir(cacheFolder, { recursive: true });
  // Several may ask at once: each writes a file of its own, so that none reads half of another's.
  const written = `${file}-${randomUUID()}`;
  await askMaven(written, environment);
  const classPath = (await readFile(written, 'utf8')).trim();
  await writeFile(written, classPath);
  await rename(written, file);
  return classPath;
}

async function askMaven(outputFile: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const goal = ['dependency:build-classpath', `-Dmdep.outputFile=${outputFile}`];
  try {
    await run('mvn', ['--quiet', '--batch-mode', '--file', POM_FILE, ...goal], {
      env: environment,
    });
  } catch (cause) {
    throw new CannotRunNeo4jError(
      `${reasonOf(cause)} Install Maven, or let it reach Maven Central.`,
      {
        cause,
      },
    );
  }
}

const FailedCommand = z.object({ message: z.string(), stdout: z.string().default('') });

/** Maven says on standard output what went wrong, and in its first line which file. */
function reasonOf(error: unknown): string {
  const { message, stdout } = FailedCommand.parse(error);
  const [line = message] = stdout.split('\n');
  return `Maven failed: ${line.trim() === '' ? message : line.replace('[ERROR] ', '')}.`;
}
