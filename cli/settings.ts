/** What the environment may set, checked at the start. */
import { resolve } from 'node:path';
import { z } from 'zod';

const PROJECT_FOLDER = resolve(import.meta.dirname, '..');

interface Setting {
  readonly type: z.ZodType;
  /** What it takes, in words that follow "must be". */
  readonly takes: string;
  readonly default: string;
  readonly meaning: string;
}

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
  PAPERGRAPH_DATA: {
    type: z.string().transform((folder) => resolve(folder)),
    takes: 'a folder',
    // One graph, wherever the command is called from.
    default: resolve(PROJECT_FOLDER, '.papergraph'),
    meaning: 'Folder of the embedded graph, made where it is missing.',
  },
  PAPERGRAPH_ENGINE: {
    type: z.enum(['sqlite']),
    takes: '"sqlite"',
    default: 'sqlite',
    meaning: 'What holds the graph.',
  },
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof settings;
export type Settings = {
  readonly [Name in SettingName]: z.output<(typeof settings)[Name]['type']>;
};

export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** One value for each setting; an empty one counts as not set. Throws a SettingsError that names all that are wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(settings).map(([name, { default: usual }]) => {
      const value = environment[name] ?? '';
      return [name, value === '' ? usual : value];
    }),
  );
  const result = Settings.safeParse(given);
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map(({ path }) => String(path[0]) as SettingName));
  const lines = [...wrong].map(
    (name) => `${name} must be ${settings[name].takes}, and is "${given[name] ?? ''}".`,
  );
  throw new SettingsError(lines.join('\n'));
}

const Settings = z.object({
  PORT: settings.PORT.type,
  PAPERGRAPH_HOST: settings.PAPERGRAPH_HOST.type,
  PAPERGRAPH_DATA: settings.PAPERGRAPH_DATA.type,
  PAPERGRAPH_ENGINE: settings.PAPERGRAPH_ENGINE.type,
});

/** Rows for the help: name, meaning and what holds where it is not set. */
export const settingRows = Object.entries(settings).map(
  ([name, { meaning, takes, default: usual }]) =>
    [name, `${meaning} Takes ${takes}; ${usual} where not set.`] as const,
);
