import { describe, expect, test } from 'vitest';
import { citation, concept, paper, provenance } from '../test/records.ts';
import type { ConceptFinder } from './concept-edges.ts';
import type { SourceRecord } from './record.ts';
import { statementsOf } from './statements.ts';

const noConcepts: ConceptFinder = {
  ofKeyword: () => undefined,
  ofHeading: () => undefined,
  mentions: () => [],
};
const stated = (record: SourceRecord) => statementsOf(record, noConcepts);
const edges = (record: SourceRecord, kind: string) =>
  stated(record).edges.flatMap((edge) =>
    edge.kind === kind ? [[edge.from, edge.to, edge.values]] : [],
  );

test('a paper states a node with all its ids, and what its source does not say stays unsaid', () => {
  const record = paper('arxiv:2410.02743', { ids: ['arxiv:2410.02743', 'doi:10.1/x'], upvotes: 3 });
  const { nodes } = stated(record);
  expect(nodes).toEqual([
    {
      ...{ kind: 'Paper', ids: ['arxiv:2410.02743', 'doi:10.1/x'], provenance },
      values: { title: 'The paper arxiv:2410.02743', upvotes: 3 },
    },
  ]);
});

describe('authors', () => {
  test('without ids are told apart by their names, whatever the Unicode form and white space', () => {
    const authors = [{ name: 'José  Núñez' }];
    expect(stated(paper('arxiv:1', { authors })).nodes[1]).toMatchObject({
      ids: ['name:jose nunez'],
      values: { name: 'José  Núñez', identity: 'NAME' },
    });
  });
  test('with ids are told apart by these alone, and the most telling one is named', () => {
    const authors = [{ name: 'A', ids: ['s2:1', 'orcid:0000-0001-2345-6789'] }];
    expect(stated(paper('arxiv:1', { authors })).nodes[1]).toMatchObject({
      ids: ['s2:1', 'orcid:0000-0001-2345-6789'],
      values: { identity: 'ORCID' },
    });
  });
  test('keep their places in the list, the first one where a name stands twice', () => {
    const authors = [{ name: 'B' }, { name: 'A' }, { name: 'b' }, { name: 'C' }];
    expect(edges(paper('arxiv:1', { authors }), 'AUTHORED')).toEqual([
      ['name:b', 'arxiv:1', { position: 0, organizations: [] }],
      ['name:a', 'arxiv:1', { position: 1, organizations: [] }],
      ['name:c', 'arxiv:1', { position: 3, organizations: [] }],
    ]);
  });
  test('without a letter in the name are a problem that is told, with the place', () => {
    const { problems } = stated(paper('arxiv:1', { authors: [{ name: 'A' }, { name: '\u0301' }] }));
    expect(problems).toEqual(['"\u0301" at place 2 of the authors is no name.']);
  });
  test('are affiliated with the organizations named for them, not with all of the paper', () => {
    const authors = [{ name: 'A', organizations: [{ slug: 'Baidu' }] }, { name: 'B' }];
    const record = paper('arxiv:1', { authors, organizations: [{ slug: 'nvidia' }] });
    expect(edges(record, 'AFFILIATED_WITH')).toEqual([['name:a', 'hf-org:baidu', {}]]);
    expect(edges(record, 'AUTHORED')[0]).toEqual([
      ...['name:a', 'arxiv:1'],
      { position: 0, organizations: ['hf-org:baidu'] },
    ]);
  });
});

describe('organizations', () => {
  test('are one in any letter case of the slug', () => {
    const record = paper('arxiv:1', {
      organizations: [
        { slug: 'Baidu', name: 'BAIDU' },
        { slug: 'baidu', name: 'BAIDU' },
      ],
    });
    expect(stated(record).nodes.slice(1)).toMatchObject([
      { kind: 'Organization', ids: ['hf-org:baidu'], values: { slug: 'baidu', name: 'BAIDU' } },
    ]);
    expect(edges(record, 'PRODUCED_BY')).toEqual([['arxiv:1', 'hf-org:baidu', {}]]);
  });
  test('without a name are called by the slug as it was spelled', () => {
    const record = paper('arxiv:1', { organizations: [{ slug: 'ByteDance-Seed' }] });
    expect(stated(record).nodes[1]).toMatchObject({ values: { name: 'ByteDance-Seed' } });
  });
});

describe('repositories', () => {
  const link = (url: string) => paper('arxiv:1', { repositories: [{ url, foundIn: 'ABSTRACT' }] });

  test('are one in any letter case, without .git and the full stop of a sentence', () => {
    expect(edges(link('https://github.com/Owner/Name.git.'), 'LINKS_TO')).toEqual([
      ['arxiv:1', 'github.com/owner/name', { foundIn: 'ABSTRACT' }],
    ]);
  });
  test('whose address names none are a problem that is told', () => {
    expect(stated(link('https://example.org/project')).problems).toEqual([
      '"https://example.org/project" is no address of a repository.',
    ]);
  });
});

test('a citation states one edge between what its ends are called', () => {
  expect(edges(citation('arxiv:1', 'doi:10.1/x'), 'CITES')).toEqual([
    ['arxiv:1', 'doi:10.1/x', {}],
  ]);
});

test('a concept states its node and an edge to each concept it narrows', () => {
  const record = concept('grpo', ['policy-gradient']);
  expect(stated(record).nodes).toMatchObject([{ kind: 'Concept', ids: ['grpo'] }]);
  expect(edges(record, 'BROADER')).toEqual([['grpo', 'policy-gradient', {}]]);
});
