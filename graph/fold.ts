/** How names compare, titles sort and words are found: computed here and stored, so every engine agrees. */

/** Compatibility form without accents, in lower case, white space single: `"  Café\nNoir"` is `"cafe noir"`. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The words of a text as full text stores and finds them: runs of letters and digits, folded. */
export const words = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
