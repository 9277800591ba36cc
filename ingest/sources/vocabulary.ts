/** The concepts that the project knows, as a source: what papers of any other source are about must be in the graph first. */
import { createHash } from 'node:crypto';
import { keywordConceptRecords, vocabularyRecords } from '../bundle/fact-records.ts';
import { KeywordConcept } from '../bundle/facts.ts';
import { readAllJsonLines } from '../bundle/json-lines.ts';
import { loadCuratedConcepts, SEEDS_FOLDER } from '../concepts/load-vocabulary.ts';
import type { Source } from '../record.ts';

/** The same records as those of the bundled facts, so that neither source changes what the other brought. */
export async function openVocabulary(seeds: URL = SEEDS_FOLDER): Promise<Source> {
  const made = await readAllJsonLines(
    new URL('facts/keyword-concepts.jsonl', seeds),
    KeywordConcept,
  );
  const curated = await loadCuratedConcepts(seeds);
  const records = [...curated.flatMap(vocabularyRecords), ...made.flatMap(keywordConceptRecords)];
  const digest = createHash('sha256').update(JSON.stringify(records)).digest('hex');
  return {
    name: 'vocabulary',
    size: records.length,
    // eslint-disable-next-line @typescript-eslint/require-await -- a source may wait, this one need not
    records: async function* (from) {
      if (from === digest) return;
      for (const [index, record] of records.entries()) {
        const isLast = index === records.length - 1;
        // They are few: cut off before the last one, they are read from the first on.
        yield { record, place: record.slug, position: isLast ? digest : null };
      }
    },
  };
}
