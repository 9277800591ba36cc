/** The example questions have the same answers from both engines, to the byte, as clients get them over HTTP. */
import { describe, expect, inject, test } from 'vitest';
import { contentHash } from '../graph/content-hash.ts';
import type { Engine } from '../graph/engine.ts';
import { loadVocabulary } from '../ingest/concepts/load-vocabulary.ts';
import { ingest } from '../ingest/ingest.ts';
import type { PaperRecord, Source, SourceRecord, Yielded } from '../ingest/record.ts';
import { openBundle } from '../ingest/sources/bundle.ts';
import { schema } from '../schema/schema.ts';
import { loadQuestions } from '../server/questions.ts';
import { postQuery, runServer } from './running-server.ts';
import { temporaryGraph } from './temporary-graph.ts';
import { testedEngine } from './tested-engine.ts';

/** What ranks by relevance may rank otherwise on another engine, which each measures in its own way. */
const RANKED = 'RELEVANCE';

/**
 * Of the bundled facts those that the first question turns on: all concepts, the papers that have a summary, all papers
 * of their organizations, and who cites whom among them. All of the facts would take minutes to write.
 */
async function chosenFacts(): Promise<Source> {
  const records: SourceRecord[] = [];
  for await (const yielded of (await openBundle()).records(undefined)) {
    if ('record' in yielded) records.push(yielded.record);
  }
  const papers = records.filter((record) => record.kind === 'paper');
  const slugsOf = ({ organizations = [] }: PaperRecord) =>
    organizations.map(({ slug }) => slug.toLowerCase());
  const idsOf = (of: readonly PaperRecord[]) => new Set(of.flatMap(({ ids }) => ids));
  const summarized = idsOf(papers.filter(({ summary }) => summary !== undefined));
  const isSummarized = ({ ids }: PaperRecord) => ids.some((id) => summarized.has(id));
  const slugs = new Set(papers.filter(isSummarized).flatMap(slugsOf));
  const chosen = idsOf(
    papers.filter((paper) => isSummarized(paper) || slugsOf(paper).some((slug) => slugs.has(slug))),
  );
  return sourceOf(
    records.filter((record) => {
      if (record.kind === 'concept') return true;
      if (record.kind === 'citation') return chosen.has(record.from) && chosen.has(record.to);
      return record.ids.some((id) => chosen.has(id));
    }),
  );
}

const sourceOf = (records: readonly SourceRecord[]): Source => ({
  name: 'chosen facts',
  size: records.length,
  // eslint-disable-next-line @typescript-eslint/require-await -- a source may wait, this one need not
  async *records() {
    yield* records.map((record, index): Yielded => ({ record, place: 'chosen', position: index }));
  },
});

async function answersOf(engine: Engine): Promise<readonly string[]> {
  const server = await runServer({ schema, engine });
  const answers: string[] = [];
  for (const { text } of await loadQuestions()) {
    if (!text.includes(RANKED)) answers.push(await (await postQuery(server, text)).text());
  }
  return answers;
}

describe.skipIf(inject('neo4j') === null)('the example questions', () => {
  test('have the same bytes for an answer from both engines', async () => {
    await using neo4j = await testedEngine.open();
    const sqlite = temporaryGraph();
    const [source, vocabulary] = [await chosenFacts(), await loadVocabulary()];
    for (const engine of [sqlite, neo4j]) {
      expect(await ingest(engine, source, vocabulary)).toMatchObject({ setAside: 0 });
    }
    expect(await contentHash(neo4j)).toBe(await contentHash(sqlite));

    const [flagship, ...others] = await answersOf(sqlite);
    expect(flagship).toContain('AEM: Adaptive Entropy Modulation');
    expect(others.length).toBeGreaterThanOrEqual(10);
    expect(await answersOf(neo4j)).toEqual([flagship, ...others]);
  });
});
