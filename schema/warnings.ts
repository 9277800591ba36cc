/** What an answer wants to tell beside its data: names that mean nothing, with the closest ones that do. */

const MAX_WARNINGS = 20;

export interface Warning {
  /** WARNINGS_OMITTED stands last where there were more than are listed. */
  readonly code: 'UNKNOWN_NAME' | 'WARNINGS_OMITTED';
  /** The argument that holds the value: `filter.concepts.any[0]`. */
  readonly path: string;
  readonly value: string;
  /** The closest names that do mean something, best first. */
  readonly nearest: readonly string[];
  readonly message: string;
}

/** Collects the warnings of one operation: each path and value once, the first MAX_WARNINGS of them and how many more there were. */
export interface Warnings {
  add: (warning: Warning) => void;
  list: () => readonly Warning[];
}

export function createWarnings(): Warnings {
  const byPlace = new Map<string, Warning>();
  const omitted = new Set<string>();
  return {
    add: (warning) => {
      const place = JSON.stringify([warning.path, warning.value]);
      if (byPlace.has(place)) return;
      if (byPlace.size < MAX_WARNINGS) byPlace.set(place, warning);
      else omitted.add(place);
    },
    list: () => [...byPlace.values(), ...(omitted.size === 0 ? [] : [omission(omitted.size)])],
  };
}

const omission = (count: number): Warning => ({
  code: 'WARNINGS_OMITTED',
  path: '',
  value: '',
  nearest: [],
  message: `${count} more values name nothing, and so match nothing.`,
});
