/** A query asks the engine once a level, however wide it is. */
import { describe, expect, test } from 'vitest';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { ask, edge, node, smallGraph } from './schema-graph.ts';

/** Papers in a ring: each cites the next ten, has three authors and two concepts. */
const COUNT = 30;
const numbers = Array.from({ length: COUNT }, (_, number) => number);
const wide: (NodeStatement | EdgeStatement)[] = [
  ...numbers.flatMap((number) => [
    node('Paper', `p${number}`, { title: `Paper ${number}` }),
    node('Author', `a${number}`, { name: `Author ${number}`, identity: 'NAME' }),
    node('Concept', `c${number}`, { slug: `c${number}`, name: `Concept ${number}`, aliases: [] }),
    node('Organization', `o${number}`, { slug: `o${number}`, name: `Organization ${number}` }),
  ]),
  ...numbers.flatMap((number) => [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((step) =>
      edge('CITES', `p${number}`, `p${(number + step) % COUNT}`, {}),
    ),
    ...[0, 1, 2].map((position) =>
      edge('AUTHORED', `a${(number + position) % COUNT}`, `p${number}`, {
        position,
        organizations: [`o${number}`],
      }),
    ),
    ...[0, 1].map((step) =>
      edge('ABOUT', `p${number}`, `c${(number + step) % COUNT}`, { score: 1, method: 'EXTRACTED' }),
    ),
    ...[0, 1].map((step) => edge('PRODUCED_BY', `p${number}`, `o${(number + step) % COUNT}`, {})),
  ]),
];
const twiceNamed = node('Paper', ['arxiv:2401.00001', 'doi:10.1000/one'], {
  title: 'One',
  abstract: 'Of one.',
});
const engine = smallGraph([...wide, twiceNamed]);

describe('an operation asks the engine once a level', () => {
  test('five levels of hundreds of lists, with their counts, edges and details, are five asks', async () => {
    const { data, errors, asks } = await ask(
      engine,
      `{
        papers(first: 30) {
          totalCount
          nodes {
            abstract
            provenance { source }
            references(first: 10) {
              totalCount
              pageInfo { hasNextPage }
              edges {
                cursor
                node {
                  summary
                  externalIds { value }
                  authors {
                    edges {
                      position
                      node { papers { nodes { id concepts { totalCount nodes { name } } } } }
                    }
                  }
                }
              }
            }
          }
        }
      }`,
    );
    expect(errors).toEqual([]);
    expect(JSON.stringify(data).match(/"concepts"/gu)?.length).toBe(30 * 10 * 3 * 3);
    expect(asks).toHaveLength(5);
  });

  test('what is asked twice is asked once: lists of one node on many ways, and their parts', async () => {
    const { asks } = await ask(
      engine,
      '{ papers(first: 30) { nodes { references(first: 10) { edges { cursor } pageInfo { endCursor } nodes { references(first: 10) { totalCount } } } } } }',
    );
    // One page; a page for each of 30 papers; a count for each of the 30 they cite, met ten times.
    expect(asks).toEqual([1, 30, 30]);
  });

  test('aliases, root fields and names to be looked up share one ask', async () => {
    const { asks, warnings } = await ask(
      engine,
      `{
        a: papers(filter: { concepts: { any: ["concept 1", "nonesuch"] } }) { totalCount nodes { id } }
        b: authors(first: 1) { totalCount }
        c: concept(by: { name: "Concept 2" }) { id }
        d: paper(by: { arxivId: "9999.99999" }) { id }
        e: nodes(ids: []) { id }
      }`,
    );
    expect(warnings).toHaveLength(1);
    expect(asks).toHaveLength(1);
  });

  test('organizations of an edge and via are one level each', async () => {
    const { errors, asks } = await ask(
      engine,
      `{
        papers(first: 10) {
          nodes {
            authors { edges { organizations { name } } }
            sameOrganizationPapers(first: 5) { edges { via { name } } }
          }
        }
      }`,
    );
    expect(errors).toEqual([]);
    expect(asks).toHaveLength(3);
  });

  test('what a node was found with is not asked again, by whatever id it was found', async () => {
    const query = '{ paper(by: { doi: "10.1000/one" }) { abstract provenance { source } } }';
    const { data, asks } = await ask(engine, query);
    expect(data).toEqual({ paper: { abstract: 'Of one.', provenance: [{ source: 'SEEDS' }] } });
    expect(asks).toEqual([1]);
  });

  test('nothing is asked for what is not selected', async () => {
    const { data, asks } = await ask(engine, '{ papers { __typename } }');
    expect(data).toEqual({ papers: { __typename: 'PaperConnection' } });
    expect(asks).toEqual([]);
  });
});
