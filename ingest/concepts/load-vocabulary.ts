/** The vocabulary that comes with the project: the curated concepts and those that keywords of papers made. */
import { KeywordConcept } from '../bundle/facts.ts';
import { readAllJsonLines } from '../bundle/json-lines.ts';
import { createVocabulary, type Vocabulary, VocabularyEntry } from './vocabulary.ts';

export const SEEDS_FOLDER = new URL('../../seeds/', import.meta.url);

/** Rejects where a line is damaged or names a broader concept that there is not, with file and line. */
export async function loadVocabulary(seeds: URL = SEEDS_FOLDER): Promise<Vocabulary> {
  const keywordConcepts = new URL('facts/keyword-concepts.jsonl', seeds);
  return createVocabulary(
    await loadCuratedConcepts(seeds),
    await readAllJsonLines(keywordConcepts, KeywordConcept),
  );
}

/** The concepts of seeds/concepts.jsonl, in its order. */
export async function loadCuratedConcepts(
  seeds: URL = SEEDS_FOLDER,
): Promise<readonly VocabularyEntry[]> {
  const file = new URL('concepts.jsonl', seeds);
  const entries = await readAllJsonLines(file, VocabularyEntry);
  const slugs = new Set<string>();
  for (const [index, { slug }] of entries.entries()) {
    const place = `${file.pathname} line ${index + 1}`;
    if (slugs.has(slug)) throw new Error(`${place}: "${slug}" stands in the vocabulary twice.`);
    slugs.add(slug);
  }
  for (const [index, { broader }] of entries.entries()) {
    const unknown = broader.find((slug) => !slugs.has(slug));
    if (unknown === undefined) continue;
    const place = `${file.pathname} line ${index + 1}`;
    throw new Error(`${place}: no concept has the slug "${unknown}" that broader names.`);
  }
  return entries;
}
