/** What a paper is called in the bundled facts. */
import { parseArxivId } from '../../graph/external-id.ts';
import { fold } from '../../graph/fold.ts';

/** Its arXiv id or, where none is known, its folded title. */
export function paperId({ arxivId, title }: { arxivId: string | null; title: string }): string {
  const id = arxivId === null ? undefined : parseArxivId(arxivId);
  return id ?? `title:${fold(title)}`;
}

/** The year of an arXiv id: `arxiv:2410.02743` is of 2024. Undefined where the id tells none. */
export function yearOfPaper(id: string): number | undefined {
  const digits = /^arxiv:(?:[a-z.-]+\/)?(\d{2})/u.exec(id)?.[1];
  if (digits === undefined) return undefined;
  // https://info.arxiv.org/help/arxiv_identifier.html: ids go back to 1991.
  const year = Number(digits);
  return year > 90 ? 1900 + year : 2000 + year;
}
