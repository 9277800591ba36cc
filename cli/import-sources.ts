/** What papergraph import can bring in: each source by the name that users type. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Source } from '../ingest/record.ts';
import { openBundle } from '../ingest/sources/bundle.ts';
import { dailyPageSource } from '../ingest/sources/daily-page.ts';

export interface ImportSource {
  readonly summary: string;
  /** What must follow its name. */
  readonly positionals: readonly string[];
  readonly open: (values: readonly string[]) => Promise<Source>;
}

export const importSources = {
  bundle: {
    summary: 'The facts that come with the project; serve brings them in by itself.',
    positionals: [],
    open: () => openBundle(),
  },
  'daily-page': {
    summary: 'The text of a saved Hugging Face Daily Papers page, search results included.',
    positionals: ['FILE'],
    open: async ([file = '']) => {
      const text = await readFile(file, 'utf8');
      return dailyPageSource({ file: basename(file), text, now: new Date() });
    },
  },
} as const satisfies Record<string, ImportSource>;

export type SourceName = keyof typeof importSources;
export const SOURCE_NAMES = Object.keys(importSources) as readonly SourceName[];
