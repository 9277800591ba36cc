/** An operation reads one version of the graph. */
import { expect, test } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { schema } from '../schema/schema.ts';
import { postQuery, runServer } from './running-server.ts';
import { ask, edge, node } from './schema-graph.ts';
import { testedEngine } from './tested-engine.ts';

test.skipIf(testedEngine.isMissing)(
  'an operation is answered from one version, though an import ends in its midst',
  async () => {
    await using growing = await testedEngine.open();
    const cited = (count: number) =>
      Array.from({ length: count }, (_, number) => `cited-${number}`);
    const write = (count: number) =>
      growing.write({
        nodes: ['citing', ...cited(count)].map((key) => node('Paper', key, { title: key })),
        edges: cited(count).map((key) => edge('CITES', 'citing', key, {})),
        source: `${count} references`,
      });
    await write(1);
    const query =
      '{ papers(first: 100) { totalCount nodes { references { totalCount nodes { id } } } } }';
    const before = await ask(growing, query);
    let asked = 0;
    const importing: Engine = {
      ...growing,
      ask: async (questions, options) => {
        const answers = await growing.ask(questions, options);
        asked += 1;
        if (asked === 1) await write(50);
        return answers;
      },
    };
    const server = await runServer({ schema, engine: importing });
    const answer = (await (await postQuery(server, query)).json()) as unknown;
    const after = await ask(growing, query);
    expect(after.data).not.toEqual(before.data);
    // An engine that cannot go on showing a version that is over says so, and the server begins again.
    expect([{ data: before.data }, { data: after.data }]).toContainEqual(answer);
    expect(asked).toBeGreaterThan(1);
  },
);
