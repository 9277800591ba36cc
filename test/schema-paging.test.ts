/** Walking lists: each node once, the same forward and backward, with exact pageInfo. */
import { describe, expect, test } from 'vitest';
import { dataOf, smallGraph } from './schema-graph.ts';

const engine = smallGraph();

interface Part {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly nodes: readonly { readonly id: string }[];
}
const PART =
  'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id } } nodes { id }';

/** A list by its field and what else the field takes, maybe within one node. */
interface Listed {
  readonly within?: string;
  readonly field: string;
  readonly arguments?: string;
}

async function partOf(
  { within, field, arguments: given = '' }: Listed,
  page: Record<string, unknown>,
): Promise<Part> {
  const list = `${field}(${given} first: $first, after: $after, last: $last, before: $before) { ${PART} }`;
  const body = within === undefined ? list : `within: ${within} { ${list} }`;
  const data = (await dataOf(
    engine,
    `query ($first: Int, $after: String, $last: Int, $before: String) { ${body} }`,
    page,
  )) as Record<string, Part> & { within?: Record<string, Part> };
  const part = (data.within ?? data)[field];
  if (part === undefined) throw new Error(`${field} is not in the answer`);
  return part;
}

async function forward(list: Listed, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ;) {
    const { nodes, edges, pageInfo, totalCount } = await partOf(list, { first: size, after });
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
    expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
    expect(pageInfo.hasPreviousPage).toBe(after !== null);
    ids.push(...nodes.map(({ id }) => id));
    expect(pageInfo.hasNextPage).toBe(ids.length < totalCount);
    if (!pageInfo.hasNextPage) return ids;
    after = pageInfo.endCursor;
  }
}

async function backward(list: Listed, size: number): Promise<string[]> {
  const ids: string[] = [];
  for (let before: string | null = null; ;) {
    const { nodes, pageInfo, totalCount } = await partOf(list, { last: size, before });
    expect(pageInfo.hasNextPage).toBe(before !== null);
    ids.unshift(...nodes.map(({ id }) => id));
    expect(pageInfo.hasPreviousPage).toBe(ids.length < totalCount);
    if (!pageInfo.hasPreviousPage) return ids;
    before = pageInfo.startCursor;
  }
}

const orders = (fields: string) =>
  fields
    .split(' ')
    .flatMap((field) =>
      ['ASC', 'DESC'].map((direction) => `orderBy: { field: ${field}, direction: ${direction} },`),
    );
const PAPER_ORDERS = orders(
  'PUBLISHED_AT FEATURED_AT TITLE UPVOTES CITATION_COUNT REFERENCE_COUNT',
);
const MA_RLHF = 'paper(by: { arxivId: "2410.02743" })';
const AEM = 'paper(by: { arxivId: "2605.20613" })';
const BAIDU = 'organization(by: { slug: "baidu" })';
const CREDIT = 'concept(by: { slug: "credit-assignment" })';

const lists: readonly Listed[] = [
  ...PAPER_ORDERS.map((order) => ({ field: 'papers', arguments: order })),
  { field: 'papers', arguments: 'filter: { upvotes: { min: 1 } },' },
  ...['authors', 'organizations', 'concepts'].flatMap((field) =>
    orders('NAME PAPER_COUNT').map((order) => ({ field, arguments: order })),
  ),
  ...orders('NAME PAPER_COUNT STARS').map((order) => ({ field: 'repositories', arguments: order })),
  { within: MA_RLHF, field: 'authors' },
  { within: MA_RLHF, field: 'concepts' },
  { within: AEM, field: 'organizations' },
  { within: AEM, field: 'repositories' },
  ...PAPER_ORDERS.flatMap((order) => [
    { within: AEM, field: 'references', arguments: order },
    { within: MA_RLHF, field: 'citations', arguments: order },
    { within: AEM, field: 'sameOrganizationPapers', arguments: order },
    { within: BAIDU, field: 'papers', arguments: order },
    { within: CREDIT, field: 'papers', arguments: order },
  ]),
  { within: 'author(by: { name: "Yekun Chai" })', field: 'papers' },
  { within: BAIDU, field: 'repositories' },
  { within: 'repository(by: { url: "https://github.com/baidu/ma-rlhf" })', field: 'papers' },
  { within: 'concept(by: { name: "RL" })', field: 'narrower' },
];

describe('a list walked backward is the list walked forward', () => {
  test.each(lists.map((list) => [list]))('%j', async (list) => {
    const whole = (await partOf(list, { first: 100 })).nodes.map(({ id }) => id);
    expect(new Set(whole).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(0);
    for (const size of [1, 2, 100]) {
      expect(await forward(list, size)).toEqual(whole);
      expect(await backward(list, size)).toEqual(whole);
    }
  });
});

describe('a page', () => {
  test('of none tells the count, and that the list goes on', async () => {
    expect(await partOf({ field: 'papers' }, { first: 0 })).toEqual({
      totalCount: 4,
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test('between two cursors holds what lies between them, and the list goes on at both ends', async () => {
    const { edges } = await partOf({ field: 'papers' }, {});
    const [first, second, third] = edges;
    const between = await partOf(
      { field: 'papers' },
      { first: 10, after: first?.cursor, before: third?.cursor },
    );
    expect(between.nodes).toEqual([second?.node]);
    expect(between.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('without a size has twenty', async () => {
    const { nodes, totalCount } = await partOf({ field: 'papers' }, {});
    expect(nodes).toHaveLength(Math.min(20, totalCount));
  });
});
