/** Which nodes each condition of a filter holds for. */
import { describe, expect, test } from 'vitest';
import { ask, dataOf, id, smallGraph } from './schema-graph.ts';

const engine = smallGraph();

// The papers by the short names that the expectations use, in the order of the root list.
const NAMES: Readonly<Record<string, string>> = {
  'AEM: Adaptive Entropy Modulation': 'AEM',
  'Process Rewards for Agents': 'PRA',
  'MA-RLHF: Reinforcement Learning from Human Feedback with Macro Actions': 'MA',
  'Diffusion of Éclairs': 'DIFF',
};
async function papersOf(filter: string): Promise<string[]> {
  const { data, errors, warnings } = await ask(
    engine,
    `{ papers(filter: ${filter}) { totalCount nodes { title } } }`,
  );
  expect(errors).toEqual([]);
  expect(warnings).toEqual([]);
  const { papers } = data as { papers: { totalCount: number; nodes: { title: string }[] } };
  expect(papers.totalCount).toBe(papers.nodes.length);
  return papers.nodes.map(({ title }) => NAMES[title] ?? title);
}

describe('papers by linked nodes', () => {
  test.each([
    ['{ concepts: { any: ["credit assignment"] } }', ['AEM', 'PRA', 'MA']],
    ['{ concepts: { any: ["  Credit   ATTRIBUTION "] } }', ['AEM', 'PRA', 'MA']],
    ['{ concepts: { any: ["rl", "process reward"] } }', ['PRA', 'MA']],
    ['{ concepts: { all: ["credit assignment", "process-reward"] } }', ['PRA']],
    ['{ concepts: { none: ["RL", "process reward"] } }', ['AEM', 'DIFF']],
    ['{ concepts: { any: ["credit assignment"], none: ["RL"] } }', ['AEM', 'PRA']],
    [`{ concepts: { any: ["${id('Concept', 'process-reward')}"] } }`, ['PRA']],
    ['{ organizations: { any: ["BAIDU"] } }', ['AEM', 'MA']],
    ['{ organizations: { all: ["baidu", "Tsinghua University"] } }', ['AEM']],
    [`{ organizations: { none: ["${id('Organization', 'hf-org:baidu')}"] } }`, ['PRA', 'DIFF']],
    ['{ authors: { any: ["Wei Wang"] } }', ['PRA', 'MA']],
    ['{ authors: { any: ["0000-0002-1825-0097"] } }', ['PRA']],
    ['{ authors: { any: ["https://orcid.org/0000-0002-1825-0097"] } }', ['PRA']],
    ['{ cites: { any: ["2410.02743v3"] } }', ['AEM', 'PRA']],
    ['{ cites: { any: ["https://arxiv.org/pdf/2410.02743"] } }', ['AEM', 'PRA']],
    ['{ cites: { all: ["https://doi.org/10.1000/MA-RLHF", "2605.00001"] } }', ['AEM']],
    ['{ cites: { any: ["process rewards for agents"] } }', ['AEM']],
    ['{ citedBy: { any: ["2605.20613"] } }', ['PRA', 'MA']],
    ['{ citedBy: { none: ["2605.20613"] } }', ['AEM', 'DIFF']],
    ['{ repositories: { exists: true } }', ['AEM', 'PRA', 'MA']],
    ['{ repositories: { exists: false } }', ['DIFF']],
    ['{ repositories: { any: ["https://github.com/BAIDU/ma-rlhf.git"] } }', ['AEM', 'MA']],
    [
      '{ repositories: { any: ["github.com/baidu/ma-rlhf", "hf.co/thu/prm"] } }',
      ['AEM', 'PRA', 'MA'],
    ],
    [`{ repositories: { any: ["${id('Repository', 'huggingface.co/thu/prm')}"] } }`, ['PRA']],
  ])('%s', async (filter, expected) => {
    expect(await papersOf(filter)).toEqual(expected);
  });
});

