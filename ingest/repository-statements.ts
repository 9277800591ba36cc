/** The repositories that a paper record links to. */
import { parseRepositoryAddress } from '../graph/repository-address.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { anyPlace } from './provenance.ts';
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
    nodes.push({
      kind: 'Repository',
      ids: [key],
      values: { ...values, stars },
      provenance: anyPlace(provenance),
    });
    const link = { foundIn, isOfficial };
    edges.push({ kind: 'LINKS_TO', from: paper, to: key, values: link, provenance });
  }
  return { nodes, edges, problems };
}
