/** Reads the text of a saved Hugging Face Daily Papers page, search results included. */
import { repositoriesInText } from './links-in-text.ts';
import { isoDay, type MonthDay, parseMonthDay, yearLeftOut } from './month-day.ts';

/** What the page says of one paper. line: of its title, from 1. */
export interface PagePaper {
  readonly line: number;
  readonly title: string;
  readonly abstract?: string;
  readonly date?: string;
  readonly authorCount?: number;
  readonly organization?: { readonly slug: string; readonly name: string };
  readonly commentCount?: number;
  /** Addresses of repositories in the abstract. */
  readonly links: readonly string[];
}
export interface UnplacedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}
/** date: the day the page was of. */
export interface DailyPage {
  /** Whether the heading of such pages is there. */
  readonly isHeaded: boolean;
  readonly date?: string;
  readonly papers: readonly PagePaper[];
  readonly unplaced: readonly UnplacedLine[];
}
export interface DailyPageOptions {
  readonly now: Date;
  /** Of the days that the page shows without a year; worked out from now where absent. */
  readonly year?: number;
}

/** What the page always shows around the papers. */
const FURNITURE = new Set([
  'new',
  'get trending papers in your email inbox!',
  'subscribe',
  'daily papers',
  'byak and the research community',
  'by ak and the research community',
]);

const HEADING = /^\s*daily papers\s*$/imu;

/** Lines without an empty one between them. */
interface Block {
  readonly line: number;
  readonly lines: readonly string[];
}
interface Meta {
  readonly date: MonthDay;
  readonly commentCount?: number;
  readonly authorCount?: number;
  readonly organization?: { readonly slug: string; readonly name: string };
}
interface Draft {
  readonly title: string;
  readonly line: number;
  abstract?: string;
  meta?: Meta;
}

/**
 * A paper is a title, then its abstract, then, where the page has it, a line of who and when; the abstract or that
 * line may be missing, not both. What stands anywhere else is unplaced.
 */
export function readDailyPage(text: string, { now, year }: DailyPageOptions): DailyPage {
  const drafts: Draft[] = [];
  const unplaced: UnplacedLine[] = [];
  let pageDay: MonthDay | undefined;
  let title: Block | undefined;
  const leaveOut = (block: Block | undefined, reason: string) => {
    for (const [index, line] of (block?.lines ?? []).entries()) {
      unplaced.push({ line: (block?.line ?? 1) + index, text: line, reason });
    }
  };
  const open = (block: Block): Draft => {
    const draft = { title: block.lines.join(' '), line: block.line };
    drafts.push(draft);
    title = undefined;
    return draft;
  };

  for (const block of blocksOf(text)) {
    const last = drafts.at(-1);
    const kind = kindOf(block);
    if (kind === 'meta') {
      const meta = parseMeta(block.lines);
      if (meta === undefined) leaveOut(block, 'is no author count or organization with a day');
      else if (title !== undefined) open(title).meta = meta;
      else if (last !== undefined && last.meta === undefined) last.meta = meta;
      else leaveOut(block, 'tells of a paper, and no paper stands before it');
    } else if (kind === 'prose') {
      const { abstract, beside } = splitProse(block);
      for (const stray of beside) leaveOut(stray, 'stands beside an abstract, which is one line');
      if (title !== undefined) open(title).abstract = abstract.lines.join(' ');
      else leaveOut(abstract, 'is an abstract without a title');
    } else if (
      drafts.length === 0 &&
      pageDay === undefined &&
      parseMonthDay(block.lines.join(' '))
    ) {
      // What came before the day of the page was its menu.
      leaveOut(title, 'is followed by neither an abstract nor a day');
      title = undefined;
      pageDay = parseMonthDay(block.lines.join(' '));
    } else {
      leaveOut(title, 'is followed by neither an abstract nor a day');
      title = block;
    }
  }
  leaveOut(title, 'is followed by neither an abstract nor a day');

  const days = drafts.flatMap(({ meta }) => (meta === undefined ? [] : [meta.date]));
  const yearOfPage = year ?? yearLeftOut(pageDay === undefined ? days : [pageDay, ...days], now);
  const date = pageDay === undefined ? undefined : isoDay(pageDay, yearOfPage);
  return {
    isHeaded: HEADING.test(text),
    ...(date === undefined ? {} : { date }),
    papers: drafts.map((draft) => finish(draft, yearOfPage)),
    unplaced: unplaced.toSorted((one, other) => one.line - other.line),
  };
}

function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let line = 0;
  for (const raw of [...text.split(/\r\n|[\n\r]/u), '']) {
    line++;
    const trimmed = raw.replace(/\s+/gu, ' ').trim();
    if (trimmed !== '' && !FURNITURE.has(trimmed.toLowerCase())) {
      lines.push(trimmed);
    } else if (lines.length > 0) {
      blocks.push({ line: line - lines.length, lines });
      lines = [];
    }
  }
  return blocks;
}

/** Between who and when. A middle dot within a title has words on both sides. */
const SEPARATOR = '·';
/** Titles are shorter; they do end in a question mark, but not in a full stop. */
const MIN_PROSE_WORDS = 30;
const MIN_SENTENCE_WORDS = 8;

function kindOf({ lines }: Block): 'meta' | 'prose' | 'title' {
  const text = lines.join(' ');
  if (lines.includes(SEPARATOR)) return 'meta';
  const words = text.split(' ').length;
  if (words >= MIN_PROSE_WORDS) return 'prose';
  if (parseMeta(lines) !== undefined) return 'meta';
  return words >= MIN_SENTENCE_WORDS && text.endsWith('.') ? 'prose' : 'title';
}

/** The page has an abstract on one line: what stands on others beside it is something else, unless none is one. */
function splitProse(block: Block): { abstract: Block; beside: readonly Block[] } {
  const lines = block.lines.map((line, index) => ({ line: block.line + index, lines: [line] }));
  const abstract = lines.find((line) => kindOf(line) === 'prose');
  if (abstract === undefined) return { abstract: block, beside: [] };
  return { abstract, beside: lines.filter((line) => line !== abstract) };
}

const WHEN = /^(?<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)(?: (?<comments>\d+))?$/u;
const AUTHOR_COUNT = /^(?:• ?)?(?<authors>\d+) authors?$/u;

/** `• 5 authors · May 19 2` or `slug Display Name · Oct 3, 2024`, on one line or on several. */
function parseMeta(lines: readonly string[]): Meta | undefined {
  const parts = lines.join(' ').split(` ${SEPARATOR} `);
  const when = WHEN.exec(parts.at(-1) ?? '')?.groups;
  const date = parseMonthDay(when?.['date'] ?? '');
  if (date === undefined || parts.length < 2) return undefined;
  let meta: Meta = { date };
  const comments = when?.['comments'];
  if (comments !== undefined) meta = { ...meta, commentCount: Number(comments) };
  for (const who of parts.slice(0, -1)) {
    const authors = AUTHOR_COUNT.exec(who)?.groups?.['authors'];
    if (authors !== undefined) {
      meta = { ...meta, authorCount: Number(authors) };
    } else {
      const [slug = who, ...name] = who.split(' ');
      meta = { ...meta, organization: { slug, name: name.join(' ') || slug } };
    }
  }
  return meta;
}

function finish({ meta, ...draft }: Draft, yearOfPage: number): PagePaper {
  const { date: monthDay, ...rest } = meta ?? {};
  const date = monthDay === undefined ? undefined : isoDay(monthDay, yearOfPage);
  return {
    ...draft,
    ...rest,
    ...(date === undefined ? {} : { date }),
    links: repositoriesInText(draft.abstract ?? ''),
  };
}
