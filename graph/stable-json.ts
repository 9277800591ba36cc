/** One text for each plain value: equal values give equal texts, in whatever order their properties were set. */

/** JSON with properties in name order; a property that is undefined is left out, as JSON does. */
export function stableJson(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  const properties = Object.entries(value)
    .filter(([, property]) => property !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, property]) => `${JSON.stringify(name)}:${stableJson(property)}`);
  return `{${properties.join(',')}}`;
}
