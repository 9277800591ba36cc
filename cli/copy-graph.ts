/** Copies one graph into another, whatever engines keep them, and checks that both hold the same. */
import { contentHash } from '../graph/content-hash.ts';
import type { Engine, GraphState } from '../graph/engine.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';

/** About as many statements as one transaction takes, as in an import. */
const STATEMENTS_PER_BATCH = 10_000;
/** The checkpoint under which a target remembers that a copy has begun. */
const COPY = 'copy';

export type Statement = NodeStatement | EdgeStatement;
type Source = Pick<Engine, 'info' | 'statements'>;
type Target = Pick<Engine, 'info' | 'statements' | 'write'>;

export interface CopyOptions {
  readonly from: Source;
  readonly to: Target;
  /** Ends the work after the batch under way. */
  readonly signal: AbortSignal;
  /** After each batch. records: nodes and edges that are written; size: all there are. */
  readonly onProgress: (progress: { records: number; size: number }) => void;
}
/** differences: one line for each thing in which the graphs differ at the end; none: they hold the same. */
export interface CopySummary {
  readonly records: number;
  readonly isComplete: boolean;
  readonly differences: readonly string[];
}

/** Whether a copy into the graph was begun and not ended, so that copying again is no more than going on. */
export const isHalfCopied = ({ checkpoints }: GraphState): boolean => {
  const mark = checkpoints[COPY];
  return typeof mark === 'object' && mark !== null && 'isComplete' in mark && !mark.isComplete;
};
export const isEmpty = ({ nodeCounts, edgeCounts }: GraphState): boolean =>
  sizeOf({ nodeCounts, edgeCounts }) === 0;

/**
 * Writes all that `from` states into `to`, with what each source goes on from. What is there already is left as it is,
 * so a copy that was cut off is begun again. Rejects with an EngineError.
 */
export async function copyGraph({
  from,
  to,
  signal,
  onProgress,
}: CopyOptions): Promise<CopySummary> {
  const before = await from.info();
  const size = sizeOf(before);
  const mark = (isComplete: boolean) =>
    to.write({ nodes: [], edges: [], source: COPY, checkpoint: { isComplete } });
  await mark(false);
  let records = 0;
  const state = { isStopped: false };
  // The hash of what is read is made while it is read.
  async function* written(): AsyncGenerator<Statement> {
    for await (const batch of inBatches(from.statements())) {
      if (signal.aborted) {
        state.isStopped = true;
        return;
      }
      const [nodes, edges] = [batch.filter(isNode), batch.filter(isEdge)];
      await to.write({ nodes, edges, source: COPY });
      records += new Set(batch.map(subjectOf)).size;
      onProgress({ records, size });
      yield* batch;
    }
  }
  const hash = await contentHash({ statements: written });
  if (state.isStopped) return { records, isComplete: false, differences: [] };
  // Last: whoever goes on from a checkpoint takes what is before it to be there.
  for (const [source, checkpoint] of Object.entries(before.checkpoints)) {
    if (source !== COPY) await to.write({ nodes: [], edges: [], source, checkpoint });
  }
  await mark(true);
  const after = await to.info();
  const differences = [
    ...countDifferences(before, after),
    ...(hash === (await contentHash(to)) ? [] : ['The content hash is another.']),
  ];
  return { records, isComplete: true, differences };
}

const sizeOf = ({
  nodeCounts,
  edgeCounts,
}: Pick<GraphState, 'nodeCounts' | 'edgeCounts'>): number =>
  [...Object.values(nodeCounts), ...Object.values(edgeCounts)].reduce(
    (sum, count) => sum + count,
    0,
  );

function countDifferences(from: GraphState, to: GraphState): readonly string[] {
  const counts = (state: GraphState) =>
    Object.entries({ ...state.nodeCounts, ...state.edgeCounts });
  const target = new Map(counts(to));
  return counts(from)
    .filter(([kind, count]) => target.get(kind) !== count)
    .map(([kind, count]) => `${kind}: ${count} to copy, ${target.get(kind) ?? 0} there now.`);
}

const isNode = (statement: Statement): statement is NodeStatement => 'ids' in statement;
const isEdge = (statement: Statement): statement is EdgeStatement => !('ids' in statement);
const subjectOf = (statement: Statement): string =>
  JSON.stringify(
    isNode(statement) ? statement.ids : [statement.kind, statement.from, statement.to],
  );

/**
 * All that is said of one node or edge stays together, since a batch of half of it may lack what every one of its kind
 * has, such as a title.
 */
async function* inBatches(
  statements: AsyncIterable<Statement>,
): AsyncGenerator<readonly Statement[]> {
  let batch: Statement[] = [];
  let last: string | undefined;
  for await (const statement of statements) {
    const subject = subjectOf(statement);
    if (batch.length >= STATEMENTS_PER_BATCH && subject !== last) {
      yield batch;
      batch = [];
    }
    batch.push(statement);
    last = subject;
  }
  if (batch.length > 0) yield batch;
}
