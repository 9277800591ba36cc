/** Full text in filters: which words and phrases a text asks for. */
import { words } from '../graph/fold.ts';
import { badInput, quote } from './errors.ts';
import type { Rule } from './filter.ts';

/** Each phrase is looked up, so their number is the work of one text. */
const MAX_PHRASES = 50;

export const TEXT_DESCRIPTION =
  'Words are compared whole, so "agent" does not find "agents"; letter case, accents and punctuation do not matter; "a part in double quotes" must stand word by word.';

/** Every word must occur; words in double quotes one after the other. */
export const text: Rule<string> = (value, { argument }) => {
  const phrases = [...value.matchAll(/"([^"]*)"|[^"]+/gu)].flatMap(([part, quoted]) =>
    quoted === undefined ? words(part) : [words(quoted).join(' ')],
  );
  const given = phrases.filter((phrase) => phrase !== '');
  if (given.length === 0) {
    throw badInput(argument, `has no word to look for: ${quote(value)}. Give letters or digits.`);
  }
  if (given.length > MAX_PHRASES) {
    throw badInput(
      argument,
      `has ${given.length} words and phrases; at most ${MAX_PHRASES} are allowed.`,
    );
  }
  return { op: 'text', phrases: given };
};
