/** Which papers are about which concepts. */
import { into, out } from '../graph/algebra.ts';
import type { CONCEPT_METHODS, NodeKind } from '../graph/model.ts';
import { builder } from './builder.ts';
import { ConceptFilter, conceptList } from './concept.ts';
import { connectionType, type EdgeType, linkOf } from './connection.ts';
import { describedValues } from './enum-values.ts';
import { isAtLeastShare, isOneOf, type Rules } from './filter.ts';
import { linkFilterReader } from './link-filter.ts';
import { Concept, Paper } from './node-types.ts';
import { paperList, paperListArguments } from './paper/paper-list.ts';

const ConceptMethod = builder.enumType('ConceptMethod', {
  description: 'How it was found that a paper is about a concept.',
  values: describedValues<(typeof CONCEPT_METHODS)[number]>({
    CURATED: 'A curator read the paper.',
    SOURCE_KEYWORD: 'A source lists it among the keywords of the paper.',
    EXTRACTED: 'Its name or an alias stands in the text of the paper.',
    SOURCE_TOPIC: 'The paper stands under a heading or topic of a source that means it.',
  }),
});

const ConceptEdgeFilter = builder.inputType('ConceptEdgeFilter', {
  description: 'Which links between papers and concepts: conditions side by side must all hold.',
  fields: (t) => ({
    minScore: t.float({ description: 'The paper is at least this much about it, from 0 to 1.' }),
    methods: t.field({ type: [ConceptMethod], description: 'Found by one of these.' }),
    minConfidence: t.float({
      description: 'The surest source is at least this sure, from 0 to 1.',
    }),
  }),
});
const rules: Rules<typeof ConceptEdgeFilter.$inferInput> = {
  minScore: isAtLeastShare('score'),
  methods: isOneOf('method'),
  minConfidence: isAtLeastShare('confidence'),
};
const readEdgeFilter = linkFilterReader(rules);
const edgeFilterArgument = builder.args((t) => ({
  edgeFilter: t.field({
    type: ConceptEdgeFilter,
    description: 'Only along links for which this holds.',
  }),
}));

const paperConcepts = connectionType('PaperConcept', Concept, {
  of: 'the concepts that a paper is about',
  edge: 'A concept that a paper is about, and how that is known.',
  link: 'ABOUT',
});
const conceptPapers = connectionType('ConceptPaper', Paper, {
  of: 'the papers that are about a concept',
  edge: 'A paper that is about a concept, and how that is known.',
  link: 'ABOUT',
});
addLinkFields(paperConcepts.edge);
addLinkFields(conceptPapers.edge);

/** What both ends of a link show of it. */
function addLinkFields<K extends NodeKind>(edge: EdgeType<K>): void {
  builder.objectFields(edge, (t) => ({
    score: t.float({
      description: 'How much the paper is about the concept, from 0 to 1.',
      resolve: (value) => linkOf(value, 'ABOUT').score,
    }),
    method: t.field({
      type: ConceptMethod,
      description: 'How that was found, by the method that gave the score.',
      resolve: (value) => linkOf(value, 'ABOUT').method,
    }),
    evidence: t.string({
      nullable: true,
      description: 'The words that show it; null: the method leaves none.',
      resolve: (value) => linkOf(value, 'ABOUT').evidence,
    }),
  }));
}

builder.objectField(Paper, 'concepts', (t) =>
  t.field({
    type: paperConcepts.connection,
    description: 'What it is about, most first.',
    args: {
      filter: t.arg({ type: ConceptFilter, description: 'Only concepts for which this holds.' }),
      ...edgeFilterArgument,
      ...t.arg.connectionArgs(),
    },
    resolve: ({ key }, args) =>
      conceptList(
        args,
        { key, path: [out('ABOUT', readEdgeFilter(args.edgeFilter))] },
        { by: { edge: 'score' }, descending: true },
      ),
  }),
);
builder.objectField(Concept, 'papers', (t) =>
  t.field({
    type: conceptPapers.connection,
    description: 'The papers that are about it.',
    args: { ...paperListArguments, ...edgeFilterArgument },
    resolve: ({ key }, args) =>
      paperList(args, { key, path: [into('ABOUT', readEdgeFilter(args.edgeFilter))] }),
  }),
);
