import { expect, test } from 'vitest';
import { headingTerms } from './heading-terms.ts';

test.each([
  ['2.1 Reward Models', 'Reward Models'],
  ['3) Code Agents', 'Code Agents'],
  ['• Web Agents (§3.1)', 'Web Agents'],
  ['Survey on Mixture of Experts in Large Language Models', 'Mixture of Experts'],
  ['SFT-based Methods', 'SFT'],
  ['Speculative Decoding for LLMs', 'Speculative Decoding'],
  ['World Models for Autonomous Driving', 'World Models'],
  ['Benchmarks for Video Reasoning', 'Video Reasoning'],
])('%j may stand for %j', (heading, term) => {
  expect(headingTerms(heading)).toContain(term);
});

test('the whole heading comes first', () => {
  expect(headingTerms('Evaluation Benchmarks')[0]).toBe('Evaluation Benchmarks');
});

test('a heading that joins several things stands for all of them or for nothing', () => {
  expect(headingTerms('Planning & Memory Methods')).toEqual(['Planning & Memory Methods']);
  expect(headingTerms('Reward Design and Search')).toEqual(['Reward Design and Search']);
});

test('a heading of nothing but kind words keeps its last one', () => {
  expect(headingTerms('Other Methods')).toEqual(['Other Methods', 'Other']);
  expect(headingTerms('—')).toEqual([]);
});
