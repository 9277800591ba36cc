import { expect, test } from 'vitest';
import { createWarnings, type Warning } from './warnings.ts';

const unknown = (value: string): Warning => ({
  code: 'UNKNOWN_NAME',
  path: 'filter.concepts.any[0]',
  value,
  nearest: [],
  message: `"${value}" names nothing.`,
});

test('a value is warned of once for each place', () => {
  const warnings = createWarnings();
  warnings.add(unknown('x'));
  warnings.add(unknown('x'));
  expect(warnings.list()).toEqual([unknown('x')]);
});

test('of a hundred unknown names twenty are listed, and then how many more there were', () => {
  const warnings = createWarnings();
  for (let index = 0; index < 100; index += 1) warnings.add(unknown(String(index)));
  const listed = warnings.list();
  expect(listed).toHaveLength(21);
  expect(listed.at(-1)).toMatchObject({
    code: 'WARNINGS_OMITTED',
    message: '80 more values name nothing, and so match nothing.',
  });
});
