/** The example questions of questions/, in the order of their file names. */
import { readdir, readFile } from 'node:fs/promises';

const QUESTIONS_FOLDER = new URL('../questions/', import.meta.url);

/** text: a GraphQL document that opens with what it answers. */
export interface ExampleQuestion {
  readonly file: string;
  readonly text: string;
}

export async function loadQuestions(
  folder: URL = QUESTIONS_FOLDER,
): Promise<readonly ExampleQuestion[]> {
  const names = await readdir(folder);
  const files = names.filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(
    files.map(async (file) => ({ file, text: await readFile(new URL(file, folder), 'utf8') })),
  );
}
