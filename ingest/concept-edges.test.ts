import { expect, test } from 'vitest';
import { paper } from '../test/records.ts';
import { conceptEdges, type ConceptFinder } from './concept-edges.ts';
import type { PaperRecord } from './record.ts';

/** A vocabulary in which every word that starts with a capital letter is the concept of that name. */
const finder: ConceptFinder = {
  ofKeyword: (keyword) => (/^[A-Z]/u.test(keyword) ? keyword.toLowerCase() : undefined),
  ofHeading: (heading) => (/^[A-Z]/u.test(heading) ? heading.toLowerCase() : undefined),
  mentions: ({ title, abstract }) =>
    [...`${title} ${abstract}`.matchAll(/[A-Z]\w+/gu)].map(([word]) => ({
      ...{ slug: word.toLowerCase(), score: 0.5, evidence: word },
    })),
};
const about = (values: Partial<PaperRecord>) =>
  conceptEdges(paper('arxiv:1', { title: 'on nothing', ...values }), finder).map(
    ({ to, values: { score, method, evidence } }) => [to, score, method, evidence],
  );

test('keywords count the less, the later they stand, and those outside the vocabulary take their place', () => {
  expect(about({ keywords: ['Rl', 'nothing', 'Agents'] })).toEqual([
    ['rl', 0.9, 'SOURCE_KEYWORD', 'Rl'],
    ['agents', 0.82, 'SOURCE_KEYWORD', 'Agents'],
  ]);
});

test('a keyword far down still counts', () => {
  const keywords = [...Array.from({ length: 40 }, () => 'nothing'), 'Rl'];
  expect(about({ keywords })).toEqual([['rl', 0.3, 'SOURCE_KEYWORD', 'Rl']]);
});

test('a list heading counts less than a first keyword', () => {
  expect(about({ topics: ['Rl', 'benchmarks'] })).toEqual([['rl', 0.6, 'SOURCE_TOPIC', 'Rl']]);
});

test('title and abstract are searched, the title alone where there is no abstract', () => {
  const title = 'on Planning';
  expect(about({ title, abstract: 'we use Agents' })).toEqual([
    ['planning', 0.5, 'EXTRACTED', 'Planning'],
    ['agents', 0.5, 'EXTRACTED', 'Agents'],
  ]);
  expect(about({ title })).toEqual([['planning', 0.5, 'EXTRACTED', 'Planning']]);
  expect(about({})).toEqual([]);
});

test('that words mean a concept is less sure than what a source says itself', () => {
  const record = paper('arxiv:1', { title: 'on Planning', keywords: ['Rl'] });
  const confidences = conceptEdges(record, finder).map(({ to, provenance }) => [
    to,
    provenance.confidence,
  ]);
  expect(confidences).toEqual([
    ['rl', 1],
    ['planning', 0.8],
  ]);
  const unsure = { ...record, provenance: { ...record.provenance, confidence: 0.5 } };
  expect(conceptEdges(unsure, finder).map((edge) => edge.provenance.confidence)).toEqual([
    0.5, 0.5,
  ]);
});

test('of several ways to one concept the one with the highest score is stated', () => {
  const concepts = [{ slug: 'rl', score: 0.7, method: 'CURATED' as const }];
  expect(about({ concepts, topics: ['Rl'] })).toEqual([['rl', 0.7, 'CURATED', undefined]]);
  expect(about({ concepts, keywords: ['Rl'] })).toEqual([['rl', 0.9, 'SOURCE_KEYWORD', 'Rl']]);
});
