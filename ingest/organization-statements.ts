/** The organizations that a paper record names, and which of them the paper comes from. */
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { anyPlace } from './provenance.ts';
import type { PaperRecord } from './record.ts';
import type { Statements } from './statements.ts';

type OrganizationEntry = NonNullable<PaperRecord['organizations']>[number];

/** Slugs are the same in any letter case. */
export const organizationKey = ({ slug }: Pick<OrganizationEntry, 'slug'>): string =>
  `hf-org:${slug.toLowerCase()}`;

/** The organizations of the paper and of its authors by key, as the paper's own list spells them first of all. */
function organizationsOf(record: PaperRecord): ReadonlyMap<string, OrganizationEntry> {
  const { authors = [], organizations = [] } = record;
  const ofAuthors = authors.flatMap((author) => author.organizations ?? []);
  return new Map([...ofAuthors, ...organizations].map((entry) => [organizationKey(entry), entry]));
}

export function organizationStatements(record: PaperRecord): Statements {
  const { provenance, organizations = [], ids } = record;
  const [paper = ''] = ids;
  const nodes = [...organizationsOf(record)].map(([key, entry]): NodeStatement<'Organization'> => {
    const slug = entry.slug.toLowerCase();
    const values = { slug, name: entry.name ?? entry.slug, url: entry.url };
    const ids = [key, ...(entry.ids ?? [])];
    return { kind: 'Organization', ids, values, provenance: anyPlace(provenance) };
  });
  const produced = new Set(organizations.map(organizationKey));
  const edges = [...produced].map((to): EdgeStatement<'PRODUCED_BY'> => {
    return { kind: 'PRODUCED_BY', from: paper, to, values: {}, provenance };
  });
  return { nodes, edges, problems: [] };
}
