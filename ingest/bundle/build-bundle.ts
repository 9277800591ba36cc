/** Builds the bundled facts from a folder of gathered data, the same bytes every time. */
import { loadCuratedConcepts } from '../concepts/load-vocabulary.ts';
import { createVocabulary, type VocabularyEntry } from '../concepts/vocabulary.ts';
import { keywordConcepts } from './keyword-concepts.ts';
import { readLinks } from './link-facts.ts';
import { keywordsByPaper, readPapers } from './paper-facts.ts';
import { yearOfPaper } from './paper-id.ts';
import { type BuildSummary, createReport, formatSummary } from './report.ts';
import { writeFacts } from './write-facts.ts';

export interface BuildOptions {
  /** Takes the report, line by line; standard error where absent. */
  readonly print?: (line: string) => void;
  /** Of what is left out for one reason, how many are named; ten where absent. */
  readonly namesShown?: number;
  /** The curated vocabulary; that of the project where absent. */
  readonly concepts?: readonly VocabularyEntry[];
}

/**
 * Reads the gathered data and writes the facts, in place of those that are there. Rejects where a file is missing or
 * has another form; single items that are damaged or say too little are left out and named in the summary.
 */
export async function buildBundle(
  dataFolder: string,
  outputFolder: string,
  { print = console.error, concepts, namesShown }: BuildOptions = {},
): Promise<BuildSummary> {
  const report = createReport();
  const curated = concepts ?? (await loadCuratedConcepts());
  const vocabulary = createVocabulary(curated);
  const papers = await readPapers(dataFolder, vocabulary, report);
  const keywords = keywordConcepts(
    keywordsByPaper(papers),
    (keyword) => vocabulary.ofKeyword(keyword) !== undefined,
  );
  const ids = new Set([...papers.daily, ...papers.listed].map(({ id }) => id));
  const links = await readLinks(dataFolder, ids, createVocabulary(curated, keywords), report);
  const facts = {
    'keyword-concepts': keywords,
    listing: papers.listed,
    'seed-papers': papers.seeds,
    topics: links.topics,
    ...splitBy(papers.daily, 'papers', ({ featuredAt }) => featuredAt.slice(0, 7)),
    ...splitBy(links.titles, 'titles', ({ id }) => String(yearOfPaper(id))),
    ...splitBy(links.citations, 'citations', ({ citing }) => String(yearOfPaper(citing))),
  };
  await writeFacts(outputFolder, facts, report);
  const summary = report.summary();
  for (const line of formatSummary(summary, namesShown).split('\n')) print(line);
  return summary;
}

/** By the path of the file, without its ending. */
function splitBy<Fact>(
  facts: readonly Fact[],
  folder: string,
  nameOf: (fact: Fact) => string,
): Record<string, readonly Fact[]> {
  return Object.fromEntries(
    [...Map.groupBy(facts, nameOf)].map(([name, group]) => [`${folder}/${name}`, group]),
  );
}
