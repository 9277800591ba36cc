/** Papers: the type, and the root fields that return them. */
import { externalId } from '../../graph/external-id.ts';
import type { COVERAGES } from '../../graph/model.ts';
import type { Row } from '../../graph/row.ts';
import { builder } from '../builder.ts';
import { describedValues } from '../enum-values.ts';
import { find } from '../find.ts';
import { addNodeFields, detailsOf, Node } from '../node.ts';
import { Paper } from '../node-types.ts';
import { PaperKey, paperKeyRules } from './paper-key.ts';
import { PaperConnection, paperList, paperListArguments } from './paper-list.ts';

const Coverage = builder.enumType('Coverage', {
  description: 'How much of a list is in this graph.',
  values: describedValues<(typeof COVERAGES)[number]>({
    KNOWN: 'A source gave all of it.',
    PARTIAL: 'A source gave part of it.',
    UNKNOWN: 'No source was asked, so that nothing is there says nothing.',
  }),
});

Paper.implement({
  description: 'A paper: a preprint, an article, or a work that one of them cites.',
  interfaces: [Node],
  fields: (t) => ({
    title: t.exposeString('title', { description: 'As the strongest source spells it.' }),
    abstract: t.string({
      nullable: true,
      description: "The authors' own abstract; null: no source gave one.",
      resolve: async (paper, _args, context) => (await detailsOf('Paper', paper, context)).abstract,
    }),
    summary: t.string({
      nullable: true,
      description: 'One or two sentences by a source or the curators; null: nobody wrote one.',
      resolve: async (paper, _args, context) => (await detailsOf('Paper', paper, context)).summary,
    }),
    publishedAt: t.field({
      type: 'Date',
      nullable: true,
      description: 'The day of the first version; null: no source said.',
      resolve: ({ publishedAt }) => publishedAt,
    }),
    featuredAt: t.field({
      type: 'Date',
      nullable: true,
      description:
        'The day Hugging Face Daily Papers listed it; null: it did not, or was not asked.',
      resolve: ({ featuredAt }) => featuredAt,
    }),
    upvotes: t.exposeInt('upvotes', {
      nullable: true,
      description: 'Upvotes at Hugging Face when last seen; null: no source said.',
    }),
    commentCount: t.exposeInt('commentCount', {
      nullable: true,
      description: 'Comments at Hugging Face when last seen; null: no source said.',
    }),
    arxivId: t.exposeString('arxivId', {
      nullable: true,
      description:
        'arXiv id without version: `2410.02743`; null: it is not at arXiv, as far as known.',
    }),
    doi: t.exposeString('doi', {
      nullable: true,
      description: 'DOI in lower case: `10.1000/182`; null: it has none, as far as known.',
    }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: "The paper's own page: at arXiv, else at its DOI; null: neither is known.",
      resolve: pageAddress,
    }),
    projectPage: t.field({
      type: 'URL',
      nullable: true,
      description: 'A page the authors made for it; null: no source said.',
      resolve: ({ projectPage }) => projectPage,
    }),
    referenceCoverage: t.field({
      type: Coverage,
      description: 'How much of its bibliography is in this graph, and so what `references` tells.',
      resolve: ({ referenceCoverage }) => referenceCoverage,
    }),
    citationCount: t.exposeInt('citationCount', {
      description: 'Papers of this graph that cite it; the whole world may hold more.',
    }),
    reportedCitationCount: t.exposeInt('reportedCitationCount', {
      nullable: true,
      description:
        'Citations from all the world that a source last reported, see provenance; null: no source said.',
    }),
    referenceCount: t.exposeInt('referenceCount', {
      description:
        'Papers of this graph that it cites; see `referenceCoverage` for what that tells.',
    }),
  }),
});
addNodeFields('Paper', Paper);

function pageAddress({ arxivId, doi }: Row<'Paper'>): string | null {
  const id = arxivId === null ? doi && `doi:${doi}` : `arxiv:${arxivId}`;
  return id === null ? null : (externalId(id)?.url ?? null);
}

builder.queryFields((t) => ({
  paper: t.field({
    type: Paper,
    nullable: true,
    description: 'One paper; null where the graph has none by that key.',
    args: {
      by: t.arg({ type: PaperKey, required: true, description: 'What identifies the paper.' }),
    },
    resolve: (_root, { by }, context) => find('Paper', paperKeyRules, by, context),
  }),
  papers: t.field({
    type: PaperConnection,
    description: 'All papers for which the filter holds.',
    args: paperListArguments,
    resolve: (_root, args) => paperList(args),
  }),
}));
