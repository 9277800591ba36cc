import { expect, test } from 'vitest';
import { keywordConcepts } from './keyword-concepts.ts';

const concepts = (...keywords: readonly (readonly string[])[]) =>
  keywordConcepts(
    new Map(keywords.map((of, index) => [`paper ${index}`, of])),
    (keyword) => keyword === 'known',
  );

test('a keyword of three papers is a concept, in any spelling, named after the most frequent one', () => {
  const found = concepts(['Flow maps'], ['flow-map'], ['flow-map'], ['rare thing'], ['rare thing']);
  expect(found).toEqual([{ slug: 'flow-map', name: 'flow-map', aliases: [] }]);
});

test('three times on one paper is one paper', () => {
  expect(concepts(['flow map', 'flow maps', 'Flow Map'])).toEqual([]);
});

test('a spelling of two papers that people would miss is an alias', () => {
  expect(concepts(['flow maps'], ['flow maps'], ['flow maps'], ['flow map'], ['flow map'])).toEqual(
    [{ slug: 'flow-map', name: 'flow maps', aliases: ['flow map'] }],
  );
});

test('what the vocabulary knows is no concept of its own', () => {
  expect(concepts(['known'], ['known'], ['known'])).toEqual([]);
});

test.each(['42', 'x', '3.5', 'k', 'the model', '$$', 'new'])('%j is noise', (keyword) => {
  expect(concepts([keyword], [keyword], [keyword])).toEqual([]);
});

test('an acronym that two papers expand alike counts with its expansion, and is its alias', () => {
  const expanded = ['flow map model (FMM)'];
  expect(concepts(expanded, expanded, ['flow map model'], ['FMMs'])).toEqual([
    { slug: 'flow-map-model', name: 'flow map model (FMM)', aliases: ['FMMs'] },
  ]);
});

test('what one paper says an acronym stands for is not what others mean by it', () => {
  const others = [['vLLM'], ['vLLM'], ['vLLM']];
  expect(concepts(['vision large language models (VLLMs)'], ...others)).toEqual([
    { slug: 'vllm', name: 'vLLM', aliases: [] },
  ]);
});

test('an example in brackets is no acronym', () => {
  const example = ['frontier LLMs (GPT-4o)'];
  const found = concepts(example, example, example, ['GPT-4o'], ['GPT-4o'], ['GPT-4o']);
  expect(found.map(({ slug }) => slug)).toEqual(['frontier-llm', 'gpt-4o']);
});

test('spaces and hyphens make no concept of its own, but an alias, since people look for either', () => {
  expect(concepts(['multimodal'], ['multimodal'], ['multi-modal'], ['multi modal'])).toEqual([
    { slug: 'multimodal', name: 'multimodal', aliases: ['multi modal'] },
  ]);
});

test('an acronym that is expanded in two ways stands for itself', () => {
  const both = [['flow map (FM)'], ['flow map (FM)'], ['free money (FM)'], ['free money (FM)']];
  expect(concepts(...both, ['FM'], ['FM'], ['FM'])).toEqual([
    { slug: 'fm', name: 'FM', aliases: [] },
  ]);
});

test('TeX is a name only where there is no other', () => {
  expect(
    concepts(['$\\tau$ bench'], ['$\\tau$ bench'], ['tau bench'], ['tau-bench'])[0]?.name,
  ).toBe('tau bench');
});

test('concepts come by slug', () => {
  const both = ['zebra fish', 'apple pie'];
  expect(concepts(both, both, both).map(({ slug }) => slug)).toEqual(['apple-pie', 'zebra-fish']);
});
