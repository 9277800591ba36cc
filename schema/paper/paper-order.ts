/** PaperOrder: what lists of papers are ordered by. */
import type { Order } from '../../graph/algebra.ts';
import { builder } from '../builder.ts';
import { type OrderBy, orderInput, type OrderValues, RELEVANCE } from '../order.ts';

const values = {
  PUBLISHED_AT: { value: 'publishedAt', description: 'By the day of the first version.' },
  FEATURED_AT: {
    value: 'featuredAt',
    description: 'By the day Hugging Face Daily Papers listed it.',
  },
  TITLE: { value: 'titleKey', description: 'By title; letter case and accents do not matter.' },
  UPVOTES: { value: 'upvotes', description: 'By upvotes at Hugging Face when last seen.' },
  CITATION_COUNT: {
    value: 'citationCount',
    description: 'By the number of papers in this graph that cite it.',
  },
  REFERENCE_COUNT: {
    value: 'referenceCount',
    description: 'By the number of papers in this graph that it cites.',
  },
  RELEVANCE: {
    value: RELEVANCE,
    description:
      'By how well it fits the text of the filter, which must be given outside `or` and `not`. Best match first, and forward only.',
  },
} as const satisfies OrderValues<OrderBy<'Paper'> | typeof RELEVANCE>;

const PaperOrderField = builder.enumType('PaperOrderField', {
  description: 'What papers are ordered by.',
  values,
});

export const PaperOrder = orderInput('PaperOrder', PaperOrderField, 'papers');

export const NEWEST_FIRST: Order = { by: { field: 'publishedAt' }, descending: true };
