/** The papers that the project started from: the listing page, and what curators found on its papers elsewhere. */
import { z } from 'zod';
import { fold } from '../../graph/fold.ts';
import { parseRepositoryAddress } from '../../graph/repository-address.ts';
import type { Vocabulary } from '../concepts/vocabulary.ts';
import type { PagePaper } from '../sources/daily-page-text.ts';
import { authorNames } from './author-names.ts';
import type { ListedPaper, SeedPaper } from './facts.ts';
import { isAddress, oneLine, present, toMentionFacts } from './fact-values.ts';
import { paperId } from './paper-id.ts';
import type { BuildReport } from './report.ts';

/** A line of seed-papers.jsonl: only what is used. */
export const FoundPaper = z.object({
  title: z.string().trim().min(1),
  arxivId: z.string().nullable(),
  authors: z.array(z.string()).nullable(),
  /** Only some of the authors were seen. */
  authorsPartial: z.unknown().optional(),
  organizations: z
    .array(z.object({ name: z.string().nullable(), fullname: z.string() }))
    .nullable(),
  repo: z.string().nullable(),
  projectPage: z.string().nullable(),
  published: z.iso.date().nullable(),
  publishedSource: z.string().nullable(),
  keywords: z.array(z.string()).nullable(),
});
export type FoundPaper = z.infer<typeof FoundPaper>;

const isReadOffThePage = ({ publishedSource }: FoundPaper) =>
  publishedSource?.startsWith('seed page date') ?? false;

/** What the page says; its ids come from the papers found by the same titles. */
export function listedPapers(
  page: readonly PagePaper[],
  foundPapers: readonly FoundPaper[],
  vocabulary: Vocabulary,
  report: BuildReport,
): readonly ListedPaper[] {
  const byTitle = new Map(foundPapers.map((found) => [fold(found.title), found]));
  return page.map((paper) => {
    const { title, abstract = '', date, commentCount, organization, links } = paper;
    const found = byTitle.get(fold(title));
    if (found === undefined) report.leaveOut('listed paper whose id nobody looked for', title);
    if (found !== undefined) checkAuthorCount(paper, found, report);
    const isBestDate = found === undefined || found.published === null || isReadOffThePage(found);
    const repositories = links.map((url) => ({ url, foundIn: 'ABSTRACT' as const }));
    const mentions = vocabulary.mentions({ title, abstract });
    return {
      id: paperId(found ?? { arxivId: null, title }),
      title: oneLine(title),
      ...present('publishedAt', isBestDate ? date : undefined),
      ...present('commentCount', commentCount),
      ...present('organization', organization),
      ...present('repositories', repositories),
      ...present('concepts', toMentionFacts(mentions)),
    };
  });
}

/** The page tells only how many authors a paper has: that checks the names that were found elsewhere. */
function checkAuthorCount(
  { title, authorCount }: PagePaper,
  { authors, authorsPartial }: FoundPaper,
  report: BuildReport,
): void {
  if (authorCount === undefined || authors === null || authorsPartial !== undefined) return;
  if (authors.length === authorCount) return;
  const counts = `the page says ${authorCount}, found ${authors.length}`;
  report.leaveOut('number of authors on the listing page, which disagrees', `${title}: ${counts}`);
}

/** slugsByName: of organizations, by their folded names. */
export function seedPapers(
  foundPapers: readonly FoundPaper[],
  slugsByName: ReadonlyMap<string, ReadonlySet<string>>,
  report: BuildReport,
): readonly SeedPaper[] {
  return foundPapers.map((found) => {
    const id = paperId(found);
    const isPartial = found.authorsPartial !== undefined;
    if (isPartial) report.leaveOut('authors of a seed paper of which only some are known', id);
    const page = found.projectPage ?? '';
    return {
      id,
      ...present(
        'publishedAt',
        isReadOffThePage(found) ? undefined : (found.published ?? undefined),
      ),
      ...present('projectPage', isAddress(page) ? page : undefined),
      ...present('authors', isPartial ? [] : authorNames(found.authors ?? [], id, report)),
      ...present('organizations', organizationsOf(found, slugsByName, report)),
      ...present('repositories', repositoriesOf(found, report)),
      ...present('keywords', (found.keywords ?? []).map(oneLine).filter(Boolean)),
    };
  });
}

/** An organization known by name alone gets the slug that is known for that name, if there is exactly one. */
function organizationsOf(
  found: FoundPaper,
  slugsByName: ReadonlyMap<string, ReadonlySet<string>>,
  report: BuildReport,
) {
  return (found.organizations ?? []).flatMap(({ name: slug, fullname }) => {
    const name = oneLine(fullname);
    const [known, ...others] = slug === null ? (slugsByName.get(fold(name)) ?? []) : [slug];
    if (known !== undefined && others.length === 0) return [{ slug: known, name }];
    report.leaveOut('organization of a seed paper without a slug', `${paperId(found)}: ${name}`);
    return [];
  });
}

function repositoriesOf(found: FoundPaper, report: BuildReport) {
  const stated = [found.repo, found.projectPage].filter((address) => address !== null);
  const repositories = new Map<string, { url: string; foundIn: 'CURATED' }>();
  for (const address of stated) {
    const repository = parseRepositoryAddress(address);
    if (repository !== undefined) {
      repositories.set(repository.key, { url: repository.url, foundIn: 'CURATED' });
    } else if (address === found.repo) {
      report.leaveOut('address that names no repository', `${paperId(found)}: ${address}`);
    }
  }
  return [...repositories.values()];
}
