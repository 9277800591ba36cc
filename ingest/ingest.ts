/** Brings what a source yields into the graph, batch by batch, each in one transaction with its checkpoint. */
import type { Engine } from '../graph/engine.ts';
import { createBatchMaker, nameOf, type PlacedRecord } from './batch.ts';
import type { ConceptFinder } from './concept-edges.ts';
import { lacksIds } from './identity.ts';
import type { SetAside, Source, SourceRecord } from './record.ts';

/** About as many statements as one transaction takes: enough that committing costs little, few enough to hold. */
const STATEMENTS_PER_BATCH = 10_000;

export interface IngestOptions {
  /** Ends the work after the batch under way; what is written stays, and the next ingest goes on from there. */
  readonly signal?: AbortSignal;
  /** After each batch. records: of this run; size: how many there are to read, where that is known: not of the rest of a source. */
  readonly onProgress?: (progress: { records: number; size: number | undefined }) => void;
  /** For each thing that did not get in, with its place in the source. */
  readonly onSetAside?: (setAside: SetAside) => void;
}
/** Counts of this run. isComplete: whether the source was read to its end. */
export interface IngestSummary {
  readonly source: string;
  readonly records: number;
  readonly added: number;
  readonly changed: number;
  readonly merged: number;
  readonly setAside: number;
  readonly isComplete: boolean;
}

/**
 * Goes on from where the last ingest of the source ended, so that of a source that is all in nothing is read.
 * What cannot get in is set aside and the rest goes on. Rejects with an EngineError, or with what the source throws.
 */
export async function ingest(
  engine: Engine,
  source: Source,
  concepts: ConceptFinder,
  { signal, onProgress, onSetAside }: IngestOptions = {},
): Promise<IngestSummary> {
  const { checkpoints } = await engine.info();
  const from = checkpoints[source.name];
  const counts = { records: 0, added: 0, changed: 0, merged: 0, setAside: 0 };
  const setAside = (place: string, reason: string) => {
    counts.setAside++;
    onSetAside?.({ place, reason });
  };
  const toBatch = createBatchMaker({ engine, concepts, setAside });
  let waiting: PlacedRecord[] = [];
  let weight = 0;
  let position: unknown;
  let hasMoved = false;

  const flush = async () => {
    if (!hasMoved) return;
    const batch = await toBatch(waiting);
    const checkpoint = position;
    const written = await engine.write({ ...batch, source: source.name, checkpoint });
    for (const statement of written.unresolved) {
      const name = nameOf(statement);
      setAside(
        batch.places.get(name) ?? source.name,
        'ids' in statement
          ? `${name} is new, and what every ${statement.kind} has, such as a title, is not said.`
          : `The graph does not have both ends of ${name}, or they are one node.`,
      );
    }
    counts.records += waiting.length;
    counts.added += written.added;
    counts.changed += written.changed;
    counts.merged += written.merged;
    [waiting, weight, hasMoved] = [[], 0, false];
    const size = from === undefined ? source.size : undefined;
    onProgress?.({ records: counts.records, size });
  };

  let isComplete = true;
  for await (const yielded of source.records(from)) {
    if (signal?.aborted === true) {
      isComplete = false;
      break;
    }
    if ('setAside' in yielded) {
      setAside(yielded.setAside.place, yielded.setAside.reason);
    } else {
      if (!fits(yielded.record, waiting)) await flush();
      waiting.push(yielded);
      weight += weightOf(yielded.record);
    }
    position = yielded.position;
    hasMoved = true;
    if (weight >= STATEMENTS_PER_BATCH) await flush();
  }
  await flush();
  return { source: source.name, ...counts, isComplete };
}

/** Whether a record may be identified together with those that wait, see identify(). */
function fits(record: SourceRecord, waiting: readonly PlacedRecord[]): boolean {
  if (record.kind !== 'paper') return true;
  const other = waiting.find(({ record: { kind } }) => kind === 'paper')?.record;
  return other?.kind !== 'paper' || lacksIds(other) === lacksIds(record);
}

/** Near the number of statements that a record makes. */
function weightOf(record: SourceRecord): number {
  if (record.kind === 'citation') return 1;
  if (record.kind === 'concept') return 1 + record.broader.length;
  const { authors = [], organizations = [], repositories = [], keywords = [] } = record;
  return 1 + 2 * (authors.length + organizations.length + repositories.length) + keywords.length;
}
