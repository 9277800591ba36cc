/** What an answer wants to tell beside its data: names that mean nothing, with the closest ones that do. */

const MAX_WARNINGS = 20;

export interface Warning {
  readonly code: 'UNKNOWN_NAME';
  /** The argument that holds the value: `filter.concepts.any[0]`. */
  readonly path: string;
  readonly value: string;
  /** The closest names that do mean something, best first. */
  readonly nearest: readonly string[];
  readonly message: string;
}

/** Collects the warnings of one operation: each path and value once, the first MAX_WARNINGS of them. */
export interface Warnings {
  add: (warning: Warning) => void;
  list: () => readonly Warning[];
}

export function createWarnings(): Warnings {
  const byPlace = new Map<string, Warning>();
  return {
    add: (warning) => {
      const place = JSON.stringify([warning.path, warning.value]);
      if (byPlace.size < MAX_WARNINGS && !byPlace.has(place)) byPlace.set(place, warning);
    },
    list: () => [...byPlace.values()],
  };
}
