/** Finding one node, and what it shows. */
import { describe, expect, test } from 'vitest';
import { dataOf, id, smallGraph } from './schema-graph.ts';

const engine = smallGraph();
const MA_RLHF = id('Paper', 'arxiv:2410.02743');

test('a paper shows what is known of it', async () => {
  expect(
    await dataOf(
      engine,
      '{ paper(by: { arxivId: "2410.02743" }) { id title abstract summary publishedAt featuredAt upvotes commentCount arxivId doi url projectPage externalIds { scheme value url } provenance { source detail observedAt confidence } referenceCoverage citationCount reportedCitationCount referenceCount } }',
    ),
  ).toEqual({
    paper: {
      id: MA_RLHF,
      title: 'MA-RLHF: Reinforcement Learning from Human Feedback with Macro Actions',
      abstract: 'Macro actions ease the credit assignment problem of long sequences.',
      summary: 'Macro actions instead of tokens.',
      publishedAt: '2024-10-03',
      featuredAt: '2024-10-09',
      upvotes: 10,
      commentCount: 2,
      arxivId: '2410.02743',
      doi: '10.1000/ma-rlhf',
      url: 'https://arxiv.org/abs/2410.02743',
      projectPage: 'https://example.org/ma-rlhf',
      externalIds: [
        { scheme: 'ARXIV', value: '2410.02743', url: 'https://arxiv.org/abs/2410.02743' },
        { scheme: 'DOI', value: '10.1000/ma-rlhf', url: 'https://doi.org/10.1000/ma-rlhf' },
      ],
      provenance: [
        { source: 'SEEDS', detail: 'test', observedAt: '2026-05-21T00:00:00.000Z', confidence: 1 },
      ],
      referenceCoverage: 'KNOWN',
      citationCount: 2,
      reportedCitationCount: 25,
      referenceCount: 0,
    },
  });
});

test('what no source said is null, not zero; the page of a paper outside arXiv is that of its DOI', async () => {
  expect(
    await dataOf(
      engine,
      '{ paper(by: { doi: "https://doi.org/10.1000/DIFFUSION" }) { summary publishedAt upvotes commentCount arxivId url projectPage referenceCoverage reportedCitationCount citationCount } }',
    ),
  ).toEqual({
    paper: {
      summary: null,
      publishedAt: null,
      upvotes: null,
      commentCount: null,
      arxivId: null,
      url: 'https://doi.org/10.1000/diffusion',
      projectPage: null,
      referenceCoverage: 'UNKNOWN',
      reportedCitationCount: null,
      citationCount: 0,
    },
  });
});

test('an author, an organization, a repository and a concept show what is known of them', async () => {
  expect(
    await dataOf(
      engine,
      `{
        author(by: { orcid: "0000-0002-1825-0097" }) { name identity paperCount externalIds { scheme value } }
        organization(by: { name: "BAIDU" }) { slug name url paperCount externalIds { scheme value url } }
        repository(by: { url: "https://github.com/baidu/ma-rlhf/" }) { url host owner name kind stars paperCount provenance { source } }
        concept(by: { slug: "credit-assignment" }) { slug name aliases description paperCount externalIds { value } }
      }`,
    ),
  ).toEqual({
    author: {
      name: 'Wei Wang',
      identity: 'ORCID',
      paperCount: 1,
      externalIds: [{ scheme: 'ORCID', value: '0000-0002-1825-0097' }],
    },
    organization: {
      slug: 'baidu',
      name: 'Baidu',
      url: 'https://huggingface.co/baidu',
      paperCount: 2,
      externalIds: [
        { scheme: 'HUGGING_FACE', value: 'baidu', url: 'https://huggingface.co/baidu' },
      ],
    },
    repository: {
      url: 'https://github.com/Baidu/MA-RLHF',
      host: 'github.com',
      owner: 'Baidu',
      name: 'MA-RLHF',
      kind: 'CODE',
      stars: 42,
      paperCount: 2,
      provenance: [{ source: 'SEEDS' }],
    },
    concept: {
      slug: 'credit-assignment',
      name: 'credit assignment',
      aliases: ['credit attribution', 'CA'],
      description: 'Finding which actions earned a reward.',
      paperCount: 3,
      externalIds: [],
    },
  });
});

describe('one node is found', () => {
  test.each([
    [`paper(by: { id: "${MA_RLHF}" })`, 'Paper'],
    ['paper(by: { arxivId: "arXiv:2410.02743v2" })', 'Paper'],
    ['paper(by: { doi: "10.1000/MA-RLHF" })', 'Paper'],
    ['paper(by: { url: "https://huggingface.co/papers/2410.02743" })', 'Paper'],
    ['paper(by: { url: "https://doi.org/10.1000/ma-rlhf" })', 'Paper'],
    [`node(id: "${MA_RLHF}")`, 'Paper'],
    [`author(by: { id: "${id('Author', 'name:wei wang')}" })`, 'Author'],
    ['author(by: { name: "YEKUN  chai" })', 'Author'],
    ['organization(by: { slug: "THU" })', 'Organization'],
    ['organization(by: { name: "tsinghua university" })', 'Organization'],
    ['repository(by: { url: "http://www.GITHUB.com/Baidu/MA-RLHF.git" })', 'Repository'],
    [`node(id: "${id('Repository', 'github.com/baidu/ma-rlhf')}")`, 'Repository'],
    ['concept(by: { name: "Reinforcement Learning" })', 'Concept'],
    ['concept(by: { slug: "Credit-Assignment" })', 'Concept'],
  ])('by %s', async (field, type) => {
    expect(await dataOf(engine, `{ found: ${field} { __typename } }`)).toEqual({
      found: { __typename: type },
    });
  });
});

describe('null is what the graph has not', () => {
  test.each([
    ['paper(by: { arxivId: "9999.99999" })'],
    ['paper(by: { semanticScholarId: "CorpusID:1" })'],
    ['paper(by: { openAlexId: "W2741809807" })'],
    ['paper(by: { url: "https://example.org/paper" })'],
    ['author(by: { semanticScholarId: "1" })'],
    ['author(by: { openAlexId: "A5023888391" })'],
    ['organization(by: { ror: "02en5vm52" })'],
    // A slug is not a name, though both are found by what people call it.
    ['organization(by: { slug: "Tsinghua University" })'],
    ['organization(by: { name: "thu" })'],
    ['repository(by: { url: "https://github.com/nobody/nothing" })'],
    [`node(id: "${id('Concept', 'nothing')}")`],
  ])('%s', async (field) => {
    expect(await dataOf(engine, `{ found: ${field} { __typename } }`)).toEqual({ found: null });
  });
});

test('nodes come in the order of their ids, null where there is none, twice where asked twice', async () => {
  const ids = [
    id('Concept', 'process-reward'),
    id('Paper', 'none'),
    MA_RLHF,
    id('Concept', 'process-reward'),
  ];
  expect(
    await dataOf(
      engine,
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Concept { name } ... on Paper { arxivId } } }',
      { ids },
    ),
  ).toEqual({
    nodes: [
      { id: ids[0], name: 'process reward' },
      null,
      { id: MA_RLHF, arxivId: '2410.02743' },
      { id: ids[0], name: 'process reward' },
    ],
  });
});
