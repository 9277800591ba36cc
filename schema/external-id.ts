/** Ids that the world outside gives to nodes. */
import {
  externalId,
  type ExternalId as Id,
  type IdScheme as Scheme,
} from '../graph/external-id.ts';
import { builder } from './builder.ts';
import { describedValues } from './enum-values.ts';

const IdScheme = builder.enumType('IdScheme', {
  description: 'Who gave an id.',
  values: describedValues<Scheme>({
    ARXIV: 'arXiv: `2410.02743`, without version; papers before 2007 as `hep-th/9901001`.',
    DOI: 'Digital Object Identifier: `10.1000/182`, in lower case.',
    SEMANTIC_SCHOLAR:
      'Semantic Scholar: 40 hexadecimal digits for a paper, a number for an author.',
    OPENALEX: 'OpenAlex: a letter and digits, `W2741809807`.',
    HUGGING_FACE: 'Hugging Face: the name of an organization in its addresses.',
    ORCID: 'Open Researcher and Contributor ID: `0000-0002-1825-0097`.',
    ROR: 'Research Organization Registry: `02en5vm52`.',
    SEMANTIC_SCHOLAR_CORPUS: "The number of a paper in Semantic Scholar's corpus.",
    PUBMED: 'The number of a paper in PubMed.',
    URL: 'An address that stands for the node itself.',
  }),
});

export const ExternalId = builder.objectRef<Id>('ExternalId').implement({
  description: 'An id that the world outside gives to a node. Each names one node of this graph.',
  fields: (t) => ({
    scheme: t.field({
      type: IdScheme,
      description: 'Who gave it, and so what it looks like.',
      resolve: ({ scheme }) => scheme,
    }),
    value: t.exposeString('value', { description: 'The id in the one form its scheme has here.' }),
    url: t.field({
      type: 'URL',
      nullable: true,
      description: 'Its page at who gave it; null: the scheme has no such pages.',
      resolve: ({ url }) => url,
    }),
  }),
});

/** The ids of the world outside among all ids of a node, which may include keys of our own making. */
export const externalIdsOf = (ids: readonly string[]): readonly Id[] =>
  ids.map(externalId).filter((id) => id !== undefined);
