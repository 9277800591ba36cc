/** Ids that the world outside gives to nodes, as text of one form each: `arxiv:2410.02743`, `doi:10.1000/182`. */

export const ID_SCHEMES = [
  'ARXIV',
  'DOI',
  'SEMANTIC_SCHOLAR',
  'OPENALEX',
  'HUGGING_FACE',
  'ORCID',
  'ROR',
  'SEMANTIC_SCHOLAR_CORPUS',
  'PUBMED',
  'URL',
] as const;
export type IdScheme = (typeof ID_SCHEMES)[number];
export interface ExternalId {
  readonly scheme: IdScheme;
  readonly value: string;
  /** Its page, where the scheme has one. */
  readonly url: string | null;
}

const prefixes = {
  ARXIV: { prefix: 'arxiv:', page: (value: string) => `https://arxiv.org/abs/${value}` },
  DOI: { prefix: 'doi:', page: (value: string) => `https://doi.org/${encodeURI(value)}` },
  SEMANTIC_SCHOLAR: {
    prefix: 's2:',
    page: (value: string) => `https://www.semanticscholar.org/paper/${value}`,
  },
  OPENALEX: { prefix: 'openalex:', page: (value: string) => `https://openalex.org/${value}` },
  HUGGING_FACE: { prefix: 'hf-org:', page: (value: string) => `https://huggingface.co/${value}` },
  ORCID: { prefix: 'orcid:', page: (value: string) => `https://orcid.org/${value}` },
  ROR: { prefix: 'ror:', page: (value: string) => `https://ror.org/${value}` },
  SEMANTIC_SCHOLAR_CORPUS: { prefix: 'corpus:', page: () => null },
  PUBMED: { prefix: 'pmid:', page: (value: string) => `https://pubmed.ncbi.nlm.nih.gov/${value}/` },
} satisfies Record<PrefixedScheme, { prefix: string; page: (value: string) => string | null }>;
type PrefixedScheme = Exclude<IdScheme, 'URL'>;
const SCHEMES_WITH_PREFIX = Object.keys(prefixes) as PrefixedScheme[];

/** An address without its scheme, as repositories are keyed: `github.com/owner/name`. */
const ADDRESS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+\//u;

/** An id taken apart; undefined where the text is a key of our own making. */
export function externalId(id: string): ExternalId | undefined {
  if (ADDRESS.test(id)) return { scheme: 'URL', value: `https://${id}`, url: `https://${id}` };
  const scheme = SCHEMES_WITH_PREFIX.find((name) => id.startsWith(prefixes[name].prefix));
  if (scheme === undefined) return undefined;
  const { prefix, page } = prefixes[scheme];
  const value = id.slice(prefix.length);
  return { scheme, value, url: page(value) };
}

/** The value of the first id of a scheme; null where there is none. */
export const idOf = (ids: readonly string[], scheme: PrefixedScheme): string | null => {
  const { prefix } = prefixes[scheme];
  return ids.find((id) => id.startsWith(prefix))?.slice(prefix.length) ?? null;
};

// https://info.arxiv.org/help/arxiv_identifier.html: YYMM.NNNNN since 2007, archive/YYMMNNN before.
const ARXIV_ID =
  /^(?:arxiv:|(?:https?:\/\/)?(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:https?:\/\/)?(?:www\.)?(?:hf\.co|huggingface\.co)\/papers\/)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?:[?#].*)?\/?$/iu;
/** arXiv mints a DOI for each paper since 2022; it names the same paper. */
const ARXIV_DOI = /^10\.48550\/arxiv\.(.+)$/iu;
// https://www.crossref.org/blog/dois-and-matching-regular-expressions/
const DOI = /^(?:doi:\s*|(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/iu;

/** `arxiv:…` from an id, with or without version, or an address of a paper; undefined where it is neither. */
export function parseArxivId(text: string): string | undefined {
  const found = ARXIV_ID.exec(text.trim())?.[1];
  return found === undefined ? undefined : `arxiv:${found.toLowerCase()}`;
}

/** `doi:…` in lower case from a DOI in any dress, or the `arxiv:…` id it stands for; undefined where it is none. */
export function parseDoi(text: string): string | undefined {
  const found = DOI.exec(text.trim())?.[1];
  if (found === undefined) return undefined;
  const arxiv = ARXIV_DOI.exec(found)?.[1];
  return (arxiv === undefined ? undefined : parseArxivId(arxiv)) ?? `doi:${found.toLowerCase()}`;
}

const patterns: readonly [RegExp, string, (value: string) => string][] = [
  [
    /^(?:s2:|(?:https?:\/\/)?(?:www\.)?semanticscholar\.org\/paper\/(?:[^/]+\/)?)?([0-9a-f]{40})$/iu,
    's2:',
    lower,
  ],
  [/^corpus(?:id)?:\s*(\d+)$/iu, 'corpus:', same],
  [
    /^(?:openalex:|(?:https?:\/\/)?(?:api\.)?openalex\.org\/(?:works\/|authors\/|institutions\/)?)?([WAI]\d{4,})$/iu,
    'openalex:',
    upper,
  ],
  [/^(?:orcid:|(?:https?:\/\/)?orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/iu, 'orcid:', upper],
  [/^(?:ror:|(?:https?:\/\/)?ror\.org\/)?(0[a-z0-9]{6}\d{2})$/iu, 'ror:', lower],
  [/^(?:pmid:|(?:https?:\/\/)?pubmed\.ncbi\.nlm\.nih\.gov\/)(\d+)\/?$/iu, 'pmid:', same],
];
function lower(value: string): string {
  return value.toLowerCase();
}
function upper(value: string): string {
  return value.toUpperCase();
}
function same(value: string): string {
  return value;
}

/** The id that a text names, in its one form; undefined where the text is no id we know. */
export function parseExternalId(text: string): string | undefined {
  const trimmed = text.trim();
  const paper = parseArxivId(trimmed) ?? parseDoi(trimmed);
  if (paper !== undefined) return paper;
  for (const [pattern, prefix, spell] of patterns) {
    const found = pattern.exec(trimmed)?.[1];
    if (found !== undefined) return prefix + spell(found);
  }
  return undefined;
}
