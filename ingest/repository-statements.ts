/** The repositories that a paper record links to, and which of its organizations own them. */
import { parseRepositoryAddress, type RepositoryAddress } from '../graph/repository-address.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { organizationKey, organizationsOf } from './organization-statements.ts';
import type { PaperRecord } from './record.ts';
import type { Statements } from './statements.ts';

export function repositoryStatements(record: PaperRecord): Statements {
  const { provenance, repositories = [] } = record;
  const [paper = ''] = record.ids;
  const nodes: NodeStatement[] = [];
  const edges: EdgeStatement[] = [];
  const problems: string[] = [];
  for (const { url, foundIn, isOfficial, stars } of repositories) {
    const address = parseRepositoryAddress(url);
    if (address === undefined) {
      problems.push(`"${url}" is no address of a repository.`);
      continue;
    }
    const { key, ...values } = address;
    nodes.push({ kind: 'Repository', ids: [key], values: { ...values, stars }, provenance });
    const link = { foundIn, isOfficial };
    edges.push({ kind: 'LINKS_TO', from: paper, to: key, values: link, provenance });
    const owner = ownerOf(address, record);
    if (owner !== undefined) {
      edges.push({ kind: 'OWNS', from: owner, to: key, values: {}, provenance });
    }
  }
  return { nodes, edges, problems };
}

/**
 * The organization of the record that surely owns the repository: on Hugging Face the owner in an address is the
 * organization's slug. On other hosts the same word may be somebody else's account.
 */
function ownerOf({ host, owner }: RepositoryAddress, record: PaperRecord): string | undefined {
  const key = organizationKey({ slug: owner });
  return host === 'huggingface.co' && organizationsOf(record).has(key) ? key : undefined;
}
