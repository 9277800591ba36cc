/** How to reach Neo4j, out of the settings and the file of the password. */
import { readFile } from 'node:fs/promises';
import type { Neo4jOptions } from '../graph/neo4j/engine.ts';
import { passwordProblems, type Settings, SettingsError } from './settings.ts';

type Neo4jSettings = Pick<
  Settings,
  'NEO4J_URI' | 'NEO4J_USER' | 'NEO4J_PASSWORD' | 'NEO4J_PASSWORD_FILE' | 'NEO4J_DATABASE'
>;

/** Rejects with a SettingsError where there is no password. */
export async function readNeo4jOptions(settings: Neo4jSettings): Promise<Neo4jOptions> {
  const [problem] = passwordProblems(settings);
  if (problem !== undefined) throw new SettingsError(problem);
  return {
    uri: settings.NEO4J_URI,
    user: settings.NEO4J_USER,
    database: settings.NEO4J_DATABASE,
    password: settings.NEO4J_PASSWORD ?? (await readPassword(settings.NEO4J_PASSWORD_FILE ?? '')),
  };
}

async function readPassword(file: string): Promise<string> {
  const name = `NEO4J_PASSWORD_FILE must be a file that holds the password, and "${file}"`;
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new SettingsError(`${name} cannot be read: ${reason}.`, { cause: error });
  });
  const password = text.trim();
  if (password === '') throw new SettingsError(`${name} is empty.`);
  return password;
}
