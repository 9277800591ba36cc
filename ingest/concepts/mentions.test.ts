import { expect, test } from 'vitest';
import { createFinder } from './mentions.ts';

const find = createFinder(
  [
    ['Reinforcement learning', 'rl'],
    ['RL', 'rl'],
    ['Credit assignment', 'credit'],
    ['token-level credit assignment', 'token-credit'],
    ['reward model', 'reward-model'],
    ['process reward model', 'prm'],
    ['LoRA', 'lora'],
    ['language model', 'lm'],
    ['pass@k', 'pass-at-k'],
  ],
  (inner, outer) => outer === 'token-credit' && inner === 'credit',
);
const slugs = (text: string) => find(text).map(({ slug }) => slug);
const evidence = (text: string) => find(text).map(({ start, end }) => text.slice(start, end));

test('a name is found in any letter case, with hyphens for spaces and in the plural', () => {
  expect(evidence('Credit-Assignments and\nLANGUAGE   models.')).toEqual([
    'Credit-Assignments',
    'LANGUAGE   models',
  ]);
});

test('a name is found as whole words only', () => {
  expect(slugs('accredit assignment, credit assignmenting, discredit')).toEqual([]);
});

test('a name does not reach over punctuation', () => {
  expect(slugs('It takes credit. Assignment is another word; credit, assignment.')).toEqual([]);
});

test('an acronym is found in capitals only, in the plural too', () => {
  expect(slugs('RL and RLs, not rl nor Rl')).toEqual(['rl', 'rl']);
  expect(slugs('LoRA or LORA, not Lora or lora')).toEqual(['lora', 'lora']);
});

test('of names that overlap the longest counts', () => {
  expect(evidence('a process reward model')).toEqual(['process reward model']);
});

test('a name within a longer one counts too where its concept is the broader one', () => {
  expect(slugs('token-level credit assignment')).toEqual(['token-credit', 'credit']);
});

test('after a name the search goes on behind it', () => {
  expect(slugs('language model language models')).toEqual(['lm', 'lm']);
});

test('a plus at the end makes another name', () => {
  expect(slugs('LoRA++, RL+ and RL+LoRA')).toEqual(['rl', 'lora']);
});

test('a sign within a name may stand there in the text', () => {
  expect(evidence('its pass@k is high')).toEqual(['pass@k']);
});

test('accents make no difference, and a text without names has no mentions', () => {
  expect(evidence('réward model')).toEqual(['réward model']);
  expect(find('')).toEqual([]);
});
