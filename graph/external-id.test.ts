import { describe, expect, test } from 'vitest';
import { externalId, idOf, parseArxivId, parseDoi, parseExternalId } from './external-id.ts';

describe('an arXiv paper is named by', () => {
  test.each([
    ['2410.02743', 'arxiv:2410.02743'],
    ['arXiv:2410.02743v3', 'arxiv:2410.02743'],
    [' https://arxiv.org/abs/2410.02743 ', 'arxiv:2410.02743'],
    ['https://arxiv.org/pdf/2410.02743v2.pdf', 'arxiv:2410.02743'],
    ['http://www.arxiv.org/html/2410.02743v1#S1', 'arxiv:2410.02743'],
    ['https://huggingface.co/papers/2410.02743', 'arxiv:2410.02743'],
    ['arXiv:hep-th/9901001v2', 'arxiv:hep-th/9901001'],
    ['math.GT/0309136', 'arxiv:math.gt/0309136'],
    ['10.1000/182', undefined],
    ['2410.027', undefined],
    ['24100.02743', undefined],
    ['', undefined],
  ])('%j: %j', (text, id) => {
    expect(parseArxivId(text)).toBe(id);
  });
});

describe('a DOI in any dress', () => {
  test.each([
    ['10.1000/182', 'doi:10.1000/182'],
    ['doi: 10.1000/ABC', 'doi:10.1000/abc'],
    ['https://doi.org/10.1145/3442188.3445922', 'doi:10.1145/3442188.3445922'],
    ['10.48550/arXiv.2410.02743', 'arxiv:2410.02743'],
    ['10.48550/arXiv.hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['10.1/x', undefined],
    ['10.1000/', undefined],
  ])('%j: %j', (text, id) => {
    expect(parseDoi(text)).toBe(id);
  });
});

test.each([
  ['W2741809807', 'openalex:W2741809807'],
  ['https://openalex.org/a5023888391', 'openalex:A5023888391'],
  ['CorpusID: 12345', 'corpus:12345'],
  [
    'https://www.semanticscholar.org/paper/Some-Title/649DEF34F8BE52C8B66281AF98AE884C09AEF38B',
    's2:649def34f8be52c8b66281af98ae884c09aef38b',
  ],
  ['https://orcid.org/0000-0002-1825-009x', 'orcid:0000-0002-1825-009X'],
  ['https://ror.org/03yrm5c26', 'ror:03yrm5c26'],
  ['pmid:123', 'pmid:123'],
  ['reinforcement learning', undefined],
])('%j is the id %j', (text, id) => {
  expect(parseExternalId(text)).toBe(id);
});

test('an id in its one form is itself', () => {
  const ids = ['arxiv:2410.02743', 'doi:10.1000/182', 'openalex:W123456', 'corpus:12', 'pmid:1'];
  expect(ids.map(parseExternalId)).toEqual(ids);
});

test('an external id is taken apart, with its page where the scheme has one', () => {
  expect(externalId('arxiv:2410.02743')).toEqual({
    scheme: 'ARXIV',
    value: '2410.02743',
    url: 'https://arxiv.org/abs/2410.02743',
  });
  expect(externalId('corpus:12')).toEqual({
    scheme: 'SEMANTIC_SCHOLAR_CORPUS',
    value: '12',
    url: null,
  });
  expect(externalId('github.com/owner/name')).toEqual({
    scheme: 'URL',
    value: 'https://github.com/owner/name',
    url: 'https://github.com/owner/name',
  });
});

test.each(['name:jane doe', 'title:on a.b/c', 'credit-assignment'])(
  '%j is a key of our own, not an external id',
  (key) => {
    expect(externalId(key)).toBeUndefined();
  },
);

test('the first id of a scheme is found among others, null where there is none', () => {
  const ids = ['doi:10.1000/182', 'arxiv:2410.02743', 'arxiv:2410.99999'];
  expect(idOf(ids, 'ARXIV')).toBe('2410.02743');
  expect(idOf(ids, 'ROR')).toBeNull();
});
