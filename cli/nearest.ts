/** The name that somebody who mistyped it most likely meant. */

/** The nearest of the names, at most two letters in five away; undefined where none is that near. */
export function nearest(given: string, names: readonly string[]): string | undefined {
  const [best] = names
    .map((name) => ({ name, distance: distance(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance: letters }) => letters <= Math.max(1, 0.4 * name.length))
    .sort((a, b) => a.distance - b.distance);
  return best?.name;
}

/** How many letters to add, drop or change (Levenshtein), row by row of the usual table. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index++) {
    const letter = from[index];
    const next = [index + 1];
    for (let column = 1; column <= to.length; column++) {
      const changed = (row[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

/** ` Did you mean "…"?`, or nothing where no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const name = nearest(given, names);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
