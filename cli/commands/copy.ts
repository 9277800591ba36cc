/** papergraph copy: a graph from one engine into another. */
import { type Command, type Option, UsageError } from '../command.ts';
import { copyGraph, isEmpty, isHalfCopied } from '../copy-graph.ts';
import { withEngine } from '../open-engine.ts';
import { showProgress } from '../progress.ts';
import { ENGINE_NAMES, type EngineName, readSettings } from '../settings.ts';
import { refuseArguments } from '../command.ts';

const INTO_EXISTING = 'into-existing';
const engine = (description: string): Option => ({
  ...{ type: 'string', value: 'ENGINE' },
  description: `${description}: ${ENGINE_NAMES.join(' or ')}.`,
});

export const copy: Command = {
  summary: 'Copy the graph from one engine into another, and check that both hold the same.',
  positionals: '',
  options: {
    from: engine('What holds the graph'),
    to: engine('What it is copied into'),
    [INTO_EXISTING]: {
      type: 'boolean',
      description: 'Add to what the target holds already, as to bring an earlier copy up to date.',
    },
  },
  run: async (invocation) => {
    refuseArguments('copy', invocation);
    const { options, environment, terminal, signal } = invocation;
    const [from, to] = [readEngine('from', options['from']), readEngine('to', options['to'])];
    if (from === to) {
      throw new UsageError(`--from and --to are both ${from}. See papergraph copy --help.`);
    }
    const settingsOf = (name: EngineName) =>
      readSettings({ ...environment, PAPERGRAPH_ENGINE: name });
    const [fromSettings, toSettings] = [settingsOf(from), settingsOf(to)];
    const fail = (problem: string) => {
      terminal.tell(`papergraph: ${problem}`);
      return false;
    };
    return withEngine(fromSettings, (source) =>
      withEngine(toSettings, async (target) => {
        if (isEmpty(await source.info()))
          return fail(`The graph of ${from} is empty: there is nothing to copy.`);
        const state = await target.info();
        if (!isEmpty(state) && !isHalfCopied(state) && options[INTO_EXISTING] !== true) {
          return fail(
            `The graph of ${to} is not empty. Copy into an empty one, or add to it with --${INTO_EXISTING}.`,
          );
        }
        const progress = showProgress(`Copying from ${from} to ${to}`, terminal);
        const summary = await copyGraph({
          ...{ from: source, to: target, signal, onProgress: progress.update },
        }).finally(progress.end);
        const records = summary.records.toLocaleString('en');
        if (!summary.isComplete) {
          return fail(`Stopped after ${records} nodes and edges. Copy again to go on.`);
        }
        if (summary.differences.length > 0) {
          const reason =
            isEmpty(state) || isHalfCopied(state)
              ? 'One of them was written to meanwhile, or the copy is not whole: copy again, into an empty graph.'
              : `${to} held other things before.`;
          return fail(
            [`The graphs differ after the copy. ${reason}`, ...summary.differences].join('\n'),
          );
        }
        terminal.print(
          `Copied ${records} nodes and edges from ${from} to ${to}; counts and content hash are the same.`,
        );
        return true;
      }),
    );
  },
};

function readEngine(option: string, given: unknown): EngineName {
  const name = ENGINE_NAMES.find((known) => known === given);
  if (name !== undefined) return name;
  const got = typeof given === 'string' ? `"${given}"` : 'none';
  throw new UsageError(
    `--${option} takes ${ENGINE_NAMES.join(' or ')}, and got ${got}. See papergraph copy --help.`,
  );
}
