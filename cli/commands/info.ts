/** papergraph info: what the graph holds. */
import type { GraphState } from '../../graph/engine.ts';
import { type Command, refuseArguments } from '../command.ts';
import { withEngine } from '../open-engine.ts';
import { readSettings } from '../settings.ts';

export const info: Command = {
  summary: 'Print what the graph holds and which sources it has.',
  positionals: '',
  options: { json: { type: 'boolean', description: 'Print JSON instead of lines.' } },
  run: async (invocation) => {
    refuseArguments('info', invocation);
    const { options, environment, terminal } = invocation;
    const settings = readSettings(environment);
    const state = await withEngine(settings, (engine) => engine.info());
    terminal.print(options['json'] === true ? JSON.stringify(state, undefined, 2) : table(state));
    return true;
  },
};

function table({ version, updatedAt, nodeCounts, edgeCounts, checkpoints }: GraphState): string {
  const rows = [
    ['version', `${version}, updated ${updatedAt ?? 'never'}`],
    ...Object.entries({ ...nodeCounts, ...edgeCounts }).map(([kind, count]) => [
      kind,
      count.toLocaleString('en'),
    ]),
    ['sources', Object.keys(checkpoints).sort().join(', ') || 'none'],
  ];
  const width = Math.max(...rows.map(([term = '']) => term.length));
  return rows.map(([term = '', value = '']) => `${term.padEnd(width)}  ${value}`).join('\n');
}
