/** The text of --help, made from the commands themselves. */
import type { Command } from './command.ts';

type Rows = readonly (readonly [term: string, meaning: string])[];

const HELP_ROW = ['--help', 'Print this.'] as const;

/** Help on the whole of papergraph. */
export function overview(commands: Readonly<Record<string, Command>>, settings: Rows): string {
  const rows = Object.entries(commands).map(
    ([name, { positionals, summary }]) => [`${name} ${positionals}`.trim(), summary] as const,
  );
  return [
    'papergraph: a GraphQL API over papers, their authors, organizations, repositories and concepts.',
    'Usage: papergraph COMMAND [OPTIONS]',
    section('Commands', rows),
    section('Options', [['COMMAND --help', 'Print what the command takes.'], HELP_ROW]),
    section('Settings, from the environment', settings),
  ].join('\n\n');
}

/** Help on one command. */
export function commandHelp(name: string, command: Command): string {
  const { summary, positionals, options, sections = {} } = command;
  const rows = Object.entries(options).map(
    ([option, { value, description }]) =>
      [`--${option}${value === undefined ? '' : ` ${value}`}`, description] as const,
  );
  return [
    summary,
    `Usage: papergraph ${[name, positionals, '[OPTIONS]'].filter((part) => part !== '').join(' ')}`,
    ...Object.entries(sections).map(([heading, terms]) => section(heading, terms)),
    section('Options', [...rows, HELP_ROW]),
  ].join('\n\n');
}

function section(heading: string, rows: Rows): string {
  const width = Math.max(...rows.map(([term]) => term.length));
  return [
    `${heading}:`,
    ...rows.map(([term, meaning]) => `  ${term.padEnd(width)}  ${meaning}`),
  ].join('\n');
}
