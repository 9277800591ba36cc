/** The source of a saved Hugging Face Daily Papers page: papers known by their titles. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Provenance } from '../../graph/model.ts';
import type { PaperRecord, Source, Yielded } from '../record.ts';
import {
  type DailyPage,
  type DailyPageOptions,
  type PagePaper,
  readDailyPage,
} from './daily-page-text.ts';

export interface SavedPage extends DailyPageOptions {
  /** What the user calls it, for messages and provenance. */
  readonly file: string;
  readonly text: string;
}

/** How many papers and unplaced lines of the page are done with. */
const Position = z.int().nonnegative().catch(0);

/** What was given is no saved page; nothing of it is imported. */
export class NotADailyPageError extends Error {
  override readonly name = 'NotADailyPageError';
  constructor(file: string, found: string) {
    super(
      `${file} is no saved Hugging Face Daily Papers page: it has ${found}. Expected is the text of the page: ` +
        'a line "Daily Papers", then for each paper its title, an empty line and its abstract on one line.',
    );
  }
}

/** Throws where a file is something else: half a page is still a page. */
function checkIsPage(file: string, { isHeaded, papers, unplaced }: DailyPage): void {
  if (!isHeaded) throw new NotADailyPageError(file, 'no line "Daily Papers"');
  if (papers.length === 0) throw new NotADailyPageError(file, 'no paper');
  if (unplaced.length <= papers.length) return;
  const found = `${unplaced.length} lines that belong to no paper, and only ${papers.length} papers`;
  throw new NotADailyPageError(file, found);
}

/** Throws a NotADailyPageError. Named after the text, so that a page saved anew is read from its beginning. */
export function dailyPageSource({ file, text, ...options }: SavedPage): Source {
  const page = readDailyPage(text, options);
  checkIsPage(file, page);
  const { date, papers, unplaced } = page;
  const provenance: Provenance = {
    source: 'HUGGING_FACE',
    detail: date === undefined ? `page ${file}` : `page ${file} of ${date}`,
    observedAt: date === undefined ? options.now.toISOString() : `${date}T00:00:00Z`,
    confidence: 1,
  };
  const yields: readonly Yielded[] = [
    ...papers.map((paper) => ({ line: paper.line, paper })),
    ...unplaced.map((setAside) => ({ line: setAside.line, setAside })),
  ]
    .toSorted((one, other) => one.line - other.line)
    .map((item, index) => {
      const place = `${file} line ${item.line}`;
      const position = index + 1;
      if ('paper' in item) return { record: toRecord(item.paper, provenance), place, position };
      const { text: found, reason } = item.setAside;
      return { setAside: { place, reason: `"${shorten(found)}" ${reason}.` }, position };
    });
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  return {
    name: `daily-page:${digest}`,
    size: papers.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- a source may wait, this one need not
    async *records(from) {
      yield* yields.slice(Position.parse(from));
    },
  };
}

function toRecord(paper: PagePaper, provenance: Provenance): PaperRecord {
  const { title, abstract, date, organization, commentCount, links } = paper;
  return {
    kind: 'paper',
    ids: [],
    title,
    ...(abstract === undefined ? {} : { abstract }),
    ...(date === undefined ? {} : { publishedAt: date }),
    ...(commentCount === undefined ? {} : { commentCount }),
    ...(organization === undefined ? {} : { organizations: [organization] }),
    ...(links.length === 0
      ? {}
      : { repositories: links.map((url) => ({ url, foundIn: 'ABSTRACT' as const })) }),
    provenance,
  };
}

const SHOWN_CHARACTERS = 60;
const shorten = (text: string) =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text;
