/**
 * Facts for random questions, the same for the same seed: some 1,500 papers with hubs, ties, unknown values, accents,
 * letters beyond the first plane of Unicode, and nodes and edges that several sources speak of.
 */
import {
  CITATION_INTENTS,
  CONCEPT_METHODS,
  COVERAGES,
  LINK_PLACES,
  type Provenance,
  REPOSITORY_KINDS,
  SOURCES,
} from '../../graph/model.ts';
import { createDice, type Dice } from './dice.ts';
import {
  about,
  author,
  authored,
  cites,
  concept,
  edge,
  type Fact,
  linksTo,
  organization,
  paper,
  repository,
} from './statements.ts';

const COUNTS = { paper: 1_500, author: 350, organization: 40, repository: 150, concept: 80 };

// prettier-ignore
const WORDS = [
  'credit', 'assignment', 'reward', 'model', 'policy', 'Über', 'naïve', 'café', '3D', '大语言模型', 'learning',
  'agents', 'of', 'the', 'long-horizon',
] as const;
/** In UTF-16, U+FFFD comes after an emoji; by code point it comes before. */
const LAST_LETTERS = ['', '', 'é', 'z', '\u{FFFD}', '😀'] as const;

const ids = {
  paper: (index: number) => `arxiv:${2000 + (index % 100)}.${10_000 + index}`,
  /** Every fifth paper has a second id. */
  doi: (index: number) => (index % 5 === 0 ? [`doi:10.1/${index}`] : []),
  author: (index: number) => `name:author ${index}${LAST_LETTERS[index % 6] ?? ''}`,
  organization: (index: number) => `hf-org:lab-${index}`,
  repository: (index: number) => `code.example/owner/${index}`,
  concept: (index: number) => `concept-${index}`,
};

export function generateFacts(seed: number): readonly Fact[] {
  const dice = createDice(seed);
  return [...generateNodes(dice), ...generateEdges(dice)];
}

const text = ({ below, pick }: Dice, mostWords: number) =>
  Array.from({ length: 1 + below(mostWords) }, () => pick(WORDS)).join(' ') + pick(LAST_LETTERS);
const day = ({ below }: Dice) => `20${20 + below(6)}-0${1 + below(9)}-1${below(10)}`;

const provenance = ({ below, maybe, pick }: Dice): Provenance => ({
  source: pick(SOURCES),
  detail: maybe(`list ${below(3)}`),
  observedAt: `2026-0${1 + below(6)}-01T00:00:00Z`,
  confidence: pick([0.3, 0.5, 0.9, 1]),
});

const each = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function generateNodes(dice: Dice): Fact[] {
  const { below, skewed, maybe, pick, several } = dice;
  const aPaper = (by: readonly string[]) =>
    paper(
      by,
      {
        title: text(dice, 4),
        publishedAt: maybe(day(dice)),
        featuredAt: maybe(day(dice)),
        upvotes: maybe(skewed(60)),
        commentCount: maybe(below(4)),
        referenceCoverage: pick(COVERAGES),
        summary: maybe(text(dice, 6)),
      },
      provenance(dice),
    );
  return [
    ...each(COUNTS.paper, (index) => aPaper([ids.paper(index), ...ids.doi(index)])),
    ...each(COUNTS.paper / 4, (index) => aPaper([...ids.doi(index), ids.paper(index)].slice(0, 1))),
    ...each(COUNTS.author, (index) =>
      author(ids.author(index), { name: text(dice, 2) }, provenance(dice)),
    ),
    ...each(COUNTS.organization, (index) =>
      organization(
        ids.organization(index),
        { slug: `Lab-${index}`, name: text(dice, 1) },
        provenance(dice),
      ),
    ),
    ...each(COUNTS.repository, (index) =>
      repository(
        ids.repository(index),
        {
          name: `r${below(50)}`,
          stars: maybe(skewed(40)),
          repositoryKind: pick(REPOSITORY_KINDS),
        },
        provenance(dice),
      ),
    ),
    ...each(COUNTS.concept, (index) =>
      concept(
        ids.concept(index),
        { name: text(dice, 2), aliases: several(3, () => text(dice, 2)) },
        provenance(dice),
      ),
    ),
  ];
}

function generateEdges(dice: Dice): Fact[] {
  const { skewed } = dice;
  return [
    ...each(COUNTS.paper, (index) => edgesOfPaper(dice, index)).flat(),
    ...each(COUNTS.author, (index) => {
      const organizationId = ids.organization(skewed(COUNTS.organization));
      return edge('AFFILIATED_WITH', ids.author(index), organizationId, provenance(dice));
    }),
    ...each(COUNTS.repository, (index) => {
      const owner = ids.organization(skewed(COUNTS.organization));
      return edge('OWNS', owner, ids.repository(index), provenance(dice));
    }),
    ...each(COUNTS.concept, (index) => {
      const broader = ids.concept(skewed(index));
      return edge('BROADER', ids.concept(index), broader, provenance(dice));
    }),
  ];
}

function edgesOfPaper(dice: Dice, index: number): Fact[] {
  const { below, skewed, chance, maybe, pick, several } = dice;
  const id = ids.paper(index);
  return [
    ...several(8, (position) =>
      authored(ids.author(skewed(COUNTS.author)), id, { position }, provenance(dice)),
    ),
    ...several(2, () =>
      edge('PRODUCED_BY', id, ids.organization(skewed(COUNTS.organization)), provenance(dice)),
    ),
    ...several(20, () => {
      // Some name the cited paper by its other id, some name a paper that is not there, or the paper itself.
      const cited = skewed(COUNTS.paper + 2);
      const names = [ids.paper(cited), ...ids.doi(cited)];
      const values = {
        isInfluential: pick([true, false, null]),
        intents: CITATION_INTENTS.filter(() => chance(0.4)),
        contexts: several(2, () => text(dice, 3)),
      };
      return cites(id, names.at(-below(2)) ?? id, values, provenance(dice));
    }),
    ...several(2, () => {
      const values = { isOfficial: pick([true, false, null]), foundIn: pick(LINK_PLACES) };
      return linksTo(id, ids.repository(skewed(COUNTS.repository)), values, provenance(dice));
    }),
    ...several(9, () => {
      const values = {
        score: below(11) / 10,
        method: pick(CONCEPT_METHODS),
        evidence: maybe(text(dice, 2)),
      };
      return about(id, ids.concept(skewed(COUNTS.concept)), values, provenance(dice));
    }),
  ];
}
