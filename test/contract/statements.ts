/** Small hand-made facts: statements with everything filled in that a test does not care about. */
import type { NodeKind, Provenance } from '../../graph/model.ts';
import type {
  EdgeStatement,
  EdgeValues,
  NodeKey,
  NodeStatement,
  NodeValues,
} from '../../graph/row.ts';

export type Fact = NodeStatement | EdgeStatement;

const WORD: Provenance = {
  source: 'SEEDS',
  detail: null,
  observedAt: '2026-01-02T03:04:05Z',
  confidence: 1,
};
/** One id, or several of which the first becomes the key. */
type Ids = string | readonly string[];
type Said = Partial<Provenance>;
const listed = (ids: Ids): readonly string[] => (typeof ids === 'string' ? [ids] : ids);
const first = (ids: Ids): string => listed(ids)[0] ?? '';
const said = (provenance: Said): Provenance => ({ ...WORD, ...provenance });

export const paper = (
  ids: Ids,
  values: NodeValues<'Paper'> = {},
  by: Said = {},
): NodeStatement<'Paper'> => ({
  kind: 'Paper',
  ids: listed(ids),
  values: { title: `Title of ${first(ids)}`, ...values },
  provenance: said(by),
});
export const author = (
  ids: Ids,
  values: Partial<NodeValues<'Author'>> = {},
  by: Said = {},
): NodeStatement<'Author'> => ({
  kind: 'Author',
  ids: listed(ids),
  values: { name: `Name of ${first(ids)}`, identity: 'NAME', ...values },
  provenance: said(by),
});
export const organization = (
  ids: Ids,
  values: Partial<NodeValues<'Organization'>> = {},
  by: Said = {},
): NodeStatement<'Organization'> => ({
  kind: 'Organization',
  ids: listed(ids),
  values: { slug: first(ids), name: `Name of ${first(ids)}`, ...values },
  provenance: said(by),
});
export const repository = (
  ids: Ids,
  values: Partial<NodeValues<'Repository'>> = {},
  by: Said = {},
): NodeStatement<'Repository'> => ({
  kind: 'Repository',
  ids: listed(ids),
  values: {
    url: `https://code.example/${first(ids)}`,
    host: 'code.example',
    owner: 'owner',
    name: first(ids),
    ...values,
  },
  provenance: said(by),
});
export const concept = (
  ids: Ids,
  values: Partial<NodeValues<'Concept'>> = {},
  by: Said = {},
): NodeStatement<'Concept'> => ({
  kind: 'Concept',
  ids: listed(ids),
  values: { slug: first(ids), name: `Name of ${first(ids)}`, ...values },
  provenance: said(by),
});

export const cites = (
  from: string,
  to: string,
  values: EdgeValues<'CITES'> = {},
  by: Said = {},
): EdgeStatement<'CITES'> => ({ kind: 'CITES', from, to, values, provenance: said(by) });
export const authored = (
  from: string,
  to: string,
  values: Partial<EdgeValues<'AUTHORED'>> = {},
  by: Said = {},
): EdgeStatement<'AUTHORED'> => ({
  kind: 'AUTHORED',
  from,
  to,
  values: { position: 0, ...values },
  provenance: said(by),
});
export const about = (
  from: string,
  to: string,
  values: Partial<EdgeValues<'ABOUT'>> = {},
  by: Said = {},
): EdgeStatement<'ABOUT'> => ({
  kind: 'ABOUT',
  from,
  to,
  values: { score: 0.5, method: 'CURATED', ...values },
  provenance: said(by),
});
export const linksTo = (
  from: string,
  to: string,
  values: Partial<EdgeValues<'LINKS_TO'>> = {},
  by: Said = {},
): EdgeStatement<'LINKS_TO'> => ({
  kind: 'LINKS_TO',
  from,
  to,
  values: { foundIn: 'METADATA', ...values },
  provenance: said(by),
});
/** An edge of a kind that has no fields of its own. */
export const edge = (
  kind: 'PRODUCED_BY' | 'AFFILIATED_WITH' | 'OWNS' | 'BROADER',
  from: string,
  to: string,
  by: Said = {},
): EdgeStatement => ({ kind, from, to, values: {}, provenance: said(by) });

/** Text as the key of a node of some kind. */
export const keyOf = <K extends NodeKind>(text: string): NodeKey<K> => text;

export const isEdge = (fact: Fact): fact is EdgeStatement => 'from' in fact;
