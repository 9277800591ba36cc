/** The terms that a heading of a paper list may stand for, the whole heading first. */

/** Words of a heading that say what kind of papers stand there, not what they are about. */
const KIND_WORDS = new Set(
  (
    'a about all an and approach approaches algorithm algorithms architecture architectures based benchmark ' +
    'benchmarks dataset datasets evaluation evaluations for framework frameworks general in literature method ' +
    'methods metrics model models of on other others overview paper papers recent related research resources ' +
    'selected strategies strategy study studies survey surveys system systems task tasks technique techniques ' +
    'the topics using via with work works'
  ).split(' '),
);
/** What a list on language models says of every heading. */
const OF_LANGUAGE_MODELS =
  /\s+(?:for|in|of|with|via|by|using|on)\s+(?:the\s+)?(?:large[\s-]+language[\s-]+models?|m?llms?|vlms?|foundation models?)\s*$/iu;
const BRACKETS = /\([^()]*\)|\[[^[\]]*\]/gu;
/** What a heading is about, before where or how: two words at least, since one alone is vague. */
const SUBJECT = /^(\S+\s.+?)\s+(?:for|in|using|via|with)\s/iu;
/** Numbers, bullets and pictures before the words: `2.1 `, `3) `, `• `. */
const ORNAMENT = /^(?:[^\p{L}\p{N}]+|\d+(?:\.\d+)*[.):](?!\d)\s*|\d+(?:\.\d+)+\s+)+/u;
/** A heading that joins several things means none of them alone. */
const JOINED = /[&,/;:|+]|\s(?:and|or|vs\.?)\s/iu;

/** Best first. `Survey on Mixture of Experts in LLMs` may stand for all of that, or for `Mixture of Experts`. */
export function headingTerms(heading: string): readonly string[] {
  const plain = heading.replace(ORNAMENT, '').trim();
  const unbracketed = plain.replace(BRACKETS, ' ').replace(/\s+/gu, ' ').trim();
  const terms = [plain, unbracketed];
  if (!JOINED.test(unbracketed)) {
    const ofModels = unbracketed.replace(OF_LANGUAGE_MODELS, '');
    terms.push(ofModels, ...withoutKindWords(ofModels), SUBJECT.exec(unbracketed)?.[1] ?? '');
  }
  return [...new Set(terms)].filter((term) => term !== '');
}

/** Kind words taken off one by one, from the end and then from the beginning: `Code Models` before `Code`. */
function withoutKindWords(term: string): readonly string[] {
  const isKindWord = (word: string | undefined) =>
    word !== undefined && KIND_WORDS.has(word.toLowerCase());
  const parts = term.split(' ').flatMap((word) => word.split(/-(?=based$|driven$)/iu));
  const terms: string[] = [];
  while (parts.length > 1 && isKindWord(parts.at(-1))) {
    parts.pop();
    terms.push(parts.join(' '));
  }
  while (parts.length > 1 && isKindWord(parts[0])) {
    parts.shift();
    terms.push(parts.join(' '));
  }
  return terms;
}
