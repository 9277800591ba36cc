import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-graph.ts';
import { CannotRunNeo4jError } from './cannot-run-neo4j-error.ts';
import { findClassPath } from './class-path.ts';

/** A place where `mvn` is this script, told as $output where to write. */
async function placeWithMaven(script: (folder: string) => string) {
  const folder = temporaryFolder();
  const maven = join(folder, 'mvn');
  const text = `#!/bin/sh\nfor argument; do output="\${argument#*=}"; done\n${script(folder)}\n`;
  await writeFile(maven, text);
  await chmod(maven, 0o755);
  const environment = { PATH: `${folder}:/usr/bin:/bin` };
  return { folder, find: () => findClassPath(environment, join(folder, 'cache')) };
}

/** A Maven that brings one jar and counts how often it was asked. */
const placeWithJar = () =>
  placeWithMaven(
    (folder) =>
      `echo asked >> ${folder}/asked; echo jar > ${folder}/neo4j.jar; echo ${folder}/neo4j.jar > "$output"`,
  );
const timesAsked = async (folder: string) =>
  (await readFile(join(folder, 'asked'), 'utf8')).split('\n').length - 1;

test('Maven is asked once', async () => {
  const { folder, find } = await placeWithJar();
  expect([await find(), await find()]).toEqual(Array(2).fill(join(folder, 'neo4j.jar')));
  expect(await timesAsked(folder)).toBe(1);
});

test('Maven is asked again when a jar is gone', async () => {
  const { folder, find } = await placeWithJar();
  await rm(await find());
  expect(await find()).toBe(join(folder, 'neo4j.jar'));
  expect(await timesAsked(folder)).toBe(2);
});

test('several that ask at once get the same class path', async () => {
  const { folder, find } = await placeWithJar();
  const found = await Promise.all([find(), find(), find()]);
  expect(found).toEqual(Array(3).fill(join(folder, 'neo4j.jar')));
});

test('what Maven complains of is told in one line', async () => {
  const { find } = await placeWithMaven(
    () => `echo '[ERROR] Could not transfer artifact org.neo4j:neo4j'; echo '[ERROR] More'; exit 1`,
  );
  await expect(find()).rejects.toThrow(
    new CannotRunNeo4jError(
      'Maven failed: Could not transfer artifact org.neo4j:neo4j. Install Maven, or let it reach Maven Central.',
    ),
  );
});

test('a machine without Maven is told in one line', async () => {
  const find = findClassPath({ PATH: '' }, temporaryFolder());
  await expect(find).rejects.toThrow(
    new CannotRunNeo4jError(
      'Maven failed: spawn mvn ENOENT. Install Maven, or let it reach Maven Central.',
    ),
  );
});
