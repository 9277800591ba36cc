/** Statements that meet on the same few nodes and edges, from sources that contradict others and themselves. */
import type { Provenance } from '../../graph/model.ts';
import { createDice } from './dice.ts';
import { about, cites, concept, type Fact, paper } from './statements.ts';

const NODES = 25;
const STATEMENTS = 120;

/** Every node is named by its key first, so that no order of writing gives it another. */
export function collidingFacts(seed: number): readonly Fact[] {
  const { below, maybe, pick, several } = createDice(seed);
  const provenance = (): Provenance => ({
    source: pick(['ARXIV', 'OPENALEX']),
    detail: pick([null, 'a', 'b']),
    observedAt: pick(['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']),
    confidence: pick([0.5, 0.5, 0.9]),
  });
  const key = (kind: string) => `${kind}-${below(NODES)}`;
  const said = () => maybe(pick(['one', 'two', 'three']));
  const list = () => several(3, () => pick(['z', 'y', 'x', 'w']));
  const times = <T>(make: () => T): T[] => Array.from({ length: STATEMENTS }, make);
  const aPaper = () => {
    const id = key('paper');
    const values = { title: pick(['A', 'B']), abstract: said(), upvotes: maybe(below(3)) };
    return paper([id, ...several(1, () => `doi:${id}`)], values, provenance());
  };
  return [
    ...times(aPaper),
    ...times(() => concept(key('concept'), { description: said(), aliases: list() }, provenance())),
    ...times(() => cites(key('paper'), key('paper'), { contexts: list() }, provenance())),
    ...times(() =>
      about(key('paper'), key('concept'), { score: below(3) / 2, evidence: said() }, provenance()),
    ),
  ];
}
