/** The table of imports in ARCHITECTURE.md is what the boundary check enforces. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

/** What no row of the table names, so that no row but the last may import it. */
const UNNAMED = ['node:http2', 'node:net', 'lodash'];
const EVERYTHING = 'all of these';

const fromRoot = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const table = readTable(await readFile(fromRoot('ARCHITECTURE.md'), 'utf8'));
const folders = [...table.keys()];
const imports = [...new Set([...folders, ...[...table.values()].flat(), ...UNNAMED])].filter(
  (name) => name !== EVERYTHING,
);

/** What each folder may import, as the table says it: a folder in backticks, then names in backticks. */
function readTable(text: string): Map<string, readonly string[]> {
  const rows = new Map<string, readonly string[]>();
  for (const [, folder = '', cell = ''] of text.matchAll(
    /^\| `([a-z\d/]+\/)` +\| ([^|]*?) +\|/gmu,
  )) {
    const names = [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
    rows.set(folder, cell === EVERYTHING ? [EVERYTHING] : names);
  }
  return rows;
}

/** One file to a folder, and one file for each import from it, named by the number of the import. */
async function writeProbes(place: string): Promise<void> {
  for (const folder of folders) {
    await mkdir(join(place, folder), { recursive: true });
    await writeFile(join(place, folder, 'probed.ts'), 'export const probed = 1;\n');
    for (const [index, name] of imports.entries()) {
      const target = name.endsWith('/')
        ? `./${relative(folder, `${name}probed.ts`)}`
        : name.replace('*', 'core');
      await writeFile(join(place, folder, `probe-${index}.ts`), `import '${target}';\n`);
    }
  }
  await writeFile(join(place, 'tsconfig.json'), '{}');
}

const Report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** What the check lets each folder import of all that the table names. */
async function observe(place: string): Promise<Map<string, readonly string[]>> {
  const command = [
    fromRoot('node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
    ...['--config', fromRoot('.dependency-cruiser.js'), '--output-type', 'json', '.'],
  ];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: place });
  const { violations } = Report.parse(JSON.parse(stdout)).summary;
  const refused = new Set(
    violations.filter(({ rule }) => rule.name.includes(' of ')).map(({ from }) => from),
  );
  return new Map(
    folders.map((folder) => [
      folder,
      imports.filter((_, index) => !refused.has(`${folder}probe-${index}.ts`)),
    ]),
  );
}

describe('the table of imports in ARCHITECTURE.md', () => {
  test('names every folder of the program', () => {
    expect(folders).toEqual(
      expect.arrayContaining(['graph/', 'schema/', 'ingest/', 'seeds/', 'server/', 'cli/']),
    );
  });

  test('is what the boundary check enforces', async () => {
    const place = await mkdtemp(join(tmpdir(), 'papergraph-boundaries-'));
    try {
      await writeProbes(place);
      const observed = await observe(place);
      for (const [folder, allowed] of table) {
        const expected = imports.filter(
          (name) => name === folder || allowed.includes(name) || allowed.includes(EVERYTHING),
        );
        expect({ folder, imports: observed.get(folder) }).toEqual({ folder, imports: expected });
      }
    } finally {
      await rm(place, { recursive: true });
    }
  });
});
