/** A process that imports made-up papers and tells each batch, for a test to kill it. */
import { openSqlite } from '../graph/sqlite/engine.ts';
import { ingest } from '../ingest/ingest.ts';
import { citation, concept, paper, sourceOf } from './records.ts';

const PAPERS = 120;
const concepts = {
  ofKeyword: (keyword: string) => keyword,
  ofHeading: () => undefined,
  mentions: () => [],
};
/** Ten papers and more a batch, authors shared across batches, citations at the end. */
const source = sourceOf([
  ...Array.from({ length: 7 }, (_, index) => concept(`concept-${index}`)),
  ...Array.from({ length: PAPERS }, (_, index) =>
    paper(`arxiv:${index}`, {
      keywords: [`concept-${index % 7}`],
      organizations: [{ slug: `organization-${index % 9}` }],
      repositories: [
        { url: `https://huggingface.co/organization-${index % 5}/model`, foundIn: 'METADATA' },
      ],
      authors: Array.from({ length: 100 }, (_author, place) => ({
        name: `Author ${(index * 31 + place) % 900}`,
      })),
    }),
  ),
  ...Array.from({ length: PAPERS }, (_, index) =>
    citation(`arxiv:${index}`, `arxiv:${(index * 7 + 1) % PAPERS}`),
  ),
]);

const [file = ''] = process.argv.slice(2);
const engine = openSqlite({ file, readers: 1 });
const { isComplete } = await ingest(engine, source, concepts, {
  onProgress: ({ records }) => console.log(`batch ${records}`),
});
await engine.close();
console.log(isComplete ? 'complete' : 'incomplete');
