/** papergraph serve: the GraphQL server, over a graph that has the bundled facts. */
import type { Engine } from '../../graph/engine.ts';
import { loadVocabulary } from '../../ingest/concepts/load-vocabulary.ts';
import { type Command, type Invocation, refuseArguments } from '../command.ts';
import { importSource, summaryLine } from '../import-source.ts';
import { importSources } from '../import-sources.ts';
import { withEngine, writeLockOf } from '../open-engine.ts';
import { readSettings, type Settings } from '../settings.ts';

export const serve: Command = {
  summary: 'Bring the bundled facts into the graph if they are not, and answer GraphQL over HTTP.',
  positionals: '',
  options: {},
  run: async (invocation) => {
    refuseArguments('serve', invocation);
    const settings = readSettings(invocation.environment);
    return withEngine(settings, async (engine, warm) => {
      if (!(await bringInBundle(engine, settings, invocation))) return false;
      const { answerHttp } = await import('../answer-http.ts');
      await answerHttp({ engine, warm }, settings, invocation);
      return true;
    });
  },
};

/** Of a graph that has all of the bundled facts nothing is read. Resolves to whether it has them now. */
async function bringInBundle(
  engine: Engine,
  settings: Settings,
  { terminal, signal }: Invocation,
): Promise<boolean> {
  const source = await importSources.bundle.open();
  const concepts = await loadVocabulary();
  const lockFile = writeLockOf(settings);
  const summary = await importSource(source, { engine, concepts, lockFile, terminal, signal });
  if (summary.records > 0 || !summary.isComplete) terminal.tell(summaryLine(summary));
  return summary.isComplete;
}
