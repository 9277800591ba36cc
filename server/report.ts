/** The server's own faults, each written once, under an id that its client is told too. */
import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';

/** Returns the id under which the error was written; an error that was written before keeps its id. */
export type Report = (error: unknown) => string;

export function createReport(
  tell: (line: string) => void,
  { now = () => new Date(), newId = randomUUID }: { now?: () => Date; newId?: () => string } = {},
): Report {
  // One failure of the engine fails every field that waited for it.
  const ids = new WeakMap<object, string>();
  return (error) => {
    const known = isObject(error) ? ids.get(error) : undefined;
    if (known !== undefined) return known;
    const id = newId();
    if (isObject(error)) ids.set(error, id);
    tell(`${now().toISOString()} error ${id}: ${inspect(error)}`);
    return id;
  };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
