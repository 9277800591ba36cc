/** Whether two answers of different schemas are about the same nodes. */

/** Titles, names and totals in an answer, in its own order. */
export function textsOf(answer: unknown): readonly string[] {
  if (Array.isArray(answer)) return answer.flatMap(textsOf);
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([name, value]) =>
    TOLD.has(name) ? [`${name} ${String(value)}`] : textsOf(value),
  );
}
const TOLD = new Set(['title', 'name', 'totalCount']);

/** Undefined where there is none. 'how many': that there are as many is enough. An answer with nothing in it shows nothing. */
export function firstDifference(
  ours: readonly string[],
  theirs: readonly string[],
  same: 'all' | 'how many',
): string | undefined {
  if (ours.length === 0) return 'we answer nothing';
  if (ours.length !== theirs.length) return `we tell ${ours.length} things, they ${theirs.length}`;
  if (same === 'how many') return undefined;
  const at = ours.findIndex((text, index) => text !== theirs[index]);
  return at < 0 ? undefined : `we tell "${String(ours[at])}", they "${String(theirs[at])}"`;
}
