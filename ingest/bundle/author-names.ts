/** Names of authors as the facts hold them. */
import type { BuildReport } from './report.ts';

/** Organizations that papers name among their authors, beside those that call themselves a team. */
const ORGANIZATIONS = new Set(
  [
    'DeepSeek-AI',
    'EverestAI',
    'Inclusion AI',
    'LG AI Research',
    'LLM-jp',
    'MiniMax',
    'Mistral-AI',
    'NVIDIA',
    'OpenAI',
    'Qwen',
    'SII-GAIR',
    'Tencent Robotics X',
    'Xiaohongshu Inc',
    'Clark Labs Inc',
  ].map((name) => name.toLowerCase()),
);
const TEAM = /(?:^|[\s-])team(?:$|[\s-])|\p{Ll}Team$|\bcontributors$/iu;
/** A full stop after a whole word, then another name: two people in one entry. */
const TWO_PEOPLE = /\p{L}\p{Ll}{3,}\. \p{Lu}/u;

/** One Unicode form, white space single, without the "and" that a list left before its last name. */
export const cleanName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^and (?=\p{Lu})/u, '');

/**
 * The people among a paper's authors, in its order. Entries that surely are no one person are left out and counted;
 * whoever might be a person stays.
 */
export function authorNames(
  entries: readonly string[],
  paper: string,
  report: BuildReport,
): string[] {
  return entries.map(cleanName).filter((name) => {
    if (!/\p{L}/u.test(name)) report.leaveOut('author without a name', `${paper}: "${name}"`);
    else if (TEAM.test(name) || ORGANIZATIONS.has(name.toLowerCase()))
      report.leaveOut('author that is an organization', `${paper}: ${name}`);
    else if (TWO_PEOPLE.test(name)) report.leaveOut('author that is a list', `${paper}: ${name}`);
    else return true;
    return false;
  });
}