describe('papers by what is known of them', () => {
  test.each([
    ['{ publishedAt: { from: "2026-05-01" } }', ['AEM', 'PRA']],
    ['{ publishedAt: { before: "2026-05-01" } }', ['MA']],
    ['{ publishedAt: { from: "2026-05-01", before: "2026-05-20" } }', ['PRA']],
    ['{ featuredAt: { from: "2024-10-09", before: "2024-10-10" } }', ['MA']],
    ['{ upvotes: { min: 10 } }', ['AEM', 'MA']],
    ['{ upvotes: { min: 10, max: 10 } }', ['MA']],
    ['{ citationCount: { max: 1 } }', ['AEM', 'PRA', 'DIFF']],
    ['{ referenceCount: { min: 1 } }', ['AEM', 'PRA']],
    ['{ sources: [SURVEY_LIST] }', ['PRA']],
    ['{ sources: [SURVEY_LIST, SEEDS] }', ['AEM', 'PRA', 'MA', 'DIFF']],
  ])('%s', async (filter, expected) => {
    expect(await papersOf(filter)).toEqual(expected);
  });
});

describe('papers by text', () => {
  test.each([
    ['{ text: "credit assignment" }', ['AEM', 'MA']],
    ['{ text: "ASSIGNMENT sequences" }', ['MA']],
    [String.raw`{ text: "\"credit assignment by\"" }`, ['AEM']],
    [String.raw`{ text: "\"assignment credit\"" }`, []],
    [String.raw`{ text: "entropy \"many turns\"" }`, ['AEM']],
    ['{ text: "eclairs" }', ['DIFF']],
    ['{ text: "MA-RLHF" }', ['MA']],
    ['{ text: "\\"unclosed sequences" }', []],
    ['{ text: "\\"long sequences" }', ['MA']],
  ])('%s', async (filter, expected) => {
    expect(await papersOf(filter)).toEqual(expected);
  });

  test('by relevance, the best match comes first, and the list goes on from its cursor', async () => {
    const list = 'papers(filter: { text: "credit" }, orderBy: { field: RELEVANCE }, first: 1';
    const part = 'pageInfo { hasNextPage endCursor } nodes { title }';
    const first = (await dataOf(engine, `{ ${list}) { totalCount ${part} } }`)) as {
      papers: { totalCount: number; pageInfo: { endCursor: string }; nodes: { title: string }[] };
    };
    expect(first.papers.totalCount).toBe(2);
    const second = (await dataOf(
      engine,
      `query ($after: String) { ${list}, after: $after) { ${part} } }`,
      {
        after: first.papers.pageInfo.endCursor,
      },
    )) as typeof first;
    const titles = [...first.papers.nodes, ...second.papers.nodes].map(({ title }) => NAMES[title]);
    expect(titles.toSorted()).toEqual(['AEM', 'MA']);
    expect(second.papers.pageInfo).toMatchObject({ hasNextPage: false });
  });
});

describe('and, or, not', () => {
  test.each([
    ['{}', ['AEM', 'PRA', 'MA', 'DIFF']],
    ['{ and: [{ upvotes: { min: 5 } }, { organizations: { any: ["thu"] } }] }', ['AEM']],
    ['{ or: [{ text: "cakes" }, { organizations: { any: ["thu"] } }] }', ['AEM', 'PRA', 'DIFF']],
    ['{ or: [{ text: "cakes" }, {}] }', ['AEM', 'PRA', 'MA', 'DIFF']],
    ['{ not: {} }', []],
    ['{ not: { not: { text: "cakes" } } }', ['DIFF']],
    ['{ text: "credit", not: { organizations: { any: ["thu"] } } }', ['MA']],
    ['{ text: null, upvotes: null, concepts: { any: ["rl"], all: null } }', ['MA']],
  ])('%s', async (filter, expected) => {
    expect(await papersOf(filter)).toEqual(expected);
  });

  test('a paper of unknown upvotes is among those that do not have ten', async () => {
    expect(await papersOf('{ not: { upvotes: { min: 10 } } }')).toEqual(['PRA', 'DIFF']);
  });

  test('filters nest ten deep', async () => {
    const nested = (depth: number): string =>
      depth === 1 ? '{ text: "cakes" }' : `{ not: ${nested(depth - 1)} }`;
    expect(await papersOf(nested(9))).toEqual(['DIFF']);
    expect(await papersOf(nested(10))).toEqual(['AEM', 'PRA', 'MA']);
  });
});

