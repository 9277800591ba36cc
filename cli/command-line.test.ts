import { describe, expect, test } from 'vitest';
import { OverloadedError } from '../graph/errors.ts';
import { runCommandLine } from './command-line.ts';
import type { Command, Invocation } from './command.ts';
import { commands } from './commands.ts';

async function run(
  words: readonly string[],
  {
    table = commands,
    environment = {},
  }: {
    table?: Readonly<Record<string, Command>>;
    environment?: Invocation['environment'];
  } = {},
) {
  const printed: string[] = [];
  const told: string[] = [];
  const terminal = {
    print: (line: string) => printed.push(line),
    tell: (line: string) => told.push(line),
    redraw: undefined,
  };
  const { signal } = new AbortController();
  const code = await runCommandLine(table, words, { environment, terminal, signal });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}
const commandThat = (work: Command['run']): Readonly<Record<string, Command>> => ({
  work: {
    ...{ summary: 'Works.', positionals: 'WHAT', run: work },
    options: {
      fast: { type: 'boolean', description: 'Hurry.' },
      output: { type: 'string', value: 'FILE', description: 'Where to.' },
    },
  },
});

describe('wrong usage ends with 2, says what is wrong and what may be meant:', () => {
  test.each([
    [
      [],
      'A command is missing: serve, import, info, copy, migrate, doctor, build-bundle. See papergraph --help.',
    ],
    [['sevre'], 'There is no command "sevre". Did you mean "serve"? See papergraph --help.'],
    [['__proto__'], 'There is no command "__proto__". See papergraph --help.'],
    [
      ['info', '--jsn'],
      'info has no option "--jsn". Did you mean "--json"? See papergraph info --help.',
    ],
    [['info', '--json=1'], '--json takes no value, and got "1". See papergraph info --help.'],
    [['info', 'x'], 'info takes no arguments, and got "x". See papergraph info --help.'],
    [['serve', 'x'], 'serve takes no arguments, and got "x". See papergraph serve --help.'],
    [['import'], 'import takes a SOURCE: bundle, daily-page. See papergraph import --help.'],
    [
      ['import', 'bundel'],
      'There is no source "bundel". Did you mean "bundle"? See papergraph import --help.',
    ],
    [['import', 'daily-page'], 'import daily-page takes a FILE. See papergraph import --help.'],
    [['import', 'bundle', 'x'], 'import bundle does not take "x". See papergraph import --help.'],
    [['build-bundle'], 'build-bundle takes a FOLDER. See papergraph build-bundle --help.'],
    [
      ['build-bundle', 'x', '--output'],
      '--output takes FOLDER, and got none. See papergraph build-bundle --help.',
    ],
  ])('%j', async (words, message) => {
    expect(await run(words)).toEqual({ code: 2, printed: '', told: `papergraph: ${message}` });
  });

  test('a setting that cannot be', async () => {
    const environment = { PORT: 'abc' };
    expect(await run(['serve'], { environment })).toEqual({
      ...{ code: 2, printed: '' },
      told: 'papergraph: PORT must be a whole number from 0 to 65535, and is "abc".',
    });
  });
});

describe('work', () => {
  test('that is done ends with 0, and has its words', async () => {
    const seen: unknown[] = [];
    const table = commandThat(({ positionals, options, terminal }) => {
      seen.push([...positionals], { ...options });
      terminal.print('done');
      return Promise.resolve(true);
    });
    const words = ['work', 'this', '--fast', '--output', 'there', 'that'];
    expect(await run(words, { table })).toEqual({ code: 0, printed: 'done', told: '' });
    expect(seen).toEqual([['this', 'that'], { fast: true, output: 'there' }]);
  });
  test('that is left undone ends with 1', async () => {
    const table = commandThat(() => Promise.resolve(false));
    expect(await run(['work'], { table })).toEqual({ code: 1, printed: '', told: '' });
  });
  test('that the graph refuses ends with 1 and one line', async () => {
    const table = commandThat(() => Promise.reject(new OverloadedError('Too much.')));
    expect(await run(['work'], { table })).toMatchObject({
      code: 1,
      told: 'papergraph: Too much.',
    });
  });
  test('that a mistake of ours ends comes with the place of the mistake', async () => {
    const table = commandThat(() => Promise.reject(new TypeError('x is not a function')));
    const { code, told } = await run(['work'], { table });
    expect(code).toBe(1);
    expect(told).toContain('TypeError: x is not a function\n    at ');
  });
  test('of a file that is no saved page ends with 1 and says what is expected', async () => {
    const { code, printed, told } = await run(['import', 'daily-page', import.meta.filename]);
    expect([code, printed]).toEqual([1, '']);
    expect(told).toMatch(
      /^papergraph: command-line\.test\.ts is no saved .*: it has no line .*\.$/u,
    );
  });
  test('of a file that is not there ends with 1 and names the file', async () => {
    expect(await run(['import', 'daily-page', '/nowhere/page.txt'])).toEqual({
      ...{ code: 1, printed: '' },
      told: "papergraph: ENOENT: no such file or directory, open '/nowhere/page.txt'",
    });
  });
});

describe('help is a result, ends with 0 and', () => {
  test('lists every command and setting', async () => {
    const { code, printed } = await run(['--help']);
    expect(code).toBe(0);
    for (const [name, { summary }] of Object.entries(commands)) {
      expect(printed).toMatch(new RegExp(`^  ${name} .*${summary}$`, 'mu'));
    }
    for (const name of ['PORT', 'PAPERGRAPH_HOST', 'PAPERGRAPH_DATA', 'PAPERGRAPH_ENGINE']) {
      expect(printed).toMatch(new RegExp(`^  ${name} `, 'mu'));
    }
  });
  test('of a command tells its usage, sources and options', async () => {
    const { code, printed } = await run(['import', '--help']);
    expect(code).toBe(0);
    expect(printed).toContain('Usage: papergraph import SOURCE [FILE]');
    expect(printed).toMatch(/^ {2}daily-page FILE +The text of a saved/mu);
    expect((await run(['build-bundle', '-h'])).printed).toMatch(/^ {2}--output FOLDER +Where/mu);
  });
});
