/** PaperKey: what identifies a paper. */
import { parseExternalId } from '../../graph/external-id.ts';
import { builder } from '../builder.ts';
import {
  byArxivId,
  byDoi,
  byId,
  byOpenAlexId,
  bySemanticScholarPaperId,
  type KeyRules,
} from '../find.ts';

export const PaperKey = builder.inputType('PaperKey', {
  description: 'What identifies a paper: exactly one of these.',
  isOneOf: true as const,
  fields: (t) => ({
    id: t.id({ description: 'An `id` as the node shows it.' }),
    arxivId: t.string({ description: 'An arXiv id, with or without version: `2410.02743v2`.' }),
    doi: t.string({
      description: 'A DOI, bare or as an address, in any letter case: `10.1000/182`.',
    }),
    semanticScholarId: t.string({
      description:
        'A Semantic Scholar paper id, 40 hexadecimal digits; or `CorpusID:` and a number.',
    }),
    openAlexId: t.string({ description: 'An OpenAlex work id: `W2741809807`.' }),
    url: t.field({
      type: 'URL',
      description:
        'Its page at arXiv, Hugging Face, doi.org, Semantic Scholar, OpenAlex or PubMed.',
    }),
  }),
});

export const paperKeyRules: KeyRules<typeof PaperKey.$inferInput, 'Paper'> = {
  id: byId('Paper'),
  arxivId: byArxivId,
  doi: byDoi,
  semanticScholarId: bySemanticScholarPaperId,
  openAlexId: byOpenAlexId,
  // An address that is no page of these may be the id of a paper known by nothing else.
  url: ({ href }) => ({ key: parseExternalId(href) ?? href.replace(/^https?:\/\//u, '') }),
};
