/** What lists show of nodes, of the edges that lead to them, and of their order. */
import { describe, expect, test } from 'vitest';
import { dataOf, smallGraph } from './schema-graph.ts';

const engine = smallGraph();
const MA_RLHF = 'paper(by: { arxivId: "2410.02743" })';
const AEM = 'paper(by: { arxivId: "2605.20613" })';

describe('the lists of a paper', () => {
  test('authors come in the order of the paper, each with its position and organizations', async () => {
    const data = await dataOf(
      engine,
      `{ ${MA_RLHF} { authors { totalCount edges { position node { name } organizations { slug } provenance { source detail observedAt confidence } } } } }`,
    );
    const stated = [
      { source: 'SEEDS', detail: 'test', observedAt: '2026-05-21T00:00:00.000Z', confidence: 1 },
    ];
    expect(data).toEqual({
      paper: {
        authors: {
          totalCount: 2,
          edges: [
            {
              position: 0,
              node: { name: 'Yekun Chai' },
              organizations: [{ slug: 'baidu' }],
              provenance: stated,
            },
            { position: 1, node: { name: 'Wei Wang' }, organizations: [], provenance: stated },
          ],
        },
      },
    });
  });

  test('organizations with the most papers come first, and ties by key', async () => {
    expect(
      await dataOf(
        engine,
        `{ ${AEM} { organizations { edges { node { slug paperCount } provenance { source } } } } }`,
      ),
    ).toEqual({
      paper: {
        organizations: {
          edges: [
            { node: { slug: 'thu', paperCount: 2 }, provenance: [{ source: 'SEEDS' }] },
            { node: { slug: 'baidu', paperCount: 2 }, provenance: [{ source: 'SEEDS' }] },
          ],
        },
      },
    });
  });

  test('repositories tell where the link was found, and null where nobody said if it is official', async () => {
    const query = (paper: string) =>
      `{ ${paper} { repositories { edges { isOfficial foundIn node { url } provenance { source } } } } }`;
    const edge = {
      node: { url: 'https://github.com/Baidu/MA-RLHF' },
      provenance: [{ source: 'SEEDS' }],
    };
    expect(await dataOf(engine, query(MA_RLHF))).toEqual({
      paper: { repositories: { edges: [{ isOfficial: true, foundIn: 'ABSTRACT', ...edge }] } },
    });
    expect(await dataOf(engine, query(AEM))).toEqual({
      paper: { repositories: { edges: [{ isOfficial: null, foundIn: 'METADATA', ...edge }] } },
    });
  });

  test('concepts come by score, each with the words that show it', async () => {
    expect(
      await dataOf(
        engine,
        `{ ${MA_RLHF} { concepts { edges { score method evidence node { name } } } } }`,
      ),
    ).toEqual({
      paper: {
        concepts: {
          edges: [
            {
              score: 1,
              method: 'CURATED',
              evidence: null,
              node: { name: 'reinforcement learning' },
            },
            {
              score: 0.9,
              method: 'EXTRACTED',
              evidence: 'ease the credit assignment problem',
              node: { name: 'credit assignment' },
            },
          ],
        },
      },
    });
  });

  test('references and citations are the same edges seen from both ends', async () => {
    const edges =
      'edges { isInfluential intents contexts node { arxivId } provenance { source confidence } }';
    const data = await dataOf(
      engine,
      `{ citing: ${AEM} { references { ${edges} } } cited: ${MA_RLHF} { citations { ${edges} } } }`,
    );
    const influential = {
      isInfluential: true,
      intents: ['METHODOLOGY', 'RESULT'],
      contexts: ['as in [1]'],
      provenance: [{ source: 'SEEDS', confidence: 1 }],
    };
    expect(data).toEqual({
      citing: {
        references: {
          edges: [
            {
              isInfluential: false,
              intents: ['BACKGROUND'],
              contexts: [],
              node: { arxivId: '2605.00001' },
              provenance: [{ source: 'SEEDS', confidence: 1 }],
            },
            { ...influential, node: { arxivId: '2410.02743' } },
          ],
        },
      },
      cited: {
        citations: {
          edges: [
            { ...influential, node: { arxivId: '2605.20613' } },
            {
              isInfluential: null,
              intents: [],
              contexts: [],
              node: { arxivId: '2605.00001' },
              provenance: [{ source: 'BIBLIOGRAPHY', confidence: 0.8 }],
            },
          ],
        },
      },
    });
  });

  test('papers of the same organization come with the organizations that produced both', async () => {
    const edges = 'totalCount edges { node { arxivId } via { slug } }';
    expect(
      await dataOf(
        engine,
        `{ one: ${MA_RLHF} { sameOrganizationPapers { ${edges} } } two: ${AEM} { sameOrganizationPapers { ${edges} } } }`,
      ),
    ).toEqual({
      one: {
        sameOrganizationPapers: {
          totalCount: 1,
          edges: [{ node: { arxivId: '2605.20613' }, via: [{ slug: 'baidu' }] }],
        },
      },
      two: {
        sameOrganizationPapers: {
          totalCount: 2,
          edges: [
            { node: { arxivId: '2605.00001' }, via: [{ slug: 'thu' }] },
            { node: { arxivId: '2410.02743' }, via: [{ slug: 'baidu' }] },
          ],
        },
      },
    });
  });
});

