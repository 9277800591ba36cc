/** The JDK that Neo4j runs on. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CannotRunNeo4jError } from './cannot-run-neo4j-error.ts';

const OLDEST_VERSION = 17;
const NEEDED = `it takes a JDK, ${OLDEST_VERSION} or newer, and Maven. Install them, or set JAVA_HOME.`;
const run = promisify(execFile);

/** The command that runs Java. Rejects with a CannotRunNeo4jError where it is missing, too old or cannot compile. */
export async function findJava(environment: NodeJS.ProcessEnv): Promise<string> {
  const home = environment['JAVA_HOME'] ?? '';
  const java = home === '' ? 'java' : join(home, 'bin', 'java');
  // A Java too old to know this option is too old for Neo4j.
  const { stdout } = await run(java, ['--list-modules'], { env: environment }).catch(
    (cause: unknown) => {
      throw new CannotRunNeo4jError(`"${java}" does not run, and ${NEEDED}`, { cause });
    },
  );
  // Without its compiler, Java runs no source file.
  const version = /^jdk\.compiler@(\d+)/mu.exec(stdout)?.[1];
  if (version === undefined) {
    throw new CannotRunNeo4jError(`"${java}" has no compiler, and ${NEEDED}`);
  }
  if (Number(version) < OLDEST_VERSION) {
    throw new CannotRunNeo4jError(`"${java}" is version ${version}, and ${NEEDED}`);
  }
  return java;
}
