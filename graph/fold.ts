/** How names compare, titles sort and words are found: computed here and stored, so every engine agrees. */

/** Compatibility form without accents, in lower case, white space single: `"  Café\nNoir"` is `"cafe noir"`. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/**
 * Text that sorts by code point wherever it is compared. Of characters beyond the first 65,536 some databases and
 * languages compare UTF-16 halves, which come before U+E000 and what follows it: here they are written out in digits,
 * behind a character that sorts last.
 */
export const sortKey = (text: string): string =>
  fold(text).replace(
    /[\u{10000}-\u{10FFFF}]/gu,
    (character) => `\uFFFD${(character.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`,
  );

/** The words of a text as full text stores and finds them: runs of letters and digits, folded. */
export const words = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
