import { expect, test } from 'vitest';
import { CsvError, parseCsv } from './csv.ts';

test('each row is an object by the names of the heading', () => {
  expect(parseCsv('id,title\n1,One\n2,Two\n')).toEqual([
    { id: '1', title: 'One' },
    { id: '2', title: 'Two' },
  ]);
});

test('quotes keep commas, line breaks and doubled quotes in a field', () => {
  expect(parseCsv('a,b\r\n"x, y","he said ""no""\nand left"\r\n')).toEqual([
    { a: 'x, y', b: 'he said "no"\nand left' },
  ]);
});

test('empty fields are empty, the last one at the end of the file too', () => {
  expect(parseCsv('a,b,c\n,"",')).toEqual([{ a: '', b: '', c: '' }]);
  expect(parseCsv('a,b\n')).toEqual([]);
});

test('a row of another length is named', () => {
  expect(() => parseCsv('a,b\n1,2\n3\n')).toThrow(
    new CsvError('Row 2 after the heading has 1 fields, its heading 2: ["3"]'),
  );
});

test('a stray quote is named', () => {
  expect(() => parseCsv('a,b\n1,x"y\n')).toThrow(
    new CsvError('Row 1 after the heading has a stray quote at "x\\"y\\n".'),
  );
});
