/** Imports the generated graph into Neo4j from where the last import stopped, and tells its parent of each batch. */
import { z } from 'zod';
import { openNeo4j } from '../../graph/neo4j/engine.ts';
import { generatedBatches, LARGE } from '../generated-graph.ts';
import { readAddress } from './address.ts';

const Checkpoint = z.object({ papers: z.int() });
/** papers: of which all are in, once this batch is. */
export const Progress = z.object({
  papers: z.int(),
  added: z.int(),
  isLast: z.boolean(),
  peakMegabytes: z.number(),
});

async function importRest(papers: number): Promise<void> {
  const engine = openNeo4j(readAddress());
  const { checkpoints } = await engine.info();
  const known = Checkpoint.safeParse(checkpoints['generated']);
  const done = known.success ? known.data.papers : 0;
  for (const batch of generatedBatches({ ...LARGE, papers })) {
    const checkpoint = Checkpoint.safeParse(batch.checkpoint);
    const reached = checkpoint.success ? checkpoint.data.papers : 0;
    // Authors and the like come without a checkpoint, before the first papers.
    if (reached <= done && done > 0) continue;
    const { added } = await engine.write(batch);
    // maxRSS is in KiB: https://nodejs.org/api/process.html#processresourceusage
    const peakMegabytes = (process.resourceUsage().maxRSS * 1_024) / 1e6;
    process.send?.({ papers: reached, added, isLast: reached >= papers, peakMegabytes });
  }
  await engine.close();
}

if (import.meta.main) {
  process.once('message', (message) => {
    void importRest(z.object({ papers: z.int() }).parse(message).papers).finally(() =>
      process.disconnect(),
    );
  });
}
