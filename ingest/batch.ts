/** From records to the batch that an engine writes. */
import type { Engine } from '../graph/engine.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import type { ConceptFinder } from './concept-edges.ts';
import { identify } from './identity.ts';
import { createOwnershipFinder } from './ownership.ts';
import type { SourceRecord } from './record.ts';
import { statementsOf } from './statements.ts';

/** place: where in its source. */
export interface PlacedRecord {
  readonly record: SourceRecord;
  readonly place: string;
}
export interface BatchMaker {
  readonly engine: Engine;
  readonly concepts: ConceptFinder;
  /** Takes what cannot get in. */
  readonly setAside: (place: string, reason: string) => void;
}
export interface PlacedBatch {
  readonly nodes: readonly NodeStatement[];
  readonly edges: readonly EdgeStatement[];
  /** Where the source says what a statement says, by nameOf(). */
  readonly places: ReadonlyMap<string, string>;
}

/** For one ingest. Papers with and without ids must not be in one batch, see identify(). */
export function createBatchMaker({ engine, concepts, setAside }: BatchMaker) {
  const findOwnership = createOwnershipFinder(engine);
  return async (records: readonly PlacedRecord[]): Promise<PlacedBatch> => {
    const nodes: NodeStatement[] = [];
    const edges: EdgeStatement[] = [];
    const places = new Map<string, string>();
    for (const { record, place } of await identified(engine, records, setAside)) {
      const stated = statementsOf(record, concepts);
      for (const problem of stated.problems) setAside(place, problem);
      for (const statement of [...stated.nodes, ...stated.edges]) {
        places.set(nameOf(statement), place);
      }
      nodes.push(...stated.nodes);
      edges.push(...stated.edges);
    }
    edges.push(...(await findOwnership(nodes)));
    return { nodes, edges, places };
  };
}

/** The records in their order, papers with the ids by which the graph knows them, without those that name no paper. */
async function identified(
  engine: Engine,
  records: readonly PlacedRecord[],
  setAside: BatchMaker['setAside'],
): Promise<readonly PlacedRecord[]> {
  const papers = records.flatMap(({ record }) => (record.kind === 'paper' ? record : []));
  const identities = (await identify(engine, papers)).values();
  return records.flatMap((placed) => {
    if (placed.record.kind !== 'paper') return placed;
    const record = identities.next().value;
    if (record !== undefined) return { ...placed, record };
    setAside(placed.place, 'The paper has neither an id nor a title.');
    return [];
  });
}

/** What a statement is about, in words that also tell it from any other statement of its record. */
export function nameOf(statement: NodeStatement | EdgeStatement): string {
  if ('ids' in statement) return `${statement.kind} ${statement.ids.join(', ')}`;
  return `${statement.kind} from "${statement.from}" to "${statement.to}"`;
}
