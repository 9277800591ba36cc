import { describe, expect, test } from 'vitest';
import { createVocabulary, VocabularyEntry } from './vocabulary.ts';

const entry = (slug: string, name: string, aliases: string[] = [], broader: string[] = []) =>
  VocabularyEntry.parse({ slug, name, aliases, broader });
const vocabulary = createVocabulary(
  [
    entry('large-language-model', 'Large language model', ['LLM']),
    entry('credit-assignment', 'Credit assignment', ['temporal credit assignment']),
    entry(
      'step-credit',
      'Step-level credit',
      ['step-level credit assignment'],
      ['credit-assignment'],
    ),
    entry(
      'token-credit',
      'Token credit',
      ['token-wise step-level credit assignment'],
      ['step-credit'],
    ),
    entry('llm', 'Another thing', ['Large language models']),
  ],
  [{ slug: 'flow-map', name: 'flow maps', aliases: ['LLM'] }],
);
const mentions = (title: string, abstract: string) => vocabulary.mentions({ title, abstract });

describe('keywords', () => {
  test.each([
    'LLMs',
    'large language models (llms)',
    'Large Language Model',
    'large-language-model',
  ])('%j is the large language model', (keyword) => {
    const { ofKeyword } = createVocabulary([
      entry('large-language-model', 'Large language model', ['LLM']),
    ]);
    expect(ofKeyword(keyword)).toBe('large-language-model');
  });

  test('a slug wins over a name, a name over an alias', () => {
    expect(vocabulary.ofKeyword('llm')).toBe('llm');
    expect(vocabulary.ofKeyword('large language models')).toBe('large-language-model');
  });

  test('a curated concept wins over one that keywords made', () => {
    expect(vocabulary.ofKeyword('Flow Map')).toBe('flow-map');
    expect(vocabulary.ofKeyword('LLMs')).toBe('llm');
  });

  test('an unknown keyword means nothing', () => {
    expect(vocabulary.ofKeyword('warmup deep credit assignment')).toBeUndefined();
    expect(vocabulary.ofKeyword('')).toBeUndefined();
  });
});

describe('headings', () => {
  test('a heading means the concept it names', () => {
    expect(vocabulary.ofHeading('2. Credit Assignment Methods')).toBe('credit-assignment');
    expect(vocabulary.ofHeading('Credit Assignment in Games')).toBe('credit-assignment');
  });

  test('a heading does not mean a concept that only keywords made', () => {
    expect(vocabulary.ofHeading('Flow maps')).toBeUndefined();
  });
});

describe('mentions', () => {
  test('more mentions score higher, and one in the title higher than two in the abstract', () => {
    const scores = [
      mentions('', 'credit assignment'),
      mentions('', 'Credit assignment, credit assignment'),
      mentions('Credit assignment', ''),
      mentions('Credit assignment', 'credit assignment, credit assignment'),
    ].map(([mention]) => mention?.score);
    expect(scores).toEqual([0.5, 0.67, 0.75, 0.83]);
  });

  test('the evidence is the words as they first stand in the text, on one line', () => {
    expect(mentions('On Temporal Credit\n  Assignments', 'credit assignment')).toEqual([
      { slug: 'credit-assignment', score: 0.8, evidence: 'Temporal Credit Assignments' },
    ]);
  });

  test('a narrower concept brings along all that it narrows, where the words say so too', () => {
    const found = mentions('', 'token-wise step-level credit assignment');
    expect(found.map(({ slug }) => slug)).toEqual([
      'token-credit',
      'step-credit',
      'credit-assignment',
    ]);
    expect(mentions('', 'token credit').map(({ slug }) => slug)).toEqual(['token-credit']);
  });

  test('concepts that only keywords made are not looked for', () => {
    expect(mentions('Flow maps', 'flow map')).toEqual([]);
  });

  test('concepts that narrow each other in a circle are no trap', () => {
    const circle = createVocabulary([
      entry('one', 'one thing', [], ['other']),
      entry('other', 'other one thing', [], ['one']),
    ]);
    const found = circle.mentions({ title: '', abstract: 'other one thing' });
    expect(found.map(({ slug }) => slug)).toEqual(['other', 'one']);
  });
});
