/** papergraph doctor: what is wrong, and what to do about it. */
import { warmStatements } from '../../graph/neo4j/warm.ts';
import { type Command, refuseArguments } from '../command.ts';
import { examine } from '../examine.ts';

export const doctor: Command = {
  summary:
    'Check the settings, the engine and the graph, and say what to do where something is wrong.',
  positionals: '',
  options: {
    statements: {
      type: 'boolean',
      description:
        'Print the Cypher that a server on Neo4j prepares when it starts, each text with its name.',
    },
  },
  run: async (invocation) => {
    refuseArguments('doctor', invocation);
    const { options, environment, terminal } = invocation;
    if (options['statements'] === true) {
      for (const { name, text } of await warmStatements()) terminal.print(`// ${name}\n${text};\n`);
      return true;
    }
    let isFine = true;
    for await (const finding of examine(environment)) {
      isFine &&= finding.isFine;
      terminal.print(`${finding.isFine ? 'ok   ' : 'WRONG'}  ${finding.subject}: ${finding.text}`);
    }
    terminal.print(isFine ? 'Nothing is wrong.' : 'Mend what is marked WRONG, and ask again.');
    return isFine;
  },
};
