import { expect, test } from 'vitest';
import { temporaryGraph } from '../../test/temporary-graph.ts';
import { loadVocabulary } from '../concepts/load-vocabulary.ts';
import { ingest } from '../ingest.ts';
import { dailyPageSource } from './daily-page.ts';
import { openVocabulary } from './vocabulary.ts';

const PAGE = `Daily Papers

A paper of ours

We speak of credit assignment in reinforcement learning, at length.

·
3 authors
·
May 19
`;

test('a page brought into an empty graph finds its concepts there, once the vocabulary is in', async () => {
  const engine = temporaryGraph();
  const concepts = await loadVocabulary();
  const vocabulary = await ingest(engine, await openVocabulary(), concepts);
  expect(vocabulary).toMatchObject({ isComplete: true, setAside: 0 });
  const page = dailyPageSource({ file: 'page.txt', text: PAGE, now: new Date('2026-05-21') });
  expect(await ingest(engine, page, concepts)).toMatchObject({ records: 1, setAside: 0 });
  expect((await engine.info()).edgeCounts.ABOUT).toBeGreaterThan(0);
});

test('a vocabulary that is in is not brought in again', async () => {
  const engine = temporaryGraph();
  const concepts = await loadVocabulary();
  await ingest(engine, await openVocabulary(), concepts);
  expect(await ingest(engine, await openVocabulary(), concepts)).toMatchObject({ records: 0 });
});
