/** papergraph migrate: the constraints and indexes that this version of the program needs. */
import { checkServer } from '../../graph/neo4j/check.ts';
import { migrateOrExplain } from '../../graph/neo4j/prepare.ts';
import { type Command, refuseArguments } from '../command.ts';
import { readNeo4jOptions } from '../neo4j-options.ts';
import { readSettings } from '../settings.ts';

export const migrateCommand: Command = {
  summary:
    'Bring the constraints and indexes of Neo4j up to date; other commands do so themselves, where they may.',
  positionals: '',
  options: {},
  run: async (invocation) => {
    refuseArguments('migrate', invocation);
    const { environment, terminal } = invocation;
    const settings = readSettings(environment);
    if (settings.PAPERGRAPH_ENGINE === 'sqlite') {
      terminal.print(
        'Nothing to do: the embedded engine has no migrations. Neo4j has, with PAPERGRAPH_ENGINE=neo4j.',
      );
      return true;
    }
    const options = await readNeo4jOptions(settings);
    await checkServer(options);
    const ran = await migrateOrExplain(options);
    for (const id of ran) terminal.print(`Ran ${id}.`);
    if (ran.length === 0) terminal.print('Nothing to do: all migrations have run.');
    return true;
  },
};
