/** The order of texts that is the same on every machine. */

/** By UTF-16 code unit, as JavaScript compares: no language's rules. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
