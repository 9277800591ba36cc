/** Medians of short works, each in turn, so that what else the machine does falls on all alike. */

export interface Measured {
  readonly name: string;
  readonly medianMs: number;
  readonly worstMs: number;
}

/** Runs all works once to warm up, then `rounds` times in turn. */
export function measure(
  works: ReadonlyMap<string, () => unknown>,
  rounds: number,
): readonly Measured[] {
  const times = new Map<string, number[]>([...works.keys()].map((name) => [name, []]));
  for (const work of works.values()) work();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of works) {
      const start = performance.now();
      work();
      times.get(name)?.push(performance.now() - start);
    }
  }
  return [...times].map(([name, taken]) => {
    const sorted = taken.toSorted((a, b) => a - b);
    return {
      name,
      medianMs: sorted[Math.floor(sorted.length / 2)] ?? NaN,
      worstMs: sorted.at(-1) ?? NaN,
    };
  });
}
