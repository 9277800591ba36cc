import { describe, expect, test } from 'vitest';
import { foldConceptName, foldWithoutSpaces, singular, withAcronym } from './concept-name.ts';

describe('the name of a concept', () => {
  test.each([
    ['LLMs', 'llm'],
    ['Large Language Model', 'large language model'],
    ['large-language models (llms)', 'large language model'],
    [
      'Reinforcement Learning  with Verifiable Rewards (RLVR)',
      'reinforcement learning with verifiable reward',
    ],
    ['policies', 'policy'],
    ['Fréchet distances', 'frechet distance'],
    ['pass@k', 'pass k'],
    ['REINFORCE++', 'reinforce plus plus'],
    ['A+B', 'a b'],
    ['$$', ''],
  ])('%j folds to %j', (keyword, folded) => {
    expect(foldConceptName(keyword)).toBe(folded);
  });

  test('keeps what stands in brackets where that is no acronym', () => {
    expect(foldConceptName('agents (in the open world)')).toBe('agents in the open world');
  });

  test('has the word it turns on in the singular, the last one or the one before "of"', () => {
    expect(foldConceptName('chains of thoughts')).toBe('chain of thought');
  });
});

test.each([
  ['boxes', 'box'],
  ['losses', 'loss'],
  ['searches', 'search'],
  ['bias', 'bias'],
  ['biases', 'bias'],
  ['caches', 'cache'],
  ['sizes', 'size'],
  ['quizzes', 'quiz'],
  ['gpus', 'gpu'],
  ['apis', 'api'],
  ['metrics', 'metric'],
  ['robotics', 'robotics'],
  ['loss', 'loss'],
  ['corpus', 'corpus'],
  ['analysis', 'analysis'],
  ['series', 'series'],
  ['gas', 'gas'],
])('%s in the singular is %s', (word, expected) => {
  expect(singular(word)).toBe(expected);
});

test('an acronym at the end is taken apart from what it stands for', () => {
  const taken = { outside: 'vision language navigation', acronym: 'VLN' };
  expect(withAcronym('vision language navigation (VLN)')).toEqual(taken);
  expect(withAcronym('(VLN)')).toBeUndefined();
  expect(withAcronym('navigation')).toBeUndefined();
});

test('an acronym before the brackets is taken apart only where its letters begin the words in them', () => {
  expect(withAcronym('LLMs (Large Language Models)')).toEqual({
    outside: 'Large Language Models',
    acronym: 'LLMs',
  });
  expect(withAcronym('MATH (hard subset)')).toBeUndefined();
});

test.each([
  ['multi-modal learning', 'Multimodal Learning'],
  ['auto-regressive models', 'autoregressive model'],
  ['U-Nets', 'UNet'],
  ['AIME 2024', 'AIME2024'],
  ['Qwen-2.5', 'Qwen2.5'],
  ['deep research', 'DeepResearch'],
  ['chains-of-thought', 'chain of thought'],
  ['KV-caches', 'KV cache'],
])('%j and %j are the same without spaces', (one, other) => {
  expect(foldWithoutSpaces(one)).toBe(foldWithoutSpaces(other));
});

test('without spaces two numbers are still two', () => {
  expect(foldWithoutSpaces('Qwen 2.5')).not.toBe(foldWithoutSpaces('Qwen 25'));
});
