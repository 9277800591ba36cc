/** From a record to the nodes and edges it states. */
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { authorStatements } from './author-statements.ts';
import { type ConceptFinder, conceptEdges } from './concept-edges.ts';
import { organizationStatements } from './organization-statements.ts';
import type { CitationRecord, ConceptRecord, PaperRecord, SourceRecord } from './record.ts';
import { repositoryStatements } from './repository-statements.ts';

/** problems: what the record says that is no node or edge, in words. */
export interface Statements {
  readonly nodes: readonly NodeStatement[];
  readonly edges: readonly EdgeStatement[];
  readonly problems: readonly string[];
}

/** All that one record says. A paper record must have its ids by now, see identity.ts. */
export function statementsOf(record: SourceRecord, concepts: ConceptFinder): Statements {
  switch (record.kind) {
    case 'paper':
      return join([
        { nodes: [paperNode(record)], edges: conceptEdges(record, concepts), problems: [] },
        organizationStatements(record),
        authorStatements(record),
        repositoryStatements(record),
      ]);
    case 'citation':
      return { nodes: [], edges: [citation(record)], problems: [] };
    case 'concept':
      return conceptStatements(record);
  }
}

const join = (parts: readonly Statements[]): Statements => ({
  nodes: parts.flatMap(({ nodes }) => nodes),
  edges: parts.flatMap(({ edges }) => edges),
  problems: parts.flatMap(({ problems }) => problems),
});

function paperNode({ ids, provenance, ...record }: PaperRecord): NodeStatement<'Paper'> {
  const { title, abstract, summary, publishedAt, featuredAt, upvotes, commentCount } = record;
  const { reportedCitationCount, projectPage, referenceCoverage } = record;
  const texts = { title, abstract, summary };
  const days = { publishedAt, featuredAt };
  const counts = { upvotes, commentCount, reportedCitationCount };
  const values = { ...texts, ...days, ...counts, projectPage, referenceCoverage };
  return { kind: 'Paper', ids, values, provenance };
}

function citation(record: CitationRecord): EdgeStatement<'CITES'> {
  const { from, to, contexts, intents, isInfluential, provenance } = record;
  return { kind: 'CITES', from, to, values: { contexts, intents, isInfluential }, provenance };
}

function conceptStatements(record: ConceptRecord): Statements {
  const { slug, name, aliases, description, provenance } = record;
  const values = { slug, name, aliases, description };
  const narrows = (broader: string): EdgeStatement<'BROADER'> => {
    return { kind: 'BROADER', from: slug, to: broader, values: {}, provenance };
  };
  const node: NodeStatement<'Concept'> = { kind: 'Concept', ids: [slug], values, provenance };
  return { nodes: [node], edges: record.broader.map(narrows), problems: [] };
}
