/** A survey of credit assignment whose companion list was checked by hand: it corrects what is gathered from that list. */
import { z } from 'zod';
import { parseArxivId } from '../../graph/external-id.ts';
import type { CitationFact, TopicFact } from './citation-facts.ts';
import { oneLine } from './fact-values.ts';
import type { BuildReport } from './report.ts';

/** The companion list of arxiv:2604.09459. */
const LIST = 'xxzcc/Awesome-Credit-Assignment-in-LLM-RL';
/** As for the entries of other companion lists that are no younger than their survey. */
const LIST_CONFIDENCE = 0.8;

/** A row of its citations.csv. */
export const SurveyCitationRow = z.object({ citing: z.string(), cited: z.string() });
/** A line of listed-papers.jsonl: only what is used; its author lists are shortened. */
export const SurveyEntry = z.object({
  part: z.string(),
  section: z.string().nullable(),
  titleInList: z.string().trim().min(1),
  arxivIdInList: z.string().nullable(),
  arxivId: z.string().nullable(),
});
export type SurveyEntry = z.infer<typeof SurveyEntry>;

/** Ids that the list gives wrongly, with the right ones. */
function correctionsOf(entries: readonly SurveyEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ arxivIdInList, arxivId }) => {
      const wrong = parseArxivId(arxivIdInList ?? '');
      const right = parseArxivId(arxivId ?? '');
      return wrong === undefined || right === undefined || wrong === right ? [] : [[wrong, right]];
    }),
  );
}

/** The gathered citations without those that the list's wrong ids made, and with the survey's own. */
export function withSurveyCitations(
  gathered: readonly CitationFact[],
  rows: readonly z.infer<typeof SurveyCitationRow>[],
  entries: readonly SurveyEntry[],
  report: BuildReport,
): readonly CitationFact[] {
  const corrections = correctionsOf(entries);
  const citations = new Map<string, CitationFact>();
  for (const fact of gathered) {
    const isWrong = fact.detail === LIST && corrections.has(fact.cited);
    if (isWrong)
      report.leaveOut('citation by a wrong id of a list', `${fact.citing} -> ${fact.cited}`);
    else citations.set(`${fact.citing} ${fact.cited}`, fact);
  }
  for (const row of rows) {
    const citing = parseArxivId(row.citing);
    const cited = parseArxivId(row.cited);
    if (citing === undefined || cited === undefined) {
      report.leaveOut('citation with an end that is no arXiv id', `${row.citing} -> ${row.cited}`);
      continue;
    }
    const statement = { source: 'SURVEY_LIST', detail: LIST, confidence: LIST_CONFIDENCE } as const;
    citations.set(`${citing} ${cited}`, { citing, cited, ...statement });
  }
  return [...citations.values()];
}

/** The gathered list entries with right ids, and the parts and sections of the survey. */
export function withSurveyTopics(
  gathered: readonly TopicFact[],
  entries: readonly SurveyEntry[],
): readonly TopicFact[] {
  const corrections = correctionsOf(entries);
  const corrected = gathered.map((fact) =>
    fact.list === LIST ? { ...fact, paper: corrections.get(fact.paper) ?? fact.paper } : fact,
  );
  const own = entries.flatMap(({ part, section, arxivId }) => {
    const paper = parseArxivId(arxivId ?? '');
    if (paper === undefined) return [];
    const headings = section === null ? [part] : [part, section];
    return headings.map((heading) => ({ paper, heading: oneLine(heading), list: LIST }));
  });
  return [...corrected, ...own];
}

/** Titles by id, those of the list first, since they were checked. Without ids that the list gives wrongly: their titles are those of other papers. */
export function withSurveyTitles(
  gathered: ReadonlyMap<string, string>,
  entries: readonly SurveyEntry[],
): ReadonlyMap<string, string> {
  const titles = new Map(gathered);
  for (const wrong of correctionsOf(entries).keys()) titles.delete(wrong);
  for (const { arxivId, titleInList } of entries) {
    const id = parseArxivId(arxivId ?? '');
    if (id !== undefined) titles.set(id, titleInList);
  }
  return titles;
}
