import { describe, expect, test } from 'vitest';
import { cleanTitle } from './clean-title.ts';

describe('of a title is taken off', () => {
  test.each([
    [
      '🤖] 8-bit Optimizers via Block-wise Quantization [📄 paper',
      '8-bit Optimizers via Block-wise Quantization',
    ],
    ['🤖] LoCo: A Low-Bit Adaptor [📄 paper] [💻 code', 'LoCo: A Low-Bit Adaptor'],
    ['TACO: Topics in Code dataset" [paper] [data', 'TACO: Topics in Code dataset'],
    ['2024] [Physical Intelligence] π0: A Flow Model [paper', 'π0: A Flow Model'],
    ['SIGIR24] RAG-Ex: A Generic Framework. 2024.07', 'RAG-Ex: A Generic Framework'],
    [
      '⚡ mimic-video: Video-Action Models Beyond VLAs',
      'mimic-video: Video-Action Models Beyond VLAs',
    ],
    ['> StreamRL: Elastic RL', 'StreamRL: Elastic RL'],
    ['Title: RACE: A Dataset', 'RACE: A Dataset'],
    ['World Models [348]: World Models', 'World Models'],
    ['Beyond final code: Beyond Final Code: An Analysis', 'Beyond Final Code: An Analysis'],
    ['Thinking Longer: Thinking Longer, Not Larger', 'Thinking Longer, Not Larger'],
    ['DreamAvoid: Test-Time Dreaming (DreamAvoid', 'DreamAvoid: Test-Time Dreaming'],
    ['Joao Carreira, Eric Noland, and Andrew Zisserman. A short note', 'A short note'],
    ['I. Loshchilov and F. Hutter. Decoupled weight decay', 'Decoupled weight decay'],
    ['> Jiang, A. Q., & El Sayed, W. (2023). Mistral 7B', 'Mistral 7B'],
    ['OpenFOAMGPT 2.0: Automation , Jingsen Feng, Ran Xu', 'OpenFOAMGPT 2.0: Automation'],
    ['Can {C}hat{GPT} Defend its Belief?', 'Can ChatGPT Defend its Belief?'],
    ['Creativity\u200B', 'Creativity'],
    ['LIm-powered agents and other Ilms', 'LLM-powered agents and other LLMs'],
  ])('what is not its own: %j', (text, title) => {
    expect(cleanTitle(text)).toEqual({ title });
  });
});

test.each([
  ['GAUSSIAN ERROR LINEAR UNITS (GELUS', 'GAUSSIAN ERROR LINEAR UNITS (GELUS)'],
  [
    'LLMs trained on "A is B" fail to learn "B is A',
    'LLMs trained on "A is B" fail to learn "B is A"',
  ],
  ['I am bad": Interpreting Jailbreaks', '"I am bad": Interpreting Jailbreaks'],
])('what was cut off at an end is closed: %j', (text, title) => {
  expect(cleanTitle(text)).toEqual({ title });
});

test.each([
  'nuScenes: A Multimodal Dataset',
  'micse: Mutual information contrastive learning',
  'gpt-oss-120b & gpt-oss-20b Model Card',
  'wav2vec 2.0: A Framework',
  'Tur[k]ingBench: A Challenge Benchmark',
  'ToolChain*: Search in Large Language Models with A* Search',
  'F$^{2}$-NeRF: Fast Training',
  'AI vs. Human Judgment of Moderation',
  'MR. Judge: Multimodal Reasoner as a Judge',
  'Attack Will Get You In',
  'TL;DR: Too Long',
  'A Survey of LLM × DATA',
  'Learning and Planning and Acting',
  'Bridging Probability and Self-Consistency for Effective and Efficient Reasoning',
  'Pass@K Policy Optimization: Solving Harder Problems',
])('%j stays as it is', (title) => {
  expect(cleanTitle(title)).toEqual({ title });
});

test.each([
  ['KITTI-360 | TPAMI 22 | 4 Cam', 'is the row of a table'],
  ['category": "Single-Agent Systems', 'is data'],
  ['related_nodes: [conditional_memory, deepseek_ai', 'is data'],
  ['Cited in 06_results.md Table 4', 'is a note on where it is cited'],
  ['Contact: {moshe0110, alonj4}@gmail.com', 'tells of something else'],
  ["Zirui Liu' 2024-02-05", 'is an author and a day'],
  ['Human to Robot[2025-12-16]: Co-train human videos. [paper] [website', 'is a name and a day'],
  ['4.3.1 Open-World Generalization', 'is the heading of a section'],
  ['2× Camera, 1× LiDAR', 'lists sensors'],
  ['Chang Zou and Xuyang Liu and Ting Liu', 'is a list of authors'],
  ['_Konstantinos Vergopoulos, Martin Vechev._ ICML 2025', 'is a list of authors'],
  ['for Large Language Models', 'begins in the middle'],
  ['tokenizer, which is a', 'begins in the middle'],
  ['Document question answering: the', 'ends in the middle'],
  ['Provides structured judge rewards; relevant as shaping', 'is a sentence on the paper'],
  ['42', 'has no letter'],
])('%j is no title: it %s', (text, fault) => {
  expect(cleanTitle(text)).toEqual({ fault });
});