describe('the same filter holds in a list of a node', () => {
  test('of the papers of an organization', async () => {
    expect(
      await dataOf(
        engine,
        '{ organization(by: { slug: "thu" }) { papers(filter: { upvotes: { min: 10 } }) { totalCount nodes { arxivId } } } }',
      ),
    ).toEqual({ organization: { papers: { totalCount: 1, nodes: [{ arxivId: '2605.20613' }] } } });
  });

  test('of the papers of the same organization', async () => {
    expect(
      await dataOf(
        engine,
        '{ paper(by: { arxivId: "2410.02743" }) { sameOrganizationPapers(filter: { concepts: { any: ["credit assignment"] } }) { nodes { arxivId } } } }',
      ),
    ).toEqual({ paper: { sameOrganizationPapers: { nodes: [{ arxivId: '2605.20613' }] } } });
  });
});

describe('nodes by their papers', () => {
  test.each([
    ['organizations', '{ text: "tsinghua" }', ['Tsinghua University']],
    ['organizations', '{ paperCount: { min: 3 } }', []],
    ['organizations', '{ papers: { upvotes: { max: 3 } } }', ['Tsinghua University']],
    ['organizations', '{ papers: { text: "credit" }, paperCount: { min: 2 } }', ['Baidu']],
    [
      'organizations',
      '{ papers: { text: "credit" }, paperCount: { max: 1 } }',
      ['Tsinghua University'],
    ],
    [
      'organizations',
      '{ papers: {}, paperCount: { min: 2, max: 2 } }',
      ['Tsinghua University', 'Baidu'],
    ],
    [
      'authors',
      '{ papers: { cites: { any: ["2410.02743"] } } }',
      ['Wei Wang', 'Yekun Chai'].toReversed(),
    ],
    [
      'authors',
      '{ papers: { text: "cakes" }, paperCount: { max: 0 }, text: "chai" }',
      ['Yekun Chai'],
    ],
    [
      'concepts',
      '{ papers: { organizations: { any: ["baidu"] } }, paperCount: { min: 2 } }',
      ['credit assignment'],
    ],
    ['concepts', '{ text: "attribution" }', ['credit assignment']],
    ['repositories', '{ hosts: ["GitHub.com"] }', ['MA-RLHF']],
    ['repositories', '{ kinds: [MODEL, DATASET] }', ['prm']],
    ['repositories', '{ text: "thu" }', ['prm']],
    ['repositories', '{ paperCount: { min: 2 } }', ['MA-RLHF']],
  ])('%s(filter: %s)', async (list, filter, names) => {
    const data = await dataOf(
      engine,
      `{ ${list}(filter: ${filter}) { totalCount nodes { name } } }`,
    );
    expect(data).toEqual({
      [list]: { totalCount: names.length, nodes: names.map((name) => ({ name })) },
    });
  });

  test('concepts and repositories of a paper', async () => {
    expect(
      await dataOf(
        engine,
        '{ paper(by: { arxivId: "2410.02743" }) { concepts(filter: { paperCount: { min: 2 } }) { nodes { slug } } repositories(filter: { kinds: [MODEL] }) { totalCount } } }',
      ),
    ).toEqual({
      paper: {
        concepts: { nodes: [{ slug: 'credit-assignment' }] },
        repositories: { totalCount: 0 },
      },
    });
  });
});
