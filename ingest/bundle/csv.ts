/** Comma-separated values with a heading line, fields in quotes where they need it (RFC 4180). */

export class CsvError extends Error {
  override readonly name = 'CsvError';
}

const FIELD = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/uy;

/** One object a row, by the names of the heading line. Throws a CsvError that names the row. */
export function parseCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [heading = [], ...rows] = splitCsv(text);
  return rows.map((row, index) => {
    if (row.length !== heading.length) {
      const counts = `has ${row.length} fields, its heading ${heading.length}`;
      throw new CsvError(`Row ${index + 1} after the heading ${counts}: ${JSON.stringify(row)}`);
    }
    return Object.fromEntries(heading.map((name, place) => [name, row[place] ?? '']));
  });
}

function splitCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  FIELD.lastIndex = 0;
  while (FIELD.lastIndex < text.length) {
    const start = FIELD.lastIndex;
    const found = FIELD.exec(text);
    if (found === null) {
      const shown = JSON.stringify(text.slice(start, start + 40));
      throw new CsvError(`Row ${rows.length} after the heading has a stray quote at ${shown}.`);
    }
    const [, quoted, plain = '', end] = found;
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') {
      // A comma at the very end is followed by one more, empty field.
      if (FIELD.lastIndex === text.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return rows;
}
