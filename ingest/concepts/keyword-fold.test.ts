import { describe, expect, test } from 'vitest';
import { foldKeyword, singular, withAcronym } from './keyword-fold.ts';

describe('a keyword', () => {
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
    ['$$', ''],
  ])('%j folds to %j', (keyword, folded) => {
    expect(foldKeyword(keyword)).toBe(folded);
  });

  test('keeps what stands in brackets where that is no acronym', () => {
    expect(foldKeyword('agents (in the open world)')).toBe('agents in the open world');
  });

  test('is only its last word in the singular', () => {
    expect(foldKeyword('chains of thoughts')).toBe('chains of thought');
  });
});

test.each([
  ['boxes', 'box'],
  ['losses', 'loss'],
  ['searches', 'search'],
  ['bias', 'bia'],
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
