/** The source of the bundled facts: what is in seeds/, in a fixed order. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { invariant } from '../../graph/errors.ts';
import { inImportOrder, kindOfFile } from '../bundle/fact-files.ts';
import { Manifest } from '../bundle/facts.ts';
import { SEEDS_FOLDER } from '../concepts/load-vocabulary.ts';
import type { Source, SourceRecord, Yielded } from '../record.ts';

/** Names the checkpoint of the bundled facts. */
export const BUNDLE_NAME = 'bundle';

/** line: how many lines of the file are done with; those of the files before it are. */
const BundlePosition = z.object({
  digest: z.string(),
  file: z.string(),
  line: z.int().nonnegative(),
  /** Whether that was the last line of the last file. */
  isLast: z.boolean(),
});
export type BundlePosition = z.infer<typeof BundlePosition>;

/** Whether a checkpoint says that all of the facts of that digest are in. */
export const isBundleComplete = (checkpoint: unknown, digest: string): boolean => {
  const { data } = BundlePosition.safeParse(checkpoint);
  return data?.digest === digest && data.isLast;
};

/** Written by hand, so that the manifest of the built files does not list them. */
const CURATED_FILES = ['concepts.jsonl', 'summaries.jsonl'];

/** The facts' files by their paths in seeds/, in the order of import. Rejects where the manifest is damaged. */
async function filesOf(seeds: URL): Promise<{ paths: readonly string[]; manifest: Manifest }> {
  const file = new URL('facts/manifest.json', seeds);
  let manifest: Manifest;
  try {
    manifest = Manifest.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file.pathname} cannot be read. Restore it, or build the facts anew.`, {
      cause,
    });
  }
  const built = manifest.files.map(({ path }) => path);
  const stray = built.find((path) => kindOfFile(path) === undefined);
  if (stray !== undefined) {
    throw new Error(`${file.pathname} lists "${stray}", and no file of the facts has such a path.`);
  }
  return { paths: inImportOrder([...CURATED_FILES, ...built]), manifest };
}

/**
 * Changes whenever any of the facts does. Compare it with the checkpoint by isBundleComplete to see whether a graph is
 * up to date.
 */
export async function bundleDigest(seeds: URL = SEEDS_FOLDER): Promise<string> {
  const { paths } = await filesOf(seeds);
  return digestOf(seeds, paths);
}

async function digestOf(seeds: URL, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    hash.update(`${path}\n`);
    for await (const part of createReadStream(new URL(path, seeds))) hash.update(part as Buffer);
  }
  return hash.digest('hex');
}

/**
 * Opens the facts in seeds/. The source goes on from a position of the same facts and starts over from one of others.
 * Reading rejects at a damaged line, naming file and line.
 */
export async function openBundle(seeds: URL = SEEDS_FOLDER): Promise<Source> {
  const { paths, manifest } = await filesOf(seeds);
  const digest = await digestOf(seeds, paths);
  const built = manifest.files.reduce((sum, { records }) => sum + records, 0);
  const curated = await Promise.all(CURATED_FILES.map((path) => countLines(new URL(path, seeds))));
  return {
    name: BUNDLE_NAME,
    size: curated.reduce((sum, lines) => sum + lines, built),
    records: (from) => readBundle(seeds, paths, digest, from),
  };
}

async function* readBundle(
  seeds: URL,
  paths: readonly string[],
  digest: string,
  from: unknown,
): AsyncGenerator<Yielded> {
  const { data: start } = BundlePosition.safeParse(from);
  const isSame = start?.digest === digest && paths.includes(start.file);
  if (isSame && start.isLast) return;
  const first = isSame ? paths.indexOf(start.file) : 0;
  // One record is held back, since only the end of all files tells that it was the last.
  let held: PlacedRecord | undefined;
  for (const path of paths.slice(first)) {
    const doneLines = isSame && path === start.file ? start.line : 0;
    for await (const placed of recordsOfFile(seeds, path, doneLines)) {
      if (held !== undefined) yield toYielded(held, digest, false);
      held = placed;
    }
  }
  if (held !== undefined) yield toYielded(held, digest, true);
}

interface PlacedRecord {
  readonly record: SourceRecord;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** How many lines are done with once this record is. */
  readonly doneLines: number;
}

async function* recordsOfFile(
  seeds: URL,
  path: string,
  doneLines: number,
): AsyncGenerator<PlacedRecord> {
  const kind = kindOfFile(path);
  invariant(kind !== undefined, `${path} is a path of the facts, filesOf has checked`);
  for await (const { line, value: records } of kind.read(new URL(path, seeds))) {
    if (line <= doneLines) continue;
    for (const [index, record] of records.entries()) {
      // A line that is cut off between two of its records is read again: writing twice changes nothing.
      const isDone = index === records.length - 1;
      yield { record, path, line, doneLines: isDone ? line : line - 1 };
    }
  }
}

function toYielded(
  { record, path, line, doneLines }: PlacedRecord,
  digest: string,
  isLast: boolean,
): Yielded {
  const position: BundlePosition = { digest, file: path, line: doneLines, isLast };
  return { record, place: `seeds/${path} line ${line}`, position };
}

async function countLines(file: URL): Promise<number> {
  let lines = 0;
  for await (const part of createReadStream(file)) {
    for (const byte of part as Buffer) if (byte === 0x0a) lines++;
  }
  return lines;
}
