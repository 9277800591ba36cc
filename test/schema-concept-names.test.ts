/** Concepts are named in the plural, with their acronyms, or by these alone, just as well as by their names. */
import { describe, expect, test } from 'vitest';
import { ask, dataOf, edge, node, smallGraph } from './schema-graph.ts';

const concept = (slug: string, name: string, aliases: string[] = []) =>
  node('Concept', slug, { slug, name, aliases });

const engine = smallGraph([
  concept('large-language-model', 'Large language model', ['LLM']),
  concept('process-reward-model', 'Process reward model', ['PRM']),
  concept('diffusion-model', 'Diffusion models'),
  concept('ai-agent', 'AI agent'),
  node('Paper', 'arxiv:2605.00001', { title: 'Process Rewards for Agents' }),
  edge('ABOUT', 'arxiv:2605.00001', 'process-reward-model', { score: 1, method: 'CURATED' }),
]);

test.each([
  ['LLMs', 'large-language-model'],
  ['large language models', 'large-language-model'],
  ['Large Language Models (LLMs)', 'large-language-model'],
  ['LLMs (large-language models)', 'large-language-model'],
  ['process reward models', 'process-reward-model'],
  ['PRMs', 'process-reward-model'],
  ['diffusion model', 'diffusion-model'],
  ['AI agents', 'ai-agent'],
  ['AI-Agent', 'ai-agent'],
])('%j is the concept %s', async (name, slug) => {
  const query = 'query ($name: String!) { concept(by: { name: $name }) { slug } }';
  expect(await dataOf(engine, query, { name })).toEqual({ concept: { slug } });
});

describe('in a filter', () => {
  test.each(['PRMs', 'Process Reward Models (PRMs)', 'process-reward models'])(
    '%j finds the papers about the concept, without a warning',
    async (name) => {
      const query =
        'query ($name: String!) { papers(filter: { concepts: { any: [$name] } }) { totalCount } }';
      const { data, warnings } = await ask(engine, query, { name });
      expect([data, warnings]).toEqual([{ papers: { totalCount: 1 } }, []]);
    },
  );
});

test('one that means nothing is still told with the closest names as people write them', async () => {
  const { warnings } = await ask(
    engine,
    '{ papers(filter: { concepts: { any: ["proces reward models"] } }) { totalCount } }',
  );
  expect(warnings.map(({ nearest }) => nearest[0])).toEqual(['process reward model']);
});
