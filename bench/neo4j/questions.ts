/** What both are asked: the same question in each one's own words, for the same nodes. */
import { conceptKey, organizationKey, paperKey } from '../generated-graph.ts';
import { writeGlobalId } from '../../schema/global-id.ts';

type Variables = Readonly<Record<string, unknown>>;
export interface Asked {
  readonly query: string;
  /** One for each request, in turn. */
  readonly variables: readonly Variables[];
}
export interface Compared {
  readonly name: string;
  /** One of the eight, or beside them. */
  readonly isOfTheEight: boolean;
  readonly ours: Asked;
  readonly theirs: Asked;
  /** Texts in an answer that must be the same on both sides, in the same order; 'how many': only how many. */
  readonly same: 'all' | 'how many';
}

/** So many different values of the variables, so that no answer is kept anywhere. */
const VARIETY = 40;
const several = <Value>(of: (index: number) => Value): readonly Value[] =>
  Array.from({ length: VARIETY }, (_, index) => of(index));

const day = (year: number, index: number) =>
  `${year}-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
/** Papers with 50 to 150 citations: the earlier a paper, the more have cited it. */
const citedPaper = (index: number) => paperKey(400 + index * 17);
/** A concept with a few hundred papers. */
const concept = (index: number) => conceptKey(100 + index * 11);
const HUB_CONCEPT = conceptKey(0);
const HUB_PAPER = paperKey(0);

/** Equal days are told apart by key, as ours are: else two servers that are both right differ. */
const NEWEST = '[{ node: { publishedAt: DESC } }, { node: { key: DESC } }]';
const MOST_CITED = '[{ node: { citationCount: DESC } }, { node: { key: DESC } }]';

const citationsIn = (key: string) => writeGlobalId({ kind: 'Paper', key });

const ofConcept = (
  keys: (index: number) => string,
): Pick<Compared, 'ours' | 'theirs' | 'same'> => ({
  ours: {
    query: `query ($id: ID!) { concept(by: { id: $id }) { papers(first: 20, orderBy: { field: CITATION_COUNT }) {
      edges { node { title citationCount } } pageInfo { hasNextPage } } } }`,
    variables: several((index) => ({ id: writeGlobalId({ kind: 'Concept', key: keys(index) }) })),
  },
  theirs: {
    query: `query ($key: ID!) { concepts(where: { key: { eq: $key } }) { papersConnection(first: 20, sort: ${MOST_CITED}) {
      edges { node { title citationCount } } pageInfo { hasNextPage } } } }`,
    variables: several((index) => ({ key: keys(index) })),
  },
  same: 'all',
});

const citationsOf = (
  keys: (index: number) => string,
): Pick<Compared, 'ours' | 'theirs' | 'same'> => ({
  ours: {
    query: `query ($id: ID!) { paper(by: { id: $id }) { title citations(first: 20) {
      edges { node { title publishedAt } } pageInfo { hasNextPage } } } }`,
    variables: several((index) => ({ id: citationsIn(keys(index)) })),
  },
  theirs: {
    query: `query ($key: ID!) { papers(where: { key: { eq: $key } }) { title citationsConnection(first: 20, sort: ${NEWEST}) {
      edges { node { title publishedAt } } pageInfo { hasNextPage } } } }`,
    variables: several((index) => ({ key: keys(index) })),
  },
  same: 'all',
});

/** cursorAt: where a page starts that has so many of the hub concept's papers before it. */
export function questions(
  cursorAt: readonly { readonly offset: number; readonly cursor: string }[],
): readonly Compared[] {
  const hub = { id: writeGlobalId({ kind: 'Concept', key: HUB_CONCEPT }) };
  const deep = (index: number) => cursorAt[index % cursorAt.length] ?? { offset: 0, cursor: '' };
  const words = [
    'world sparse',
    'long context',
    'tool reference',
    'proof code',
    'sparse attention',
  ];
  const pair = (index: number) => words[index % words.length] ?? '';
  return [
    {
      name: 'a page with five connections each',
      isOfTheEight: true,
      ours: {
        query: `query ($before: Date!) { papers(filter: { publishedAt: { before: $before } }, first: 20) { edges { node { title
          authors(first: 5) { edges { position node { name } } }
          organizations(first: 5) { edges { node { name } } }
          concepts(first: 5) { edges { score node { name } } }
          references(first: 5) { edges { node { title } } }
          citations(first: 5) { edges { node { title } } } } } } }`,
        variables: several((index) => ({ before: day(2011 + (index % 14), index) })),
      },
      theirs: {
        query: `query ($before: String!) { papers(where: { publishedAt: { lt: $before } }, limit: 20, sort: [{ publishedAt: DESC }, { key: DESC }]) { title
          authorsConnection(first: 5, sort: [{ edge: { position: ASC } }]) { edges { properties { position } node { name } } }
          organizationsConnection(first: 5, sort: [{ node: { paperCount: DESC } }, { node: { key: DESC } }]) { edges { node { name } } }
          conceptsConnection(first: 5, sort: [{ edge: { score: DESC } }]) { edges { properties { score } node { name } } }
          referencesConnection(first: 5, sort: ${NEWEST}) { edges { node { title } } }
          citationsConnection(first: 5, sort: ${NEWEST}) { edges { node { title } } } } }`,
        variables: several((index) => ({ before: day(2011 + (index % 14), index) })),
      },
      same: 'all',
    },
    { name: 'a paper with its citations in order', isOfTheEight: true, ...citationsOf(citedPaper) },
    {
      name: 'the same of a paper with 20,000 citations',
      isOfTheEight: false,
      ...citationsOf(() => HUB_PAPER),
    },
    {
      name: 'concept → papers → organizations → papers',
      isOfTheEight: true,
      ours: {
        query: `query ($id: ID!) { concept(by: { id: $id }) { papers(first: 10) { edges { node { title
          organizations(first: 5) { edges { node { name papers(first: 5) { edges { node { title } } } } } } } } } } }`,
        variables: several((index) => ({
          id: writeGlobalId({ kind: 'Concept', key: concept(index) }),
        })),
      },
      theirs: {
        query: `query ($key: ID!) { concepts(where: { key: { eq: $key } }) { papersConnection(first: 10, sort: ${NEWEST}) { edges { node { title
          organizationsConnection(first: 5, sort: [{ node: { paperCount: DESC } }, { node: { key: DESC } }]) { edges { node { name papersConnection(first: 5, sort: ${NEWEST}) { edges { node { title } } } } } } } } } } }`,
        variables: several((index) => ({ key: concept(index) })),
      },
      same: 'all',
    },
    {
      name: 'concept and organization with totalCount',
      isOfTheEight: true,
      ours: {
        query: `query ($concept: String!, $organization: String!) { papers(filter: { concepts: { any: [$concept] }, organizations: { any: [$organization] } }, first: 20) {
          totalCount edges { node { title } } } }`,
        variables: several((index) => ({
          concept: HUB_CONCEPT,
          organization: `organization-${index % 10}`,
        })),
      },
      theirs: {
        query: `query ($concept: ID!, $organization: ID!) { papersConnection(where: { concepts: { some: { key: { eq: $concept } } }, organizations: { some: { key: { eq: $organization } } } }, first: 20, sort: [{ publishedAt: DESC }, { key: DESC }]) {
          totalCount edges { node { title } } } }`,
        variables: several((index) => ({
          concept: HUB_CONCEPT,
          organization: organizationKey(index % 10),
        })),
      },
      same: 'all',
    },
    {
      name: 'the same, theirs rewritten to start from the organization',
      isOfTheEight: false,
      ours: {
        query: `query ($concept: String!, $organization: String!) { papers(filter: { concepts: { any: [$concept] }, organizations: { any: [$organization] } }, first: 20) {
          totalCount edges { node { title } } } }`,
        variables: several((index) => ({
          concept: HUB_CONCEPT,
          organization: `organization-${index % 10}`,
        })),
      },
      theirs: {
        query: `query ($concept: ID!, $organization: ID!) { organizations(where: { key: { eq: $organization } }) { papersConnection(where: { node: { concepts: { some: { key: { eq: $concept } } } } }, first: 20, sort: ${NEWEST}) {
          totalCount edges { node { title } } } } }`,
        variables: several((index) => ({
          concept: HUB_CONCEPT,
          organization: organizationKey(index % 10),
        })),
      },
      same: 'all',
    },
    {
      name: 'a page far down a hub',
      isOfTheEight: true,
      ours: {
        query: `query ($id: ID!, $after: String!) { concept(by: { id: $id }) { papers(first: 20, after: $after) {
          edges { cursor node { title } } pageInfo { hasNextPage } } } }`,
        variables: several((index) => ({ ...hub, after: deep(index).cursor })),
      },
      theirs: {
        query: `query ($key: ID!, $after: String!) { concepts(where: { key: { eq: $key } }) { papersConnection(first: 20, after: $after, sort: ${NEWEST}) {
          edges { cursor node { title } } pageInfo { hasNextPage } } } }`,
        variables: several((index) => ({
          key: HUB_CONCEPT,
          after: Buffer.from(`arrayconnection:${deep(index).offset - 1}`).toString('base64'),
        })),
      },
      same: 'all',
    },
    {
      name: 'full text, best first',
      isOfTheEight: true,
      ours: {
        query: `query ($text: String!) { papers(filter: { text: $text }, orderBy: { field: RELEVANCE }, first: 20) { edges { node { title } } pageInfo { hasNextPage } } }`,
        variables: several((index) => ({ text: pair(index) })),
      },
      theirs: {
        query: `query ($phrase: String!) { searchPapers(phrase: $phrase, first: 20, sort: [{ score: DESC }]) { edges { node { title } } pageInfo { hasNextPage } } }`,
        variables: several((index) => ({ phrase: pair(index).split(' ').join(' AND ') })),
      },
      // Many titles score alike, and which of them come first is the index's own matter.
      same: 'how many',
    },
    {
      name: 'authors who cite a paper, with their papers',
      isOfTheEight: true,
      ours: {
        query: `query ($paper: String!) { authors(filter: { papers: { cites: { any: [$paper] } } }, first: 20) { edges { node { name papers(first: 5) { edges { node { title } } } } } } }`,
        variables: several((index) => ({ paper: citationsIn(citedPaper(index)) })),
      },
      theirs: {
        query: `query ($paper: ID!) { authorsConnection(where: { papers: { some: { references: { some: { key: { eq: $paper } } } } } }, first: 20, sort: [{ paperCount: DESC }, { key: DESC }]) { edges { node { name papersConnection(first: 5, sort: ${NEWEST}) { edges { node { title } } } } } } }`,
        variables: several((index) => ({ paper: citedPaper(index) })),
      },
      same: 'all',
    },
    {
      name: 'top cited in a concept',
      isOfTheEight: true,
      ...ofConcept(concept),
    },
    {
      name: 'the same in a concept with 12,000 papers',
      isOfTheEight: false,
      ...ofConcept(() => HUB_CONCEPT),
    },
  ];
}
