/** A process that imports made-up papers and tells each batch, for a test to kill it. */
import { openSqlite } from '../graph/sqlite/engine.ts';
import { ingest } from '../ingest/ingest.ts';
import { importedConcepts, importedSource } from './imported-records.ts';

const [file = ''] = process.argv.slice(2);
const engine = openSqlite({ file, readers: 1 });
const { isComplete } = await ingest(engine, importedSource(), importedConcepts, {
  onProgress: ({ records }) => console.log(`batch ${records}`),
});
await engine.close();
console.log(isComplete ? 'complete' : 'incomplete');
