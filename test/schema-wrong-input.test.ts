/** What the caller got wrong is found before the engine, and told with the argument and what it takes. */
import { describe, expect, test } from 'vitest';
import { ask, id, smallGraph } from './schema-graph.ts';

const engine = smallGraph();
const nested = (depth: number): string =>
  depth === 0 ? '{ text: "x" }' : `{ not: ${nested(depth - 1)} }`;
const many = (value: string, count: number) => Array.from({ length: count }, () => value).join(' ');
const inPapers = (filter: string) => `{ papers(filter: ${filter}) { totalCount } }`;
const foreign = id('Author', 'name:yekun chai');

const cases: readonly (readonly [
  what: string,
  query: string,
  argument: string,
  message: string,
])[] = [
  [
    'first below 0',
    '{ papers(first: -1) { totalCount } }',
    'first',
    'Argument "first" must be from 0 to 100; it is -1.',
  ],
  [
    'first above 100',
    '{ papers(first: 1000) { nodes { id } } }',
    'first',
    'Argument "first" must be from 0 to 100; it is 1000.',
  ],
  [
    'last below 0',
    '{ authors(last: -1) { nodes { id } } }',
    'last',
    'Argument "last" must be from 0 to 100; it is -1.',
  ],
  [
    'first with last',
    '{ papers(first: 1, last: 1) { nodes { id } } }',
    'last',
    'Argument "last" cannot go with first. Give one of them.',
  ],
  [
    'a cursor that is none',
    '{ papers(after: "garbage") { nodes { id } } }',
    'after',
    'Argument "after" is not a cursor of this list: "garbage". Give a cursor of the same field with the same filter and order.',
  ],
  [
    'a cursor that is huge',
    `{ papers(before: "${'A'.repeat(20_000)}") { nodes { id } } }`,
    'before',
    `Argument "before" is not a cursor of this list: "${'A'.repeat(80)}…". Give a cursor of the same field with the same filter and order.`,
  ],
  [
    'an id that is none',
    '{ node(id: "garbage") { id } }',
    'id',
    'Argument "id" is not an id of this graph: "garbage". Give an `id` as a node shows it.',
  ],
  [
    'an id among ids',
    `{ nodes(ids: ["${foreign}", "?"]) { id } }`,
    'ids[1]',
    'Argument "ids[1]" is not an id of this graph: "?". Give an `id` as a node shows it.',
  ],
  [
    'more ids than allowed',
    `{ nodes(ids: [${many(`"${foreign}"`, 501)}]) { id } }`,
    'ids',
    'Argument "ids" has 501 ids; at most 500 are allowed.',
  ],
  [
    'an id of another type as key',
    `{ paper(by: { id: "${foreign}" }) { id } }`,
    'by.id',
    'Argument "by.id" takes the id of a node of type Paper; this is the id of a node of type Author.',
  ],
  [
    'an id that is none as key',
    '{ concept(by: { id: "x" }) { id } }',
    'by.id',
    'Argument "by.id" is not an id of this graph: "x". Give an `id` as a node shows it.',
  ],
  [
    'an arXiv id that is none',
    '{ paper(by: { arxivId: "12" }) { id } }',
    'by.arxivId',
    'Argument "by.arxivId" is not an arXiv id, like 2410.02743 or hep-th/9901001: "12".',
  ],
  [
    'a DOI that is none',
    '{ paper(by: { doi: "10" }) { id } }',
    'by.doi',
    'Argument "by.doi" is not a DOI, like 10.1000/182: "10".',
  ],
  [
    'an address of no repository',
    '{ repository(by: { url: "https://github.com/x" }) { id } }',
    'by.url',
    'Argument "by.url" is not the address of a repository, like https://github.com/owner/name or https://huggingface.co/owner/name: "https://github.com/x".',
  ],
  [
    'an id of another type in a filter',
    inPapers(`{ concepts: { any: ["${foreign}"] } }`),
    'filter.concepts.any[0]',
    'Argument "filter.concepts.any[0]" takes the id of a node of type Concept; this is the id of a node of type Author.',
  ],
  [
    'an id of another type, deep in a filter',
    inPapers(`{ or: [{ text: "x" }, { not: { cites: { none: ["x", "${foreign}"] } } }] }`),
    'filter.or[1].not.cites.none[1]',
    'Argument "filter.or[1].not.cites.none[1]" takes the id of a node of type Paper; this is the id of a node of type Author.',
  ],
  [
    'a NodeMatch of nothing',
    inPapers('{ concepts: {} }'),
    'filter.concepts',
    'Argument "filter.concepts" asks for nothing. Give any, all or none.',
  ],
  [
    'a NodeMatch of nulls',
    inPapers('{ authors: { any: null } }'),
    'filter.authors',
    'Argument "filter.authors" asks for nothing. Give any, all or none.',
  ],
  [
    'a NodeMatch of an empty list',
    inPapers('{ concepts: { none: [] } }'),
    'filter.concepts.none',
    'Argument "filter.concepts.none" is an empty list. Give at least one value, or leave it out.',
  ],
  [
    'a NodeMatch of a blank',
    inPapers('{ organizations: { all: ["baidu", " "] } }'),
    'filter.organizations.all[1]',
    'Argument "filter.organizations.all[1]" is blank. Give an id or a name.',
  ],
  [
    'a LinkMatch of nothing',
    inPapers('{ repositories: {} }'),
    'filter.repositories',
    'Argument "filter.repositories" asks for nothing. Give exists or any.',
  ],
  [
    'more values than a NodeMatch takes',
    inPapers(`{ concepts: { any: [${many('"x"', 101)}] } }`),
    'filter.concepts.any',
    'Argument "filter.concepts.any" has 101 values; at most 100 are allowed.',
  ],
  [
    'a name without end',
    inPapers(`{ authors: { any: ["${'x'.repeat(501)}"] } }`),
    'filter.authors.any[0]',
    'Argument "filter.authors.any[0]" has 501 characters; a name has at most 500.',
  ],
  [
    'a blank name',
    '{ concept(by: { name: " " }) { id } }',
    'by.name',
    'Argument "by.name" is blank. Give an id or a name.',
  ],
  [
    'no source',
    inPapers('{ sources: [] }'),
    'filter.sources',
    'Argument "filter.sources" is an empty list. Give at least one value, or leave it out.',
  ],
  [
    'or of nothing',
    inPapers('{ or: [] }'),
    'filter.or',
    'Argument "filter.or" is an empty list. Give at least one value, or leave it out.',
  ],
  [
    'a date range turned round',
    inPapers('{ publishedAt: { from: "2026-01-02", before: "2026-01-01" } }'),
    'filter.publishedAt',
    'Argument "filter.publishedAt" holds no day: from is 2026-01-02, before 2026-01-01. from must be an earlier day than before.',
  ],
  [
    'a date range of no day',
    inPapers('{ featuredAt: { from: "2026-01-01", before: "2026-01-01" } }'),
    'filter.featuredAt',
    'Argument "filter.featuredAt" holds no day: from is 2026-01-01, before 2026-01-01. from must be an earlier day than before.',
  ],
  [
    'a date range of nothing',
    inPapers('{ featuredAt: {} }'),
    'filter.featuredAt',
    'Argument "filter.featuredAt" is an empty range. Give from, before or both.',
  ],
  [
    'a range turned round',
    inPapers('{ upvotes: { min: 2, max: 1 } }'),
    'filter.upvotes',
    'Argument "filter.upvotes" is turned round: min is 2, max 1. min is at most max.',
  ],
  [
    'a range of nothing',
    inPapers('{ upvotes: {} }'),
    'filter.upvotes',
    'Argument "filter.upvotes" is an empty range. Give min, max or both.',
  ],
  [
    'a range of matching papers turned round',
    '{ authors(filter: { papers: { text: "x" }, paperCount: { min: 2, max: 1 } }) { totalCount } }',
    'filter.paperCount',
    'Argument "filter.paperCount" is turned round: min is 2, max 1. min is at most max.',
  ],
  [
    'a text without a word',
    inPapers('{ text: "-- \\"!\\"" }'),
    'filter.text',
    'Argument "filter.text" has no word to look for: "-- \\"!\\"". Give letters or digits.',
  ],
  [
    'a text of too many words',
    inPapers(`{ text: "${many('x', 51)}" }`),
    'filter.text',
    'Argument "filter.text" has 51 words and phrases; at most 50 are allowed.',
  ],
  [
    'a filter too deep',
    inPapers(nested(10)),
    'filter.not.not.not.not.not.not.not.not.not.not',
    'Argument "filter.not.not.not.not.not.not.not.not.not.not" lies too deep: filters nest at most 10 deep.',
  ],
  [
    'a filter too long',
    inPapers(`{ or: [${many('{ text: "x" }', 200)}] }`),
    'filter.or[199].text',
    'Argument "filter.or[199].text" is one condition too many: a filter has at most 200.',
  ],
  [
    'a filter of too many names',
    inPapers(`{ or: [${many(`{ concepts: { any: [${many('"x"', 100)}] } }`, 6)}] }`),
    'filter.or[5].concepts.any[0]',
    'Argument "filter.or[5].concepts.any[0]" is one name too many: a filter has at most 500.',
  ],
  [
    'a score beyond 1',
    '{ concept(by: { slug: "credit-assignment" }) { papers(edgeFilter: { minScore: 2 }) { totalCount } } }',
    'edgeFilter.minScore',
    'Argument "edgeFilter.minScore" must be from 0 to 1; it is 2.',
  ],
  [
    'RELEVANCE without text',
    '{ papers(orderBy: { field: RELEVANCE }) { nodes { id } } }',
    'orderBy.field',
    'Argument "orderBy.field" cannot be RELEVANCE without a text that every node has: give filter.text, outside or and not.',
  ],
  [
    'RELEVANCE with a text that not all have',
    '{ papers(orderBy: { field: RELEVANCE }, filter: { or: [{ text: "x" }, { text: "y" }] }) { nodes { id } } }',
    'orderBy.field',
    'Argument "orderBy.field" cannot be RELEVANCE without a text that every node has: give filter.text, outside or and not.',
  ],
  [
    'RELEVANCE backward',
    '{ papers(orderBy: { field: RELEVANCE }, filter: { text: "x" }, last: 2) { nodes { id } } }',
    'last',
    'Argument "last" cannot go with an order by RELEVANCE, which goes forward only: use first and after.',
  ],
  [
    'RELEVANCE worst first',
    '{ papers(orderBy: { field: RELEVANCE, direction: ASC }, filter: { text: "x" }) { nodes { id } } }',
    'orderBy.direction',
    'Argument "orderBy.direction" must be DESC with RELEVANCE, which lists the best match first.',
  ],
];

