/** How near one name is to another, to suggest what was meant. */
import { words } from './fold.ts';

/** Names further off than this share of their length are no suggestion. */
const MAX_SHARE = 0.4;
const MAX_LENGTH = 100;
export const MAX_NEAREST = 5;

/** An engine compares a name with those that share its first letter or one of its words, the nearest in length first, at most this many of each. */
export const MAX_CANDIDATES = 500;
const MAX_WORDS = 8;
export const firstLetter = (name: string): string => Array.from(name)[0] ?? '';
export const wordsOfName = (name: string): readonly string[] => words(name).slice(0, MAX_WORDS);

/**
 * The names nearest to one that nobody has, best first, at most MAX_NEAREST: those that begin with it or have all of its
 * words, then those that take the fewest edits, by text where equal. Of spellings that differ in hyphens alone one.
 */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  const ranked = new Map<string, { candidate: string; distance: number }>();
  // Spaces sort before hyphens, so "credit assignment" stands for "credit-assignment".
  for (const candidate of [...new Set(candidates)].sort()) {
    const spelling = candidate.replaceAll('-', ' ');
    const distance = distanceOf(name, candidate);
    const isNear = distance <= Math.max(name.length, candidate.length) * MAX_SHARE;
    if (isNear && !ranked.has(spelling)) ranked.set(spelling, { candidate, distance });
  }
  return [...ranked.values()]
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MAX_NEAREST)
    .map(({ candidate }) => candidate);
}

function distanceOf(name: string, candidate: string): number {
  if (name === '') return Infinity;
  if (candidate.startsWith(name)) return 0;
  const [of, others] = [new Set(words(name)), new Set(words(candidate))];
  const isAmong = others.isSubsetOf(of) || of.isSubsetOf(others);
  return isAmong && others.size > 0 && of.size > 0 ? 1 : editDistance(name, candidate);
}

/** Edits (one character added, left out or changed) from one text to another, of their first MAX_LENGTH characters. https://en.wikipedia.org/wiki/Levenshtein_distance */
function editDistance(a: string, b: string): number {
  const from = a.slice(0, MAX_LENGTH);
  const to = b.slice(0, MAX_LENGTH);
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const change = (above[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(change, (above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    above = current;
  }
  return above[to.length] ?? 0;
}
