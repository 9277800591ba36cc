import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-graph.ts';
import { CannotRunNeo4jError } from './cannot-run-neo4j-error.ts';
import { findJava } from './java.ts';

/** An environment whose Java lists these modules. */
async function javaWith(...modules: readonly string[]): Promise<NodeJS.ProcessEnv> {
  const folder = temporaryFolder();
  const java = join(folder, 'java');
  await writeFile(java, `#!/bin/sh\necho '${modules.join('\n')}'\n`);
  await chmod(java, 0o755);
  return { PATH: folder };
}
test.each(['17.0.15', '21', '25.0.1'])('Java %s runs Neo4j', async (version) => {
  const environment = await javaWith(`java.base@${version}`, `jdk.compiler@${version}`);
  expect(await findJava(environment)).toBe('java');
});

test.each([
  ['that is not there', () => ({ PATH: '' }), '"java" does not run'],
  [
    'that is not where JAVA_HOME says',
    () => ({ PATH: '', JAVA_HOME: '/none' }),
    '"/none/bin/java" does not run',
  ],
  ['without a compiler', () => javaWith('java.base@17.0.15'), '"java" has no compiler'],
  ['that is too old', () => javaWith('jdk.compiler@11.0.2'), '"java" is version 11'],
])('of a Java %s, one line says what is needed', async (_case, makeEnvironment, reason) => {
  const needed = 'and it takes a JDK, 17 or newer, and Maven. Install them, or set JAVA_HOME.';
  const found = findJava(await makeEnvironment());
  await expect(found).rejects.toThrow(new CannotRunNeo4jError(`${reason}, ${needed}`));
});
