/** Choices that fall the same for the same seed. */

export interface Dice {
  /** From 0 to below the limit. */
  below: (limit: number) => number;
  /** The same, small numbers far more often than large ones: what they name become hubs. */
  skewed: (limit: number) => number;
  chance: (share: number) => boolean;
  pick: <T>(from: readonly [T, ...T[]]) => T;
  /** null a quarter of the time. */
  maybe: <T>(value: T) => T | null;
  /** From none to `most` things, few far more often than many. */
  several: <T>(most: number, make: (index: number) => T) => T[];
}

export function createDice(seed: number): Dice {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const skewed = (limit: number) => Math.floor(limit * random() ** 3);
  return {
    below,
    skewed,
    chance: (share) => random() < share,
    pick: (from) => from[below(from.length)] ?? from[0],
    maybe: (value) => (random() < 0.25 ? null : value),
    several: (most, make) =>
      Array.from({ length: skewed(most + 1) }, (_, index: number) => make(index)),
  };
}

/** By Tommy Ettinger: small, and good enough to spread test data. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
