/** PaperFilter: which papers a list holds. */
import { all, into, out } from '../../graph/algebra.ts';
import type { SOURCES } from '../../graph/model.ts';
import { builder } from '../builder.ts';
import { ANYTHING, hasOneOf, nonEmpty, readFilter, type Rule, type Rules } from '../filter.ts';
import {
  DateRange,
  type DateRangeInput,
  IntRange,
  type IntRangeInput,
  isDuring,
  isWithin,
} from '../filter-range.ts';
import { text, TEXT_DESCRIPTION } from '../filter-text.ts';
import {
  LinkMatch,
  type LinkMatchInput,
  matches,
  matchesLink,
  NodeMatch,
  type NodeMatchInput,
} from '../node-match.ts';
import { Source } from '../provenance.ts';
import { atIndex } from '../reading.ts';

/** Written out since it holds itself, which cannot be inferred. */
export interface PaperFilterInput {
  and?: PaperFilterInput[] | null | undefined;
  or?: PaperFilterInput[] | null | undefined;
  not?: PaperFilterInput | null | undefined;
  text?: string | null | undefined;
  concepts?: NodeMatchInput | null | undefined;
  organizations?: NodeMatchInput | null | undefined;
  authors?: NodeMatchInput | null | undefined;
  repositories?: LinkMatchInput | null | undefined;
  publishedAt?: DateRangeInput | null | undefined;
  featuredAt?: DateRangeInput | null | undefined;
  upvotes?: IntRangeInput | null | undefined;
  citationCount?: IntRangeInput | null | undefined;
  referenceCount?: IntRangeInput | null | undefined;
  cites?: NodeMatchInput | null | undefined;
  citedBy?: NodeMatchInput | null | undefined;
  sources?: (typeof SOURCES)[number][] | null | undefined;
}

const rules: Rules<PaperFilterInput> = {
  and: (filters, reading) =>
    all(
      ...nonEmpty(filters, reading).map((filter, index) =>
        readPaperFilter(filter, atIndex(reading, index)),
      ),
    ),
  or: (filters, reading) => ({
    op: 'or',
    of: nonEmpty(filters, reading).map(
      (filter, index) => readPaperFilter(filter, atIndex(reading, index)) ?? ANYTHING,
    ),
  }),
  not: (filter, reading) => ({ op: 'not', of: readPaperFilter(filter, reading) ?? ANYTHING }),
  text,
  concepts: matches(out('ABOUT')),
  organizations: matches(out('PRODUCED_BY')),
  authors: matches(into('AUTHORED')),
  repositories: matchesLink(out('LINKS_TO')),
  publishedAt: isDuring('publishedAt'),
  featuredAt: isDuring('featuredAt'),
  upvotes: isWithin('upvotes'),
  citationCount: isWithin('citationCount'),
  referenceCount: isWithin('referenceCount'),
  cites: matches(out('CITES')),
  citedBy: matches(into('CITES')),
  sources: hasOneOf('sources'),
};

export const readPaperFilter: Rule<PaperFilterInput> = (filter, reading) =>
  readFilter(rules, filter, reading);

export const PaperFilter = builder.inputRef<PaperFilterInput>('PaperFilter').implement({
  description:
    'Which papers: conditions side by side must all hold, and none at all holds for every paper. A comparison with a value that is not known is false, and `not` is the complement, so `not` of it is true.',
  fields: (t) => ({
    and: t.field({ type: [PaperFilter], description: 'Every one of these holds.' }),
    or: t.field({ type: [PaperFilter], description: 'At least one of these holds.' }),
    not: t.field({
      type: PaperFilter,
      description: 'This does not hold; papers of which the value is unknown are among them.',
    }),
    text: t.string({
      description: `Every word occurs in the title, summary or abstract, as far as the graph has them: the bundled facts have no abstracts. ${TEXT_DESCRIPTION}`,
    }),
    concepts: t.field({ type: NodeMatch, description: 'Concepts that the paper is about.' }),
    organizations: t.field({
      type: NodeMatch,
      description: 'Organizations that produced the paper.',
    }),
    authors: t.field({ type: NodeMatch, description: 'Authors of the paper.' }),
    repositories: t.field({
      type: LinkMatch,
      description: 'Repositories that the paper links to.',
    }),
    publishedAt: t.field({
      type: DateRange,
      description:
        'The day of its first version. Of the bundled papers that were never featured no source said it, so they are in no range.',
    }),
    featuredAt: t.field({
      type: DateRange,
      description: 'The day Hugging Face Daily Papers listed it.',
    }),
    upvotes: t.field({ type: IntRange, description: 'Upvotes at Hugging Face when last seen.' }),
    citationCount: t.field({ type: IntRange, description: 'Papers of this graph that cite it.' }),
    referenceCount: t.field({ type: IntRange, description: 'Papers of this graph that it cites.' }),
    cites: t.field({ type: NodeMatch, description: 'Papers that it cites.' }),
    citedBy: t.field({ type: NodeMatch, description: 'Papers that cite it.' }),
    sources: t.field({ type: [Source], description: 'At least one of these sources states it.' }),
  }),
});