describe('the lists of other nodes', () => {
  test('papers of an author, newest first, with the place of the author', async () => {
    expect(
      await dataOf(
        engine,
        '{ author(by: { name: "yekun CHAI" }) { papers { edges { position organizations { slug } node { arxivId } } } } }',
      ),
    ).toEqual({
      author: {
        papers: {
          edges: [
            { position: 3, organizations: [], node: { arxivId: '2605.20613' } },
            { position: 0, organizations: [{ slug: 'baidu' }], node: { arxivId: '2410.02743' } },
          ],
        },
      },
    });
  });

  test('papers and repositories of an organization', async () => {
    expect(
      await dataOf(
        engine,
        '{ organization(by: { slug: "Baidu" }) { papers(orderBy: { field: TITLE, direction: ASC }) { totalCount nodes { arxivId } } repositories { nodes { url organization { slug } } } } }',
      ),
    ).toEqual({
      organization: {
        papers: { totalCount: 2, nodes: [{ arxivId: '2605.20613' }, { arxivId: '2410.02743' }] },
        repositories: {
          nodes: [{ url: 'https://github.com/Baidu/MA-RLHF', organization: { slug: 'baidu' } }],
        },
      },
    });
  });

  test('papers of a repository, and null for the organization of one that none owns', async () => {
    expect(
      await dataOf(
        engine,
        '{ repository(by: { url: "https://huggingface.co/thu/prm/tree/main" }) { organization { slug } papers { edges { foundIn isOfficial node { arxivId } } } } }',
      ),
    ).toEqual({
      repository: {
        organization: null,
        papers: {
          edges: [{ foundIn: 'CURATED', isOfficial: null, node: { arxivId: '2605.00001' } }],
        },
      },
    });
  });

  test('papers of a concept with score, method and evidence', async () => {
    expect(
      await dataOf(
        engine,
        '{ concept(by: { name: "ca" }) { papers(orderBy: { field: PUBLISHED_AT, direction: ASC }) { edges { score method evidence node { arxivId } } } } }',
      ),
    ).toEqual({
      concept: {
        papers: {
          edges: [
            {
              score: 0.9,
              method: 'EXTRACTED',
              evidence: 'ease the credit assignment problem',
              node: { arxivId: '2410.02743' },
            },
            { score: 0.7, method: 'SOURCE_TOPIC', evidence: null, node: { arxivId: '2605.00001' } },
            {
              score: 0.4,
              method: 'SOURCE_KEYWORD',
              evidence: null,
              node: { arxivId: '2605.20613' },
            },
          ],
        },
      },
    });
  });

  test('broader and narrower concepts come by name', async () => {
    expect(
      await dataOf(
        engine,
        '{ up: concept(by: { slug: "credit-assignment" }) { broader { slug } narrower { totalCount } } down: concept(by: { name: "RL" }) { broader { slug } narrower { nodes { slug } } } }',
      ),
    ).toEqual({
      up: { broader: [{ slug: 'reinforcement-learning' }], narrower: { totalCount: 0 } },
      down: {
        broader: [],
        narrower: { nodes: [{ slug: 'credit-assignment' }, { slug: 'process-reward' }] },
      },
    });
  });
});

