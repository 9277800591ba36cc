import { expect, test } from 'vitest';
import { MAX_NEAREST, nearest } from './name-distance.ts';

test('a slip of the pen finds what was meant, the nearest first', () => {
  const names = ['credit assignment', 'credit assessment', 'reward model'];
  expect(nearest('credit asignment', names)).toEqual(['credit assignment', 'credit assessment']);
});

test('what begins with the name comes before what is a few letters off', () => {
  const names = ['ma-rlhd', 'ma-rlhf: reinforcement learning with macro actions'];
  expect(nearest('ma-rlhf', names)).toEqual([
    'ma-rlhf: reinforcement learning with macro actions',
    'ma-rlhd',
  ]);
});

test('the same words in another order, or with one more, are near', () => {
  expect(nearest('chai yekun', ['chau yuen', 'yekun chai'])[0]).toBe('yekun chai');
  expect(nearest('baidu inc', ['baidu', 'bytedance'])).toEqual(['baidu']);
});

test('spellings that differ in hyphens alone are one suggestion', () => {
  expect(nearest('credit asignment', ['credit-assignment', 'credit assignment'])).toEqual([
    'credit assignment',
  ]);
});

test('names that are too far off are no suggestion', () => {
  expect(nearest('zzzz', ['credit assignment', 'zebra'])).toEqual([]);
});

test('each name is suggested once, and only a few of them', () => {
  const names = Array.from({ length: 20 }, (_, index) => `grpo${String(index % 10)}`);
  expect(nearest('grpo', names)).toHaveLength(MAX_NEAREST);
});
