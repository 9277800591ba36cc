import { describe, expect, test } from 'vitest';
import { parseRepositoryAddress } from './repository-address.ts';

describe('one repository, however its address is written', () => {
  test.each([
    'https://github.com/ernie-research/MA-RLHF',
    'https://github.com/Ernie-Research/ma-rlhf/',
    'http://www.github.com/ernie-research/MA-RLHF.git',
    'https://github.com/ernie-research/MA-RLHF.git.',
    'https://github.com/ernie-research/MA-RLHF.',
    'https://github.com/ernie-research/MA-RLHF/tree/main#readme',
    'git@github.com:ernie-research/MA-RLHF.git',
  ])('%s', (address) => {
    expect(parseRepositoryAddress(address)?.key).toBe('github.com/ernie-research/ma-rlhf');
  });
});

test('owner and name keep the letter case they were written in', () => {
  expect(parseRepositoryAddress('https://github.com/ernie-research/MA-RLHF')).toEqual({
    key: 'github.com/ernie-research/ma-rlhf',
    url: 'https://github.com/ernie-research/MA-RLHF',
    host: 'github.com',
    owner: 'ernie-research',
    name: 'MA-RLHF',
    repositoryKind: 'CODE',
  });
});

test.each([
  ['https://huggingface.co/Qwen/Qwen2.5-7B', 'huggingface.co/qwen/qwen2.5-7b', 'MODEL'],
  ['https://hf.co/datasets/openai/gsm8k', 'huggingface.co/datasets/openai/gsm8k', 'DATASET'],
  ['https://huggingface.co/spaces/a/b', 'huggingface.co/spaces/a/b', 'SPACE'],
  ['https://gitlab.com/a/b', 'gitlab.com/a/b', 'CODE'],
])('%s is %s, a %s', (address, key, repositoryKind) => {
  expect(parseRepositoryAddress(address)).toMatchObject({ key, repositoryKind });
});

test.each([
  'https://arxiv.org/abs/2606.26740',
  'https://huggingface.co/papers/2410.02743',
  'https://github.com/ernie-research',
  'https://project.github.io/page',
  'https://github.com/a b/c',
  'not an address',
  '',
])('%j names no repository', (address) => {
  expect(parseRepositoryAddress(address)).toBeUndefined();
});
