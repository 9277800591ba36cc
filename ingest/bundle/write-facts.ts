/** Writes the files of the facts and their manifest. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inImportOrder, kindOfFile } from './fact-files.ts';
import { Manifest } from './facts.ts';
import { toJsonLines } from './json-lines.ts';
import type { Report } from './report.ts';

/** Where the files are within seeds/. */
const FOLDER = 'facts/';

/** factsByFile: by path without ending. Files of an earlier build that are none of these any more are removed. */
export async function writeFacts(
  outputFolder: string,
  factsByFile: Readonly<Record<string, readonly unknown[]>>,
  report: Report,
): Promise<void> {
  const files = new Map(
    Object.entries(factsByFile).map(([name, facts]) => [`${FOLDER}${name}.jsonl`, facts]),
  );
  const manifest: Manifest = { files: [], counts: {} };
  let bytes = 0;
  await removeEarlier(outputFolder);
  for (const path of inImportOrder([...files.keys()])) {
    const facts = files.get(path) ?? [];
    const records = facts.map((fact) => kindOfFile(path)?.recordsOf(fact) ?? []).flat().length;
    manifest.files.push({ path, lines: facts.length, records });
    const text = toJsonLines(facts);
    bytes += Buffer.byteLength(text);
    await writeInto(outputFolder, path, text);
    report.count(`${path.slice(FOLDER.length).split(/[/.]/u)[0]} lines`, facts.length);
  }
  report.count('bytes', bytes);
  manifest.counts = { ...report.summary().counts };
  await writeInto(outputFolder, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

const MANIFEST = `${FOLDER}manifest.json`;
const inFolder = (outputFolder: string, path: string) =>
  join(outputFolder, path.slice(FOLDER.length));

async function writeInto(outputFolder: string, path: string, text: string): Promise<void> {
  const file = inFolder(outputFolder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Only what an earlier manifest lists: the folder may be any. */
async function removeEarlier(outputFolder: string): Promise<void> {
  let text: string;
  try {
    text = await readFile(inFolder(outputFolder, MANIFEST), 'utf8');
  } catch {
    return;
  }
  for (const { path } of Manifest.parse(JSON.parse(text)).files) {
    if (kindOfFile(path) !== undefined) await rm(inFolder(outputFolder, path), { force: true });
  }
}
