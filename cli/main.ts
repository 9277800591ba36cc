/** The papergraph command: the process around the command line. */
import { runCommandLine } from './command-line.ts';
import { commands } from './commands.ts';
import { whenOrphaned } from './orphaned.ts';
import { createTerminal } from './terminal.ts';

/** Long enough for a slow reader of what was printed. */
const EXIT_GRACE_MS = 1_000;

const ending = new AbortController();
const end = () => ending.abort();
for (const name of ['SIGINT', 'SIGTERM'] as const) {
  // Once: who asks a second time does not want to wait.
  process.once(name, end);
}
if (process.env['npm_lifecycle_event'] !== undefined) whenOrphaned(end);

process.exitCode = await runCommandLine(commands, process.argv.slice(2), {
  environment: process.env,
  terminal: createTerminal(process),
  signal: ending.signal,
});

// A connection to a server that hangs would keep the process: all of the work is done by now.
setTimeout(() => process.exit(), EXIT_GRACE_MS).unref();
