import { expect, test } from 'vitest';
import { schema } from '../schema/schema.ts';
import { citation, paper, sourceOf } from '../test/records.ts';
import { postQuery, runServer } from '../test/running-server.ts';
import { temporaryGraph } from '../test/temporary-graph.ts';
import { ingest } from '../ingest/ingest.ts';

/** Papers that each cite all others. */
async function denseGraph(papers: number) {
  const ids = Array.from({ length: papers }, (_, index) => `arxiv:${index}`);
  const concepts = { ofKeyword: () => undefined, ofHeading: () => undefined, mentions: () => [] };
  const engine = temporaryGraph();
  const source = sourceOf([
    ...ids.map((id) => paper(id)),
    ...ids.flatMap((from) => ids.flatMap((to) => (from === to ? [] : [citation(from, to)]))),
  ]);
  await ingest(engine, source, concepts);
  return engine;
}
const lists = (levels: number): string =>
  levels === 0
    ? '{ nodes { title } }'
    : `{ nodes { references(first: 100) ${lists(levels - 1)} } pageInfo { hasNextPage } }`;

test('an answer that would repeat few nodes without end is refused, and the server goes on', async () => {
  const server = await runServer({ schema, engine: await denseGraph(30) });
  const refused = await postQuery(server, `{ papers(first: 100) ${lists(4)} }`);
  expect(await refused.json()).toEqual({
    errors: [
      {
        message:
          'The answer would hold more than 50000 nodes. Ask for fewer nodes in each list, or for fewer levels of lists.',
        extensions: { code: 'QUERY_TOO_LARGE' },
      },
    ],
  });
  const answered = await postQuery(server, `{ papers(first: 100) ${lists(2)} }`);
  expect(await answered.json()).toMatchObject({
    data: { papers: { nodes: expect.any(Array) as unknown } },
  });
  expect(server.log).toEqual([]);
}, 60_000);

test('a list counts once, however many of its fields are asked for', async () => {
  const server = await runServer({ schema, engine: await denseGraph(35) });
  const list = 'edges { cursor } nodes { title } pageInfo { endCursor }';
  // 35 papers, 35 × 34 references, 35 × 34 × 34 references of these: 41,685 nodes.
  const query = `{ papers(first: 100) { nodes { references(first: 100) { nodes { references(first: 100) { ${list} } } } } } }`;
  const { errors } = (await (await postQuery(server, query)).json()) as { errors?: unknown };
  expect(errors).toBeUndefined();
}, 60_000);
