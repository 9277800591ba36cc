import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Inspection } from '../graph/neo4j/inspect.ts';
import { temporaryFolder, temporaryGraph } from '../test/temporary-graph.ts';
import { databaseFindings, examine } from './examine.ts';

const inOrder: Inspection = { pending: [], missing: [], unready: [], online: 38, mayWrite: true };
const wrongOf = (inspection: Partial<Inspection>) =>
  [...databaseFindings({ ...inOrder, ...inspection })].flatMap(({ isFine, text }) =>
    isFine ? [] : text,
  );

describe('a database of Neo4j', () => {
  test('in order has nothing wrong', () => {
    expect(wrongOf({})).toEqual([]);
  });
  test('that may only be read has nothing wrong where nothing is to be written', () => {
    expect(wrongOf({ mayWrite: false })).toEqual([]);
  });
  test.each<[Partial<Inspection>, string]>([
    [{ pending: ['0001-keys'] }, 'not run yet: 0001-keys. Run papergraph migrate.'],
    [
      { pending: ['0001-keys'], mayWrite: false },
      'not run yet: 0001-keys. Run papergraph migrate as a user who may write.',
    ],
    [
      { missing: ['Paper_key'] },
      'missing, though their migration has run: Paper_key. Somebody dropped them: delete the nodes of the label Migration, and run papergraph migrate.',
    ],
    [
      { unready: [{ name: 'Paper_text', state: 'FAILED' }] },
      "failed: Paper_text. See the server's log; drop them, delete the nodes of the label Migration, and run papergraph migrate.",
    ],
    [
      { unready: [{ name: 'Paper_text', state: 'POPULATING' }] },
      'still being built: Paper_text. Wait, and ask again.',
    ],
  ])('is told what to do: %j', (inspection, text) => {
    expect(wrongOf(inspection)).toEqual([text]);
  });
});

const findingsOf = (environment: Readonly<Record<string, string>>) =>
  Array.fromAsync(examine(environment));

test('a wrong setting is found, and nothing after it is looked at', async () => {
  expect(await findingsOf({ PORT: 'abc' })).toEqual([
    {
      ...{ subject: 'settings', isFine: false },
      text: 'PORT must be a whole number from 0 to 65535, and is "abc".',
    },
  ]);
});

test('an embedded graph is found with what it holds', async () => {
  const folder = temporaryFolder();
  await temporaryGraph(folder).info();
  const findings = await findingsOf({ PAPERGRAPH_DATA: folder });
  expect(findings.map(({ isFine }) => isFine)).toEqual([true, true, true]);
  expect(findings.at(-1)?.text).toBe('empty; papergraph serve and papergraph import fill it.');
});

test('a file that is no graph is found, and named', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'graph.sqlite');
  writeFileSync(file, 'not a database, but long enough to be read as one'.repeat(100));
  const findings = await findingsOf({ PAPERGRAPH_DATA: folder });
  expect(findings.at(-1)).toMatchObject({ isFine: false });
  expect(findings.at(-1)?.text).toContain(file);
});

test('looking makes no graph where there is none', async () => {
  const folder = temporaryFolder();
  const findings = await findingsOf({ PAPERGRAPH_DATA: join(folder, 'new') });
  expect(findings.at(-1)?.text).toContain('is not there yet');
});
