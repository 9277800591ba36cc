/** A name that means nothing matches nothing, and is told with the closest names. */
import { expect, test } from 'vitest';
import { ask, id, smallGraph } from './schema-graph.ts';

const engine = smallGraph();

test('in a filter it gives an empty list and a warning with the closest names', async () => {
  const { data, warnings } = await ask(
    engine,
    '{ papers(filter: { concepts: { any: ["crdit assignment"] } }) { totalCount nodes { id } } }',
  );
  expect(data).toEqual({ papers: { totalCount: 0, nodes: [] } });
  expect(warnings).toEqual([
    {
      code: 'UNKNOWN_NAME',
      path: 'filter.concepts.any[0]',
      value: 'crdit assignment',
      nearest: ['credit assignment'],
      message:
        '"crdit assignment" names no node of type Concept, so it matches nothing. Closest: "credit assignment".',
    },
  ]);
});

test('beside names that mean something only it is told, wherever in the filter it stands', async () => {
  const { data, warnings } = await ask(
    engine,
    '{ papers(filter: { or: [{ concepts: { any: ["RL", "nonesuch"] } }, { not: { cites: { all: ["2410.02743", "9999.99999"] } } }] }) { totalCount } }',
  );
  expect(data).toEqual({ papers: { totalCount: 4 } });
  expect(warnings.map(({ path, value }) => [path, value])).toEqual([
    ['filter.or[0].concepts.any[1]', 'nonesuch'],
    ['filter.or[1].not.cites.all[1]', '9999.99999'],
  ]);
});

test('in the filter of the papers of other nodes it is told with its whole path', async () => {
  const { warnings } = await ask(
    engine,
    '{ authors(filter: { papers: { organizations: { none: ["baidou"] } } }) { totalCount } }',
  );
  expect(warnings.map(({ path, nearest }) => [path, nearest])).toEqual([
    ['filter.papers.organizations.none[0]', ['baidu']],
  ]);
});

test('an id of no node is told, an id of a node is not', async () => {
  const { warnings } = await ask(
    engine,
    `{ papers(filter: { repositories: { any: ["${id('Repository', 'x/y')}", "${id('Repository', 'huggingface.co/thu/prm')}"] } }) { totalCount } }`,
  );
  expect(warnings.map(({ path }) => path)).toEqual(['filter.repositories.any[0]']);
});

test('it is told once, however many lists have the filter', async () => {
  const { warnings, asks } = await ask(
    engine,
    '{ papers { nodes { references(filter: { authors: { any: ["nobody"] } }) { totalCount nodes { id } } } } }',
  );
  expect(warnings).toHaveLength(1);
  expect(asks).toHaveLength(2);
});

test('twenty are told, and how many more there are', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `"nobody ${index}"`).join(' ');
  const { warnings } = await ask(
    engine,
    `{ papers(filter: { authors: { any: [${names}] } }) { totalCount } }`,
  );
  expect(warnings).toHaveLength(21);
  expect(warnings.at(-1)?.message).toBe('10 more values name nothing, and so match nothing.');
});

test('as the name of one node it gives null and a warning', async () => {
  const { data, warnings } = await ask(engine, '{ concept(by: { name: "proces reward" }) { id } }');
  expect(data).toEqual({ concept: null });
  expect(warnings.map(({ path, nearest }) => [path, nearest[0]])).toEqual([
    ['by.name', 'process reward'],
  ]);
});

test('names that mean something cost no warning', async () => {
  const { warnings } = await ask(
    engine,
    '{ papers(filter: { concepts: { any: ["RL"] } }) { totalCount } organization(by: { name: "baidu" }) { id } }',
  );
  expect(warnings).toEqual([]);
});
