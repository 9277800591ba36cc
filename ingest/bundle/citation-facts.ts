/** Who cites whom, who stands on which list, and the titles of papers that are in no daily listing. */
import { z } from 'zod';
import { parseArxivId } from '../../graph/external-id.ts';
import { byText } from '../../graph/text-order.ts';
import type { Citations, OutsidePaper, Topic } from './facts.ts';
import { oneLine } from './fact-values.ts';
import type { BuildReport } from './report.ts';

/** A row of citations.csv. */
export const CitationRow = z.object({
  citing: z.string(),
  cited: z.string(),
  source: z.string().regex(/^(?:bibliography|survey-list):\S+$/u),
  confidence: z.coerce.number().min(0).max(1),
});
/** A row of topics.csv. */
export const TopicRow = z.object({
  arxiv: z.string(),
  topic: z.string(),
  source: z.string().regex(/^list:\S+$/u),
});
/** A row of papers.csv. */
export const TitleRow = z.object({ arxivId: z.string(), title: z.string().trim().min(1) });

export interface CitationFact {
  readonly citing: string;
  readonly cited: string;
  readonly source: Citations['source'];
  readonly detail: string;
  readonly confidence: number;
}
export interface TopicFact {
  readonly paper: string;
  readonly heading: string;
  readonly list: string;
}

const SOURCES = { bibliography: 'BIBLIOGRAPHY', 'survey-list': 'SURVEY_LIST' } as const;

/** Undefined where an end is no arXiv paper; that is counted. */
export function toCitation(
  row: z.infer<typeof CitationRow>,
  report: BuildReport,
): CitationFact | undefined {
  const citing = parseArxivId(row.citing);
  const cited = parseArxivId(row.cited);
  if (citing === undefined || cited === undefined) {
    report.leaveOut('citation with an end that is no arXiv id', `${row.citing} -> ${row.cited}`);
    return undefined;
  }
  const [kind, detail = ''] = row.source.split(/:(.*)/su);
  const source = kind === 'bibliography' ? SOURCES.bibliography : SOURCES['survey-list'];
  return { citing, cited, source, detail, confidence: row.confidence };
}

/** Undefined where the paper is no arXiv paper; that is counted. */
export function toTopic(
  { arxiv, topic, source }: z.infer<typeof TopicRow>,
  report: BuildReport,
): TopicFact | undefined {
  const paper = parseArxivId(arxiv);
  if (paper === undefined) {
    report.leaveOut('list entry that is no arXiv id', arxiv);
    return undefined;
  }
  return { paper, heading: oneLine(topic), list: source.replace(/^list:/u, '') };
}

/** One line for each citing paper, source and confidence. */
export function groupCitations(facts: readonly CitationFact[]): readonly Citations[] {
  const groups = new Map<string, Citations>();
  for (const { cited, ...statement } of facts) {
    const { citing, source, detail, confidence } = statement;
    const key = [citing, source, detail, String(1 - confidence)].join(' ');
    const group = groups.get(key) ?? { citing, source, detail, confidence, cited: [] };
    groups.set(key, { ...group, cited: [...group.cited, cited] });
  }
  return [...groups]
    .toSorted(([one], [other]) => byText(one, other))
    .map(([, group]) => ({ ...group, cited: [...new Set(group.cited)].toSorted(byText) }));
}

/** One line for each heading of each list. */
export function groupTopics(facts: readonly TopicFact[]): readonly Topic[] {
  const groups = new Map<string, Topic>();
  for (const { paper, heading, list } of facts) {
    const key = `${list} ${heading}`;
    const group = groups.get(key) ?? { list, heading, papers: [] };
    groups.set(key, { ...group, papers: [...group.papers, paper] });
  }
  return [...groups]
    .toSorted(([one], [other]) => byText(one, other))
    .map(([, group]) => ({ ...group, papers: [...new Set(group.papers)].toSorted(byText) }));
}

/** The gatherers matched some titles to ids by hand. */
const TITLE_CONFIDENCE = 0.9;

/** Each paper with the best source that names it: the surest citation, then a list. By id. */
export function outsidePapers(
  titles: ReadonlyMap<string, string>,
  citations: readonly CitationFact[],
  topics: readonly TopicFact[],
): readonly OutsidePaper[] {
  const naming = new Map<string, Pick<CitationFact, 'source' | 'detail'>>();
  const surestFirst = citations.toSorted(
    (one, other) => other.confidence - one.confidence || byText(one.detail, other.detail),
  );
  for (const { citing, cited, source, detail } of surestFirst) {
    for (const id of [citing, cited]) if (!naming.has(id)) naming.set(id, { source, detail });
  }
  for (const { paper, list } of topics) {
    if (!naming.has(paper)) naming.set(paper, { source: 'SURVEY_LIST', detail: list });
  }
  return [...titles]
    .toSorted(([one], [other]) => byText(one, other))
    .flatMap(([id, title]) => {
      const source = naming.get(id);
      if (source === undefined) return [];
      return [{ id, title: oneLine(title), ...source, confidence: TITLE_CONFIDENCE }];
    });
}
