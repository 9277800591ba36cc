/** The facts on papers that the gathered data describe: those of the daily answers and those of the listing page. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fold } from '../../graph/fold.ts';
import type { Vocabulary } from '../concepts/vocabulary.ts';
import { readDailyPage } from '../sources/daily-page-text.ts';
import { withOneSpelling } from './author-spelling.ts';
import { readDailyAnswers } from './daily-answers.ts';
import { dailyPapers } from './daily-papers.ts';
import { LISTING_DAY } from './fact-records.ts';
import { byText } from '../../graph/text-order.ts';
import type { DailyPaper, ListedPaper, SeedPaper } from './facts.ts';
import { readAllJsonLines } from './json-lines.ts';
import type { BuildReport } from './report.ts';
import { FoundPaper, listedPapers, seedPapers } from './seed-papers.ts';

export interface Papers {
  readonly daily: readonly DailyPaper[];
  readonly listed: readonly ListedPaper[];
  readonly seeds: readonly SeedPaper[];
}

/** Reads hf-daily/raw, daily-papers-page.txt and seed-papers.jsonl. */
export async function readPapers(
  dataFolder: string,
  vocabulary: Vocabulary,
  report: BuildReport,
): Promise<Papers> {
  const answers = await readDailyAnswers(join(dataFolder, 'hf-daily', 'raw'), report);
  const daily = [...dailyPapers(answers, vocabulary, report).values()].toSorted(
    (one, other) => byText(one.featuredAt, other.featuredAt) || byText(one.id, other.id),
  );
  const found = await readAllJsonLines(
    pathToFileURL(join(dataFolder, 'seed-papers.jsonl')),
    FoundPaper,
  );
  const text = await readFile(join(dataFolder, 'daily-papers-page.txt'), 'utf8');
  const listingDay = new Date(`${LISTING_DAY}T00:00:00Z`);
  const page = readDailyPage(text, { now: listingDay, year: listingDay.getUTCFullYear() });
  for (const { line, reason } of page.unplaced) {
    report.leaveOut(`line of the listing page that ${reason}`, `line ${line}`);
  }
  const listed = listedPapers(page.papers, found, vocabulary, report);
  const seeds = seedPapers(found, organizationSlugs(daily), report);
  const byId = (one: { id: string }, other: { id: string }) => byText(one.id, other.id);
  return withOneSpelling({ daily, listed: listed.toSorted(byId), seeds: seeds.toSorted(byId) });
}

/** By folded name. */
function organizationSlugs(daily: readonly DailyPaper[]): ReadonlyMap<string, ReadonlySet<string>> {
  const slugs = new Map<string, Set<string>>();
  for (const { organization } of daily) {
    if (organization?.name === undefined) continue;
    const name = fold(organization.name);
    slugs.set(name, (slugs.get(name) ?? new Set()).add(organization.slug.toLowerCase()));
  }
  return slugs;
}

/** As the sources spell them, by id. */
export function keywordsByPaper({ daily, seeds }: Papers): ReadonlyMap<string, readonly string[]> {
  const keywords = new Map<string, readonly string[]>();
  for (const paper of [...daily, ...seeds]) {
    keywords.set(paper.id, [...(keywords.get(paper.id) ?? []), ...(paper.keywords ?? [])]);
  }
  return keywords;
}
