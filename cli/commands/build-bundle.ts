/** papergraph build-bundle: makes the bundled facts anew from the data they were gathered in. */
import { resolve } from 'node:path';
import { buildBundle } from '../../ingest/bundle/build-bundle.ts';
import { type Command, UsageError } from '../command.ts';

const DEFAULT_OUTPUT = resolve(import.meta.dirname, '../../seeds/facts');

export const buildBundleCommand: Command = {
  summary:
    'Make the bundled facts from a folder of gathered data; the same data gives the same bytes.',
  positionals: 'FOLDER',
  options: {
    output: {
      type: 'string',
      value: 'FOLDER',
      description: 'Where to write; seeds/facts if absent.',
    },
    verbose: {
      type: 'boolean',
      description: 'Name all that is left out, not the first ten of each kind.',
    },
  },
  run: async ({ positionals: [folder, extra], options, terminal }) => {
    const see = 'See papergraph build-bundle --help.';
    if (folder === undefined) throw new UsageError(`build-bundle takes a FOLDER. ${see}`);
    if (extra !== undefined) throw new UsageError(`build-bundle does not take "${extra}". ${see}`);
    const output = typeof options['output'] === 'string' ? options['output'] : DEFAULT_OUTPUT;
    await buildBundle(resolve(folder), resolve(output), {
      print: terminal.print,
      ...(options['verbose'] === true && { namesShown: Infinity }),
    });
    return true;
  },
};
