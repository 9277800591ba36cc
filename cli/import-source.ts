/** Imports one source, telling how far it is and what did not get in. */
import { join } from 'node:path';
import type { Engine } from '../graph/engine.ts';
import type { ConceptFinder } from '../ingest/concept-edges.ts';
import { ingest, type IngestSummary } from '../ingest/ingest.ts';
import type { SetAside, Source } from '../ingest/record.ts';
import { withLock } from './lock.ts';
import { showProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Enough to see what is wrong with a source; the count says how much of it. */
const MAX_SET_ASIDE_LINES = 20;

export interface ImportOptions {
  readonly engine: Engine;
  readonly concepts: ConceptFinder;
  /** PAPERGRAPH_DATA: imports into one graph wait for one another. */
  readonly folder: string;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

export function importSource(source: Source, options: ImportOptions): Promise<IngestSummary> {
  const { engine, concepts, folder, terminal, signal } = options;
  const onWait = () =>
    terminal.tell('Another process is importing into this graph: waiting for it.');
  return withLock({ file: join(folder, 'import.lock'), signal, onWait }, async () => {
    const progress = showProgress(`Importing ${source.name}`, terminal);
    const problems: SetAside[] = [];
    const onSetAside = (setAside: SetAside) => {
      if (problems.length < MAX_SET_ASIDE_LINES) problems.push(setAside);
    };
    try {
      return await ingest(engine, source, concepts, {
        ...{ signal, onSetAside, onProgress: progress.update },
      });
    } finally {
      progress.end();
      for (const { place, reason } of problems) terminal.tell(`${place}: ${reason}`);
    }
  });
}

/** One line on what an import did. */
export function summaryLine(summary: IngestSummary): string {
  const { source, records, added, changed, merged, setAside, isComplete } = summary;
  const counts = [
    [records, 'records'],
    [added, 'added'],
    [changed, 'changed'],
    [merged, 'merged'],
    [setAside, 'set aside'],
  ] as const;
  const told = counts.map(([count, name]) => `${count.toLocaleString('en')} ${name}`).join(', ');
  return `${source}: ${told}.${isComplete ? '' : ' Stopped before its end: import it again to go on.'}`;
}
