/** From the words of a command line to the command that runs, and to its exit code. */
import { parseArgs } from 'node:util';
import { EngineError } from '../graph/errors.ts';
import { type Command, type Invocation, UsageError } from './command.ts';
import { commandHelp, overview } from './help.ts';
import { didYouMean } from './nearest.ts';
import { SettingsError, settingRows } from './settings.ts';
import { ListenError } from '../server/listen-error.ts';
import { NotADailyPageError } from '../ingest/sources/daily-page.ts';

const HELP = new Set(['--help', '-h']);
const EXIT_DONE = 0;
const EXIT_FAILED = 1;
const EXIT_WRONG_USAGE = 2;

/** Runs what the words ask for. Resolves to the exit code; all that goes wrong has been told by then. */
export async function runCommandLine(
  commands: Readonly<Record<string, Command>>,
  words: readonly string[],
  surroundings: Pick<Invocation, 'environment' | 'terminal' | 'signal'>,
): Promise<number> {
  const { print, tell } = surroundings.terminal;
  const [name = '', ...rest] = words;
  try {
    if (HELP.has(name)) {
      print(overview(commands, settingRows));
      return EXIT_DONE;
    }
    const command = find(commands, name);
    if (rest.some((word) => HELP.has(word))) {
      print(commandHelp(name, command));
      return EXIT_DONE;
    }
    const isDone = await command.run({ ...readWords(name, command, rest), ...surroundings });
    return isDone ? EXIT_DONE : EXIT_FAILED;
  } catch (error) {
    if (surroundings.signal.aborted && error instanceof Error && error.name === 'AbortError') {
      tell('papergraph: stopped before the end.');
      return EXIT_FAILED;
    }
    tell(`papergraph: ${textOf(error)}`);
    const isWrongUsage = error instanceof UsageError || error instanceof SettingsError;
    return isWrongUsage ? EXIT_WRONG_USAGE : EXIT_FAILED;
  }
}

function find(commands: Readonly<Record<string, Command>>, name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return command;
  const names = Object.keys(commands);
  throw new UsageError(
    name === ''
      ? `A command is missing: ${names.join(', ')}. See papergraph --help.`
      : `There is no command "${name}".${didYouMean(name, names)} See papergraph --help.`,
  );
}

function readWords(name: string, { options }: Command, words: readonly string[]) {
  const config = Object.fromEntries(
    Object.entries(options).map(([option, { type }]) => [option, { type }]),
  );
  const { tokens, values, positionals } = parseArgs({
    ...{ args: [...words], options: config, tokens: true },
    // Its own messages name neither the command nor the nearest option.
    ...{ strict: false, allowPositionals: true },
  });
  const see = `See papergraph ${name} --help.`;
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (option === undefined) {
      const hint = didYouMean(
        token.rawName,
        Object.keys(options).map((other) => `--${other}`),
      );
      throw new UsageError(`${name} has no option "${token.rawName}".${hint} ${see}`);
    }
    if (option.type === 'boolean' && token.value !== undefined) {
      throw new UsageError(`${token.rawName} takes no value, and got "${token.value}". ${see}`);
    }
    if (option.type === 'string' && !token.value) {
      throw new UsageError(
        `${token.rawName} takes ${option.value ?? 'a value'}, and got none. ${see}`,
      );
    }
  }
  return { options: values, positionals };
}

/** What is expected to happen in the world is said in one line; a mistake of ours comes with where it happened. */
function textOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isExpected =
    error instanceof UsageError ||
    error instanceof SettingsError ||
    error instanceof EngineError ||
    error instanceof ListenError ||
    error instanceof NotADailyPageError ||
    'syscall' in error;
  return isExpected ? error.message : (error.stack ?? error.message);
}