describe('BAD_USER_INPUT names the argument and what it takes:', () => {
  test.each(cases)('%s', async (_what, query, argument, message) => {
    const { errors, asks } = await ask(engine, query);
    expect(errors.map((error) => [error.message, error.extensions])).toEqual([
      [message, { code: 'BAD_USER_INPUT', argument }],
    ]);
    expect(asks.length).toBeLessThanOrEqual(1);
  });
});

describe('a cursor of another list is refused:', () => {
  test.each([
    ['in another order', 'papers(after: $cursor, orderBy: { field: TITLE })'],
    ['with another filter', 'papers(after: $cursor, filter: { text: "x" })'],
    ['of another kind', 'authors(after: $cursor)'],
  ])('%s', async (_what, list) => {
    const { data } = await ask(engine, '{ papers(first: 1) { pageInfo { endCursor } } }');
    const { endCursor } = (data as { papers: { pageInfo: { endCursor: string } } }).papers.pageInfo;
    const query = `query ($cursor: String) { ${list} { nodes { id } } }`;
    const { errors } = await ask(engine, query, { cursor: endCursor });
    expect(errors.map(({ extensions }) => extensions)).toEqual([
      { code: 'BAD_USER_INPUT', argument: 'after' },
    ]);
  });
});

describe('of keys exactly one is given:', () => {
  const query = 'query ($by: PaperKey!) { paper(by: $by) { id } }';
  test.each([
    ['none', {}],
    ['two', { arxivId: '2410.02743', doi: '10.1000/182' }],
    ['null', { arxivId: null }],
  ])('%s is BAD_USER_INPUT', async (_what, by) => {
    const { errors } = await ask(engine, query, { by });
    expect(errors).toHaveLength(1);
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toContain('$by');
  });

  test('a variable that is null where one field takes it is BAD_USER_INPUT', async () => {
    const { errors } = await ask(
      engine,
      'query ($doi: String!) { paper(by: { doi: $doi }) { id } }',
      {},
    );
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
  });
});

test('a name that several authors share is AMBIGUOUS, with the ids of all of them', async () => {
  const { data, errors } = await ask(engine, '{ author(by: { name: "wei wang" }) { id } }');
  expect(data).toEqual({ author: null });
  expect(errors.map(({ message, extensions }) => [message, extensions])).toEqual([
    [
      'Argument "by.name" names more than one node: "wei wang". Ask for one of extensions.candidates by its id.',
      {
        code: 'AMBIGUOUS',
        argument: 'by.name',
        candidates: [id('Author', 'name:wei wang'), id('Author', 'orcid:0000-0002-1825-0097')],
      },
    ],
  ]);
});
