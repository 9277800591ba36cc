/** Imports one source, telling how far it is and what did not get in. */
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
  /** Imports into one graph wait for one another here; undefined where the engine sees to that. */
  readonly lockFile: string | undefined;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
}

export function importSource(source: Source, options: ImportOptions): Promise<IngestSummary> {
  const { engine, concepts, lockFile, terminal, signal } = options;
  const onWait = () =>
    terminal.tell('Another process is importing into this graph: waiting for it.');
  const work = async () => {
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
  };
  return lockFile === undefined ? work() : withLock({ file: lockFile, signal, onWait }, work);
}

/** One line on what an import did. */
export function summaryLine(summary: IngestSummary): string {
  const { source, records, added, changed, merged, setAside, isComplete } = summary;
  const counts = [
    [records, 'records read'],
    [added, 'nodes and edges added'],
    [changed, 'changed'],
    [merged, 'merged'],
    [setAside, 'set aside'],
  ] as const;
  const told = counts
    .filter(([count], index) => index === 0 || count > 0)
    .map(([count, name]) => `${count.toLocaleString('en')} ${name}`)
    .join(', ');
  return `${source}: ${told}.${isComplete ? '' : ' Stopped before its end: import it again to go on.'}`;
}
