/** Titles as paper lists and notes give them: their markup is taken off, and what is no title is told from one. */
import { oneLine } from './fact-values.ts';

/** A title, or why the text is none. */
export type CleanedTitle = { readonly title: string } | { readonly fault: string };

/** What stands in brackets behind titles of lists: `[paper]`, `[📄 paper] [💻 code`, the last bracket often lost. */
const LINKS_BEHIND =
  /["”]?\.?(?:\s*\[[^[\]]*(?:paper|code|data|website|project|link|page)[^[\]]*\]?)+$/iu;
/** `🤖] `, `SIGIR24] ` or `2024] [Physical Intelligence] `: the end of a bracket that began before the title. */
const BRACKET_BEFORE = /^[^[\]]{1,24}\]\s*(?:\[[^[\]]*\]\s*)*/u;
const ORNAMENT_BEFORE = /^(?:[\p{Extended_Pictographic}\uFE0F>]\s*)+\]?\s*/u;
const LABEL_BEFORE = /^(?:original )?title: /iu;
/** `Joao Carreira, Eric Noland, and Andrew Zisserman. A short note`: of a reference, who wrote it. */
const AUTHORS_BEFORE = /^(?:\b\p{Lu}\.|[^.:?!])*\band\b(?:\b\p{Lu}\.|[^.:?!])*\.\s+(?=\p{Lu})/u;
const AUTHORS_AND_YEAR_BEFORE = /^.*\((?:19|20)\d\d\)\.\s+/u;
/** ` , Thang D. Pham, Murat Keçeli`: a comma that a space stands before. */
const AUTHORS_BEHIND = / , \p{Lu}.*$/u;
const MONTH_BEHIND = /\.\s*20\d\d\.\d\d$/u;
const NUMBER_IN_BRACKETS = /\s*\[\d+\](?=:)/u;
/** `CodeR: CodeR: Issue Resolving`: the list names the thing, then the title does. */
const NAME_TWICE = /^(.{2,40}?): (?=\1\b)/iu;
/** `DreamAvoid: … (DreamAvoid`: the list names the thing again. */
const NAME_AGAIN = /^([^:]+)(:.*?)\s*\(\1\)?$/u;
/** `$3\mathrm{;d}$` after its backslash was lost. */
const LOST_TEX = /\$3mathrm\{;d\}\$/gu;
/** Capital letters that somebody's reader of pictures took for others. */
const MISREAD_LLM = /\b(?:Ilm|LIm)(?=s?\b)/gu;
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF]/gu;

const STEPS: readonly (readonly [RegExp, string])[] = [
  [INVISIBLE, ''],
  [ORNAMENT_BEFORE, ''],
  [LINKS_BEHIND, ''],
  [BRACKET_BEFORE, ''],
  [ORNAMENT_BEFORE, ''],
  [LABEL_BEFORE, ''],
  [AUTHORS_AND_YEAR_BEFORE, ''],
  [AUTHORS_BEFORE, ''],
  [AUTHORS_BEHIND, ''],
  [MONTH_BEHIND, ''],
  [NUMBER_IN_BRACKETS, ''],
  [NAME_TWICE, ''],
  [NAME_AGAIN, '$1$2'],
  [LOST_TEX, '3D'],
  [MISREAD_LLM, 'LLM'],
];

const PERSON = /\p{Lu}[\p{L}'’-]*(?: (?:\p{Lu}[\p{L}'’.-]*|da|de|der|van|von)){1,4}/u.source;
/** Three people at least: two names with "and" between may as well be a title in capitals. */
const LIST_OF_PEOPLE = new RegExp(`^${PERSON}(?: and ${PERSON}){2,}$`, 'u');

/** What shows that a text is no title. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/\|/u, 'is the row of a table'],
  [/": "|^\w+: \[/u, 'is data'],
  [/\.md\b|^Cited in\b/u, 'is a note on where it is cited'],
  [/@\w+\.\w|^(?:Contact|Date):/u, 'tells of something else'],
  [/' ?\d{4}-\d\d-\d\d$/u, 'is an author and a day'],
  [/\w\[20\d\d/u, 'is a name and a day'],
  [/^\d+(?:\.\d+)+\s/u, 'is the heading of a section'],
  [/^\d+(?:×| Cam\b)/u, 'lists sensors'],
  [/^_.*\._/u, 'is a list of authors'],
  [LIST_OF_PEOPLE, 'is a list of authors'],
  // `micse: Mutual information …` is a name; names with digits, hyphens or capitals are not met by this.
  [/^\p{Ll}+[\s,]/u, 'begins in the middle'],
  [/\s(?:a|an|and|are|by|for|is|of|the|which|with)$/u, 'ends in the middle'],
  [
    /^(?:Applies|Demonstrates|Describes|Formalizes|Introduces|Presents|Proposes|Provides|This is)\s/u,
    'is a sentence on the paper',
  ],
  [/^\P{L}*$/u, 'has no letter'],
];

/** One line, without the markup of lists. What a rule cannot see is in not-titles.ts. */
export function cleanTitle(text: string): CleanedTitle {
  let title = oneLine(text);
  const early = FAULTS.slice(0, 3).find(([pattern]) => pattern.test(title));
  if (early !== undefined) return { fault: early[1] };
  for (const [pattern, replacement] of STEPS) title = title.replace(pattern, replacement).trim();
  title = closed(withoutBraces(title));
  const fault = FAULTS.find(([pattern]) => pattern.test(title));
  return fault === undefined ? { title } : { fault: fault[1] };
}

/** BibTeX keeps letters in braces from being lowered: `{C}hat{GPT}`. Those of a formula stay. */
const withoutBraces = (title: string) =>
  title.includes('$') ? title : title.replace(/[{}]/gu, '');

/** Who gathered the titles took off what closes at the end, and quotes at the beginning. */
function closed(title: string): string {
  const parenthesized =
    title.lastIndexOf('(') > title.lastIndexOf(')') && !title.endsWith('(') ? `${title})` : title;
  if (parenthesized.split('"').length % 2 === 1) return parenthesized;
  return /^[^"]*\p{L}":/u.test(parenthesized) ? `"${parenthesized}` : `${parenthesized}"`;
}
