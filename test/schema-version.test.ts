/** An operation reads one version of the graph. */
import { expect, test } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import { MovedError } from '../graph/errors.ts';
import { ask, edge, node } from './schema-graph.ts';
import { testedEngine } from './tested-engine.ts';

test.skipIf(testedEngine.isMissing)(
  'an operation is answered from one version, or is not, though an import ends in its midst',
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
    const { data, errors } = await ask(importing, query);
    // An engine that cannot go on showing a version that is past says so, and the server asks once more.
    const isMoved = errors.length > 0;
    if (isMoved) {
      const codes = new Set(errors.map(({ extensions }) => extensions['code']));
      expect(codes).toEqual(new Set(['UNAVAILABLE']));
      expect(errors[0]?.originalError).toBeInstanceOf(MovedError);
    } else {
      expect(data).toEqual(before.data);
    }
    expect(asked).toBe(isMoved ? 1 : 2);
    expect((await ask(growing, query)).data).not.toEqual(before.data);
  },
);
