/** The name that somebody who mistyped it most likely meant. */
import { nearest } from '../graph/name-distance.ts';

/** ` Did you mean "…"?`, or nothing where no name is near. */
export function didYouMean(given: string, names: readonly string[]): string {
  const [name] = nearest(given.toLowerCase(), names);
  return name === undefined ? '' : ` Did you mean "${name}"?`;
}