describe('edge filters', () => {
  const references = (edgeFilter: string) =>
    `{ ${AEM} { references(edgeFilter: ${edgeFilter}) { totalCount nodes { arxivId } } } }`;
  const about = (edgeFilter: string) =>
    `{ concept(by: { slug: "credit-assignment" }) { papers(edgeFilter: ${edgeFilter}) { totalCount nodes { arxivId } } } }`;

  test.each([
    ['{ isInfluential: true }', ['2410.02743']],
    ['{ isInfluential: false }', ['2605.00001']],
    ['{ intents: [RESULT, BACKGROUND] }', ['2605.00001', '2410.02743']],
    ['{ intents: [RESULT], isInfluential: false }', []],
    ['{ minConfidence: 1 }', ['2605.00001', '2410.02743']],
    ['{}', ['2605.00001', '2410.02743']],
  ])('of citations: %s', async (edgeFilter, expected) => {
    expect(await dataOf(engine, references(edgeFilter))).toEqual({
      paper: {
        references: {
          totalCount: expected.length,
          nodes: expected.map((arxivId) => ({ arxivId })),
        },
      },
    });
  });

  test('a citation of which nobody said if it is influential is neither', async () => {
    const query = (value: boolean) =>
      `{ paper(by: { arxivId: "2605.00001" }) { references(edgeFilter: { isInfluential: ${value} }) { totalCount } } }`;
    const none = { paper: { references: { totalCount: 0 } } };
    expect(await dataOf(engine, query(true))).toEqual(none);
    expect(await dataOf(engine, query(false))).toEqual(none);
  });

  test.each([
    ['{ minScore: 0.7 }', ['2605.00001', '2410.02743']],
    ['{ methods: [SOURCE_KEYWORD, EXTRACTED] }', ['2605.20613', '2410.02743']],
    ['{ minConfidence: 0.6, minScore: 0.8 }', ['2410.02743']],
  ])('of concepts: %s', async (edgeFilter, expected) => {
    expect(await dataOf(engine, about(edgeFilter))).toEqual({
      concept: {
        papers: { totalCount: expected.length, nodes: expected.map((arxivId) => ({ arxivId })) },
      },
    });
  });
});

describe('orders of papers', () => {
  test.each([
    ['PUBLISHED_AT', 'DESC', ['2605.20613', '2605.00001', '2410.02743', null]],
    ['PUBLISHED_AT', 'ASC', ['2410.02743', '2605.00001', '2605.20613', null]],
    ['UPVOTES', 'DESC', ['2605.20613', '2410.02743', '2605.00001', null]],
    ['TITLE', 'ASC', ['2605.20613', null, '2410.02743', '2605.00001']],
    ['CITATION_COUNT', 'DESC', ['2410.02743', '2605.00001', null, '2605.20613']],
    ['FEATURED_AT', 'ASC', ['2410.02743', '2605.20613']],
    ['REFERENCE_COUNT', 'DESC', ['2605.20613', '2605.00001']],
  ])('%s %s; unknown values come last in either', async (field, direction, expected) => {
    const data = await dataOf(
      engine,
      `{ papers(orderBy: { field: ${field}, direction: ${direction} }) { nodes { arxivId } } }`,
    );
    const { papers } = data as { papers: { nodes: { arxivId: string | null }[] } };
    expect(papers.nodes.map(({ arxivId }) => arxivId).slice(0, expected.length)).toEqual(expected);
  });
});
