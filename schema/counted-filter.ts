/** Filters of nodes that have papers: by their own text, by how many papers, and by which. */
import type { Hop, Predicate } from '../graph/algebra.ts';
import { builder } from './builder.ts';
import { readFilter, type Rule, type Rules } from './filter.ts';
import { IntRange, type IntRangeInput, isWithin, readRange } from './filter-range.ts';
import { text, TEXT_DESCRIPTION } from './filter-text.ts';
import { PaperFilter, type PaperFilterInput, readPaperFilter } from './paper/paper-filter.ts';
import { type Reading, within } from './reading.ts';

export interface CountedFilterInput {
  text?: string | null | undefined;
  papers?: PaperFilterInput | null | undefined;
  paperCount?: IntRangeInput | null | undefined;
}

/** nodes: what they are called in descriptions; inText: what their full text is. */
export const countedFilter = (name: string, nodes: string, inText: string) =>
  builder.inputType(name, {
    description: `Which ${nodes}: conditions side by side must all hold, and none at all holds for all ${nodes}.`,
    fields: (t) => ({
      text: t.string({ description: `Every word occurs in ${inText}. ${TEXT_DESCRIPTION}` }),
      papers: t.field({
        type: PaperFilter,
        description: 'They have at least one such paper, or as many as `paperCount` says.',
      }),
      paperCount: t.field({
        type: IntRange,
        description: 'How many papers they have; where `papers` is given, how many such papers.',
      }),
    }),
  });

/** papers: the hop that leads to them. */
export const readCountedFilter =
  (papers: Hop): Rule<CountedFilterInput> =>
  (filter, reading) =>
    readFilter(rulesOf(papers, filter, reading), filter, reading);

const rulesOf = (
  hop: Hop,
  { papers, paperCount }: CountedFilterInput,
  reading: Reading,
): Rules<CountedFilterInput> => ({
  text,
  papers: (filter, here): Predicate => {
    const to = readPaperFilter(filter, here);
    const count = paperCount && readRange(paperCount, within(reading, 'paperCount'));
    return {
      op: 'linked',
      path: [hop],
      ...(to === undefined ? {} : { to }),
      ...(count ? { count } : {}),
    };
  },
  // With papers it is their count, not that of all.
  paperCount: (range, here) => (papers ? undefined : isWithin('paperCount')(range, here)),
});
