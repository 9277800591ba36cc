/** A question that no engine ever finishes on the graph of generated-graph.ts. */
import { into, out, type Path, type Predicate } from '../../graph/algebra.ts';
import type { Question } from '../../graph/engine.ts';

const CO_CITED: Path = [into('CITES'), out('CITES')];

/**
 * Papers near to papers near to papers …: counted to the end, this is hours of work. Nested deeper, it would be seconds
 * of planning too, which nothing interrupts.
 */
const nested = (depth: number): Predicate => ({
  op: 'linked',
  path: CO_CITED,
  ...(depth > 0 && { to: nested(depth - 1) }),
  count: { max: 1_000_000 + depth },
});

export const HOURS_OF_WORK: Question = { ask: 'count', set: { kind: 'Paper', where: nested(3) } };
