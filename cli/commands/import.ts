/** papergraph import: from a source into the graph. */
import { openVocabulary } from '../../ingest/sources/vocabulary.ts';
import { type Command, UsageError } from '../command.ts';
import { importSource, summaryLine } from '../import-source.ts';
import { didYouMean } from '../nearest.ts';
import { withEngine, writeLockOf } from '../open-engine.ts';
import { readSettings } from '../settings.ts';
import { importSources, SOURCE_NAMES } from '../import-sources.ts';
import { loadVocabulary } from '../../ingest/concepts/load-vocabulary.ts';

export const importCommand: Command = {
  summary: 'Bring what a source says into the graph, going on where the last import of it ended.',
  positionals: 'SOURCE [FILE]',
  options: {},
  sections: {
    Sources: SOURCE_NAMES.map((name) => {
      const { positionals, summary } = importSources[name];
      return [[name, ...positionals].join(' '), summary];
    }),
  },
  run: async ({ positionals, environment, terminal, signal }) => {
    const open = readPositionals(positionals);
    const settings = readSettings(environment);
    const source = await open();
    const concepts = await loadVocabulary();
    const lockFile = writeLockOf(settings);
    const summary = await withEngine(settings, async (engine) => {
      const options = { engine, concepts, lockFile, terminal, signal };
      // What papers are about must be in the graph before the papers.
      await importSource(await openVocabulary(), options);
      return importSource(source, options);
    });
    terminal.print(summaryLine(summary));
    return summary.isComplete;
  },
};

/** What opens the source that the words name. */
function readPositionals([given, ...rest]: readonly string[]) {
  const see = 'See papergraph import --help.';
  if (given === undefined) {
    throw new UsageError(`import takes a SOURCE: ${SOURCE_NAMES.join(', ')}. ${see}`);
  }
  const name = SOURCE_NAMES.find((other) => other === given);
  if (name === undefined) {
    const hint = didYouMean(given, SOURCE_NAMES);
    throw new UsageError(`There is no source "${given}".${hint} ${see}`);
  }
  const { positionals, open } = importSources[name];
  const missing = positionals[rest.length];
  if (missing !== undefined) throw new UsageError(`import ${name} takes a ${missing}. ${see}`);
  const extra = rest[positionals.length];
  if (extra !== undefined) throw new UsageError(`import ${name} does not take "${extra}". ${see}`);
  return () => open(rest);
}
