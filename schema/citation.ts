/** Which papers cite which. */
import { into, out } from '../graph/algebra.ts';
import type { CITATION_INTENTS } from '../graph/model.ts';
import { builder } from './builder.ts';
import { connectionType, linkOf } from './connection.ts';
import { describedValues } from './enum-values.ts';
import { hasOneOf, is, isAtLeastShare, type Rules } from './filter.ts';
import { linkFilterReader } from './link-filter.ts';
import { Paper } from './node-types.ts';
import { paperList, paperListArguments } from './paper/paper-list.ts';

const CitationIntent = builder.enumType('CitationIntent', {
  description: 'What a paper is cited for, as Semantic Scholar classifies it.',
  values: describedValues<(typeof CITATION_INTENTS)[number]>({
    BACKGROUND: 'For background: earlier work, definitions, motivation.',
    METHODOLOGY: 'For a method, data set or tool that the citing paper uses or extends.',
    RESULT: 'For a result that the citing paper compares its own with.',
  }),
});

const CitationEdgeFilter = builder.inputType('CitationEdgeFilter', {
  description: 'Which citations: conditions side by side must all hold.',
  fields: (t) => ({
    isInfluential: t.boolean({
      description:
        'Whether a source calls it influential; citations of which none said are left out.',
    }),
    intents: t.field({
      type: [CitationIntent],
      description: 'For at least one of these purposes.',
    }),
    minConfidence: t.float({
      description: 'Its surest source is at least this sure, from 0 to 1.',
    }),
  }),
});
const rules: Rules<typeof CitationEdgeFilter.$inferInput> = {
  isInfluential: is('isInfluential'),
  intents: hasOneOf('intents'),
  minConfidence: isAtLeastShare('confidence'),
};
const readEdgeFilter = linkFilterReader(rules);

const { connection: CitationConnection, edge: CitationEdge } = connectionType('Citation', Paper, {
  of: 'papers at the other end of citations',
  edge: 'A citation, seen from one of its papers.',
  link: 'CITES',
});
builder.objectFields(CitationEdge, (t) => ({
  contexts: t.stringList({
    description: 'The passages that cite; empty where no source gave them.',
    resolve: (edge) => linkOf(edge, 'CITES').contexts,
  }),
  intents: t.field({
    type: [CitationIntent],
    description: 'What it cites for; empty where no source said.',
    resolve: (edge) => linkOf(edge, 'CITES').intents,
  }),
  isInfluential: t.boolean({
    nullable: true,
    description: 'Whether the cited paper weighs heavily in the citing one; null: no source said.',
    resolve: (edge) => linkOf(edge, 'CITES').isInfluential,
  }),
}));

const citationListArguments = builder.args((t) => ({
  ...paperListArguments,
  edgeFilter: t.field({
    type: CitationEdgeFilter,
    description: 'Only along citations for which this holds.',
  }),
}));

builder.objectFields(Paper, (t) => ({
  references: t.field({
    type: CitationConnection,
    description: 'The papers of this graph that it cites; see `referenceCoverage`.',
    args: citationListArguments,
    resolve: ({ key }, args) =>
      paperList(args, { key, path: [out('CITES', readEdgeFilter(args.edgeFilter))] }),
  }),
  citations: t.field({
    type: CitationConnection,
    description: 'The papers of this graph that cite it.',
    args: citationListArguments,
    resolve: ({ key }, args) =>
      paperList(args, { key, path: [into('CITES', readEdgeFilter(args.edgeFilter))] }),
  }),
}));
