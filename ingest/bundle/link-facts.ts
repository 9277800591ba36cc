/** The facts that link papers to each other and to concepts, and the titles of the papers that only these name. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { Vocabulary } from '../concepts/vocabulary.ts';
import {
  CitationRow,
  groupCitations,
  groupTopics,
  outsidePapers,
  TitleRow,
  toCitation,
  TopicRow,
  toTopic,
} from './citation-facts.ts';
import {
  SurveyCitationRow,
  SurveyEntry,
  withSurveyCitations,
  withSurveyTitles,
  withSurveyTopics,
} from './credit-survey.ts';
import { cleanTitle } from './clean-title.ts';
import { parseCsv } from './csv.ts';
import { byText } from '../../graph/text-order.ts';
import type { Citations, OutsidePaper, Topic } from './facts.ts';
import { readAllJsonLines } from './json-lines.ts';
import { NOT_TITLES } from './not-titles.ts';
import { paperId } from './paper-id.ts';
import type { BuildReport } from './report.ts';

export interface LinkFacts {
  readonly citations: readonly Citations[];
  readonly topics: readonly Topic[];
  readonly titles: readonly OutsidePaper[];
}

/** Reads citations/ and survey-credit-assignment/. inside: ids of the papers that are described elsewhere. */
export async function readLinks(
  dataFolder: string,
  inside: ReadonlySet<string>,
  vocabulary: Vocabulary,
  report: BuildReport,
): Promise<LinkFacts> {
  const data = await readLinkData(dataFolder);
  const { entries } = data;
  const named = gatheredTitles(data.titleRows, report);
  const titles = withSurveyTitles(named, entries);

  const untitled = new Set<string>();
  const isTitled = (id: string) => {
    if (inside.has(id) || titles.has(id)) return true;
    untitled.add(id);
    return false;
  };
  const gathered = data.citationRows.flatMap((row) => toCitation(row, report) ?? []);
  const citations = withSurveyCitations(gathered, data.surveyRows, entries, report).filter(
    ({ citing, cited }) => {
      const isKept = [citing, cited].filter((id) => !isTitled(id)).length === 0;
      report.count(isKept ? 'citations' : 'citations left out for an end without a title');
      return isKept;
    },
  );
  const headed = data.topicRows.flatMap((row) => toTopic(row, report) ?? []);
  const topics = withSurveyTopics(headed, entries).filter(({ paper, heading }) => {
    const isMapped = vocabulary.ofHeading(heading) !== undefined;
    report.count(isMapped ? 'list entries under a concept' : 'list entries under another heading');
    return isMapped && isTitled(paper);
  });
  for (const id of [...untitled].toSorted(byText)) report.leaveOut('id without a title', id);

  const outside = new Map([...titles].filter(([id]) => !inside.has(id)));
  return {
    citations: groupCitations(citations),
    topics: groupTopics(topics),
    titles: outsidePapers(outside, citations, topics),
  };
}

/** By id, without the markup of lists; what is no title is counted and named. */
function gatheredTitles(
  rows: readonly z.infer<typeof TitleRow>[],
  report: BuildReport,
): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  for (const row of rows) {
    const id = paperId(row);
    const denied = NOT_TITLES.get(id);
    const cleaned = denied === undefined ? cleanTitle(row.title) : { fault: denied };
    if ('title' in cleaned) titles.set(id, cleaned.title);
    else report.leaveOut(`gathered title that ${cleaned.fault}`, `${id}: ${row.title}`);
  }
  return titles;
}

async function readLinkData(dataFolder: string) {
  const gathered = join(dataFolder, 'citations');
  const survey = join(dataFolder, 'survey-credit-assignment');
  return {
    citationRows: await readCsv(join(gathered, 'citations.csv'), CitationRow),
    topicRows: await readCsv(join(gathered, 'topics.csv'), TopicRow),
    titleRows: await readCsv(join(gathered, 'papers.csv'), TitleRow),
    surveyRows: await readCsv(join(survey, 'citations.csv'), SurveyCitationRow),
    entries: await readAllJsonLines(
      pathToFileURL(join(survey, 'listed-papers.jsonl')),
      SurveyEntry,
    ),
  };
}

async function readCsv<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): Promise<readonly z.output<Schema>[]> {
  try {
    return parseCsv(await readFile(file, 'utf8')).map((row) => schema.parse(row));
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${String(cause)}`, { cause });
  }
}
