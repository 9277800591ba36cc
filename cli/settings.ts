/** What the environment may set, checked at the start. */
import { resolve } from 'node:path';
import { z } from 'zod';

const PROJECT_FOLDER = resolve(import.meta.dirname, '..');

interface Setting {
  readonly type: z.ZodType;
  /** What it takes, in words that follow "must be". */
  readonly takes: string;
  /** Absent: it may be left out. */
  readonly default?: string;
  readonly meaning: string;
}

/** No name or password in it: those have settings of their own, and an address gets into messages. */
const NEO4J_ADDRESS =
  /^(?:bolt|neo4j)(?:\+s|\+ssc)?:\/\/(?:[\w.-]+|\[[\da-f:]+\])(?::\d{1,5})?\/?(?:\?.*)?$/iu;

const settings = {
  PORT: {
    type: z
      .string()
      .regex(/^\d{1,5}$/u)
      .transform(Number)
      .pipe(z.int().max(65_535)),
    takes: 'a whole number from 0 to 65535',
    default: '4000',
    meaning: 'Port of the server; 0 takes any that is free.',
  },
  PAPERGRAPH_HOST: {
    type: z.union([z.ipv4(), z.ipv6(), z.hostname()]),
    takes: 'an IP address or host name of this machine',
    default: '127.0.0.1',
    meaning: 'Address to listen on; 0.0.0.0 lets other machines in.',
  },
  PAPERGRAPH_ALLOWED_HOSTS: {
    type: z
      .string()
      .transform((names) => names.split(',').map((name) => name.trim().toLowerCase()))
      .pipe(z.array(z.union([z.ipv4(), z.hostname()])))
      .default([]),
    takes: 'host names with commas between',
    meaning:
      'Names that the server answers to beside localhost; where not set, any if it listens on more than loopback.',
  },
  PAPERGRAPH_DATA: {
    type: z.string().transform((folder) => resolve(folder)),
    takes: 'a folder',
    // One graph, wherever the command is called from.
    default: resolve(PROJECT_FOLDER, '.papergraph'),
    meaning: 'Folder of the embedded graph, made where it is missing.',
  },
  PAPERGRAPH_ENGINE: {
    type: z.enum(['sqlite', 'neo4j']),
    takes: '"sqlite" or "neo4j"',
    default: 'sqlite',
    meaning: 'What holds the graph: a file of its own, or a Neo4j server.',
  },
  NEO4J_URI: {
    type: z.string().regex(NEO4J_ADDRESS),
    takes:
      'bolt://HOST:PORT, or neo4j:// for a cluster, with +s for TLS, without a name or password',
    default: 'bolt://127.0.0.1:7687',
    meaning: 'Where the Neo4j server is.',
  },
  NEO4J_USER: {
    type: z.string(),
    takes: 'a name',
    default: 'neo4j',
    meaning: 'User of the Neo4j server.',
  },
  NEO4J_PASSWORD: {
    type: z.string().optional(),
    takes: 'a password',
    meaning: 'Password of that user; with neo4j, either this or NEO4J_PASSWORD_FILE is needed.',
  },
  NEO4J_PASSWORD_FILE: {
    type: z
      .string()
      .transform((file) => resolve(file))
      .optional(),
    takes: 'a file',
    meaning: 'File that holds the password; space around it does not count.',
  },
  NEO4J_DATABASE: {
    type: z.string().regex(/^(?!system$)/iu),
    takes: 'the name of a database that holds data',
    default: 'neo4j',
    meaning: 'Database of the Neo4j server.',
  },
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;
export type Settings = Readonly<z.output<typeof Settings>>;
export const ENGINE_NAMES = settings.PAPERGRAPH_ENGINE.type.options;
export type EngineName = Settings['PAPERGRAPH_ENGINE'];

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** One value for each setting; an empty one counts as not set. Throws a SettingsError that names all that are wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    Object.entries<Setting>(settings).map(([name, { default: usual }]) => {
      const value = environment[name] ?? '';
      return [name, value === '' ? usual : value];
    }),
  );
  const result = Settings.safeParse(given);
  const wrong = new Set(result.error?.issues.map(({ path }) => String(path[0]) as SettingName));
  const lines = [...wrong].map(
    (name) => `${name} must be ${settings[name].takes}, and is "${shown(given[name] ?? '')}".`,
  );
  if (given['PAPERGRAPH_ENGINE'] === 'neo4j') lines.push(...passwordProblems(given));
  if (!result.success || lines.length > 0) throw new SettingsError(lines.join('\n'));
  return result.data;
}

/** What stands before an @ in an address is a name and a password. */
const shown = (value: string) => value.replace(/:\/\/.*@/u, '://…@');

/** One line if a password for Neo4j is given in no way or in two. */
export function passwordProblems({
  NEO4J_PASSWORD: password,
  NEO4J_PASSWORD_FILE: file,
}: Readonly<Record<string, unknown>>): readonly string[] {
  if (password !== undefined && file !== undefined) {
    return ['NEO4J_PASSWORD and NEO4J_PASSWORD_FILE are both set. Set one of them.'];
  }
  return password === undefined && file === undefined
    ? [
        'Neo4j needs a password: set NEO4J_PASSWORD, or NEO4J_PASSWORD_FILE to a file that holds it.',
      ]
    : [];
}

const Settings = z.object({
  PORT: settings.PORT.type,
  PAPERGRAPH_HOST: settings.PAPERGRAPH_HOST.type,
  PAPERGRAPH_ALLOWED_HOSTS: settings.PAPERGRAPH_ALLOWED_HOSTS.type,
  PAPERGRAPH_DATA: settings.PAPERGRAPH_DATA.type,
  PAPERGRAPH_ENGINE: settings.PAPERGRAPH_ENGINE.type,
  NEO4J_URI: settings.NEO4J_URI.type,
  NEO4J_USER: settings.NEO4J_USER.type,
  NEO4J_PASSWORD: settings.NEO4J_PASSWORD.type,
  NEO4J_PASSWORD_FILE: settings.NEO4J_PASSWORD_FILE.type,
  NEO4J_DATABASE: settings.NEO4J_DATABASE.type,
});

/** Rows for the help: name, meaning and what holds where it is not set. */
export const settingRows = Object.entries<Setting>(settings).map(
  ([name, { meaning, takes, default: usual }]) =>
    [
      name,
      `${meaning} Takes ${takes}${usual === undefined ? '' : `; ${usual} where not set`}.`,
    ] as const,
);
