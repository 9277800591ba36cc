/** The graphs that benchmarks run on, made anew by `import` and kept for `reads`. */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../graph/engine.ts';
import { openSqlite } from '../graph/sqlite/engine.ts';
import { loadVocabulary } from '../ingest/concepts/load-vocabulary.ts';
import { ingest } from '../ingest/ingest.ts';
import { openBundle } from '../ingest/sources/bundle.ts';
import {
  conceptKey,
  generatedBatches,
  LARGE,
  organizationKey,
  paperKey,
} from './generated-graph.ts';
import type { Hubs } from './reads.ts';

const FOLDER = join(import.meta.dirname, '..', '.papergraph', 'bench');

export interface BenchGraph {
  readonly name: string;
  readonly file: string;
  readonly hubs: Hubs;
  /** Fills an empty graph; gives back how many nodes and edges were written. */
  readonly fill: (engine: Engine) => Promise<number>;
}

export const GRAPHS: readonly BenchGraph[] = [
  {
    name: 'bundled',
    file: join(FOLDER, 'bundled.sqlite'),
    hubs: {
      concept: 'large-language-model',
      otherConcept: 'reinforcement-learning',
      paper: 'arxiv:2303.08774',
      organization: 'hf-org:nvidia',
      word: 'learning',
    },
    fill: async (engine) => {
      const { added, changed } = await ingest(engine, await openBundle(), await loadVocabulary());
      return added + changed;
    },
  },
  {
    name: 'generated, 100,000 papers',
    file: join(FOLDER, 'generated.sqlite'),
    hubs: {
      concept: conceptKey(0),
      otherConcept: conceptKey(1),
      paper: paperKey(0),
      organization: organizationKey(0),
      word: 'learning',
    },
    fill: async (engine) => {
      let written = 0;
      for (const batch of generatedBatches(LARGE)) written += (await engine.write(batch)).added;
      return written;
    },
  },
];

export interface Imported {
  readonly name: string;
  readonly written: number;
  readonly seconds: number;
  readonly megabytes: number;
  /** Of the whole process, since it began. */
  readonly peakMegabytes: number;
}

export async function importGraph({ name, file, fill }: BenchGraph): Promise<Imported> {
  mkdirSync(FOLDER, { recursive: true });
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
  const engine = openSqlite({ file });
  const start = performance.now();
  const written = await fill(engine);
  const seconds = (performance.now() - start) / 1_000;
  await engine.close();
  const megabytes = statSync(file).size / 1e6;
  // maxRSS is in KiB: https://nodejs.org/api/process.html#processresourceusage
  const peakMegabytes = (process.resourceUsage().maxRSS * 1_024) / 1e6;
  return { name, written, seconds, megabytes, peakMegabytes };
}

export const isImported = ({ file }: BenchGraph): boolean => existsSync(file);
