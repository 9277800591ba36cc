/** The authors of a paper record, their places in its list, and the organizations it names for each of them. */
import { idOf } from '../graph/external-id.ts';
import { sortKey } from '../graph/fold.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { organizationKey } from './organization-statements.ts';
import type { PaperRecord } from './record.ts';
import { anyPlace } from './provenance.ts';
import type { Statements } from './statements.ts';

type AuthorEntry = NonNullable<PaperRecord['authors']>[number];

export function authorStatements(record: PaperRecord): Statements {
  const { provenance, authors = [] } = record;
  const [paper = ''] = record.ids;
  const nodes: NodeStatement[] = [];
  const edges: EdgeStatement[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const [position, author] of authors.entries()) {
    const ids = authorIds(author);
    const [from] = ids;
    if (from === undefined) {
      problems.push(`"${author.name}" at place ${position + 1} of the authors is no name.`);
      continue;
    }
    // One name twice on one paper would be two edges between the same ends: the first place holds.
    if (seen.has(from)) continue;
    seen.add(from);
    const identity = identityOf(ids);
    nodes.push({
      kind: 'Author',
      ids,
      values: { name: author.name, identity },
      provenance: anyPlace(provenance),
    });
    const organizations = [...new Set((author.organizations ?? []).map(organizationKey))];
    const values = { position, organizations };
    edges.push({ kind: 'AUTHORED', from, to: paper, values, provenance });
    // Only what the paper names for this very author: not every author is at every organization of a paper.
    for (const to of organizations) {
      edges.push({ kind: 'AFFILIATED_WITH', from, to, values: {}, provenance });
    }
  }
  return { nodes, edges, problems };
}

/** Without an id of a source, the folded name tells the author apart. None: there is nothing to fold. */
function authorIds({ ids = [], name }: AuthorEntry): readonly string[] {
  if (ids.length > 0) return ids;
  const folded = sortKey(name);
  return folded === '' ? [] : [`name:${folded}`];
}

/** An ORCID is the person's own; the other two are worked out by services. */
const SCHEMES = ['ORCID', 'SEMANTIC_SCHOLAR', 'OPENALEX'] as const;
const identityOf = (ids: readonly string[]) =>
  SCHEMES.find((scheme) => idOf(ids, scheme) !== null) ?? 'NAME';
