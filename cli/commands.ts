/** Every command by its name. */
import type { Command } from './command.ts';
import { buildBundleCommand } from './commands/build-bundle.ts';
import { copy } from './commands/copy.ts';
import { doctor } from './commands/doctor.ts';
import { importCommand } from './commands/import.ts';
import { info } from './commands/info.ts';
import { migrateCommand } from './commands/migrate.ts';
import { serve } from './commands/serve.ts';

export const commands: Readonly<Record<string, Command>> = {
  serve,
  import: importCommand,
  info,
  copy,
  migrate: migrateCommand,
  doctor,
  'build-bundle': buildBundleCommand,
};
