/** From the items of daily answers to the facts on each paper. */
import { parseArxivId } from '../../graph/external-id.ts';
import { parseRepositoryAddress } from '../../graph/repository-address.ts';
import type { Vocabulary } from '../concepts/vocabulary.ts';
import { repositoriesInText } from '../sources/links-in-text.ts';
import { authorNames } from './author-names.ts';
import type { DailyItem, DatedItem } from './daily-answers.ts';
import type { DailyPaper } from './facts.ts';
import { isAddress, oneLine, present, toMentionFacts } from './fact-values.ts';
import type { BuildReport } from './report.ts';

/**
 * One fact for each paper, by id. A paper that several days list is featured on the first of them, and the rest is
 * read from the last, which knows most.
 */
export function dailyPapers(
  items: readonly DatedItem[],
  vocabulary: Vocabulary,
  report: BuildReport,
): ReadonlyMap<string, DailyPaper> {
  const days = new Map<string, { first: string; last: DatedItem }>();
  for (const dated of items) {
    const id = parseArxivId(dated.item.paper.id);
    if (id === undefined) {
      report.leaveOut('daily paper without an arXiv id', `${dated.day} ${dated.item.paper.id}`);
      continue;
    }
    const first = days.get(id)?.first ?? dated.day;
    if (days.has(id)) report.count('papers listed again on a later day');
    days.set(id, { first, last: dated });
  }
  const papers = new Map<string, DailyPaper>();
  for (const [id, { first, last }] of days) {
    papers.set(id, toFact(id, first, last, vocabulary, report));
  }
  return papers;
}

function toFact(
  id: string,
  featuredAt: string,
  { day, item }: DatedItem,
  vocabulary: Vocabulary,
  report: BuildReport,
): DailyPaper {
  const { paper, numComments } = item;
  const title = oneLine(paper.title);
  const names = paper.authors.map(({ name }) => name);
  const mentions = vocabulary.mentions({ title, abstract: paper.summary });
  return {
    id,
    title,
    publishedAt: paper.publishedAt.slice(0, 10),
    featuredAt,
    observedOn: day,
    upvotes: paper.upvotes,
    commentCount: numComments,
    ...present('projectPage', projectPageOf(id, paper, report)),
    ...present('authors', authorNames(names, id, report)),
    ...present('organization', organizationOf(paper)),
    ...present('repositories', repositoriesOf(id, paper, report)),
    ...present('keywords', paper.ai_keywords.map(oneLine).filter(Boolean)),
    ...present('concepts', toMentionFacts(mentions)),
  };
}

type Paper = DailyItem['paper'];

function organizationOf({ organization }: Paper) {
  if (organization === undefined) return undefined;
  const { name: slug, fullname } = organization;
  return { slug, ...present('name', fullname === undefined ? undefined : oneLine(fullname)) };
}

function projectPageOf(id: string, { projectPage }: Paper, report: BuildReport) {
  const page = projectPage?.trim();
  if (page === undefined || page === '') return undefined;
  if (isAddress(page)) return page;
  report.leaveOut('project page that is no address', `${id}: ${page}`);
  return undefined;
}

/** The repository of the paper's own page, one that is its project page, and those its abstract links to. */
function repositoriesOf(id: string, paper: Paper, report: BuildReport) {
  // A line break is in some addresses.
  const stated = paper.githubRepo?.replace(/\s+/gu, '');
  const main = parseRepositoryAddress(stated ?? '');
  if (stated !== undefined && stated !== '' && main === undefined) {
    report.leaveOut('address that names no repository', `${id}: ${stated}`);
  }
  const page = parseRepositoryAddress(paper.projectPage ?? '');
  const repositories = new Map<string, NonNullable<DailyPaper['repositories']>[number]>();
  if (main !== undefined) {
    const stars = present('stars', paper.githubStars);
    repositories.set(main.key, { url: main.url, foundIn: 'METADATA', ...stars });
  }
  if (page !== undefined && !repositories.has(page.key)) {
    repositories.set(page.key, { url: page.url, foundIn: 'METADATA' });
  }
  for (const url of repositoriesInText(paper.summary)) {
    const key = parseRepositoryAddress(url)?.key ?? url;
    if (!repositories.has(key)) repositories.set(key, { url, foundIn: 'ABSTRACT' });
  }
  return [...repositories.values()];
}
