/** One Neo4j server for all tests of a run, given to them as `inject('neo4j')`. */
import type { TestProject } from 'vitest/node';
import { CannotRunNeo4jError } from './cannot-run-neo4j-error.ts';
import { BRIEF_LIFE, startNeo4j } from './start.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where none can run. */
    neo4j: { readonly uri: string; readonly user: string; readonly password: string } | null;
  }
}

/** Where Neo4j cannot run, tests that need it are left out with one line that says why; in CI that is a failure. */
export default async function startForAllTests(
  project: Pick<TestProject, 'provide'>,
): Promise<(() => Promise<void>) | undefined> {
  try {
    const { uri, user, password, stop } = await startNeo4j({ javaOptions: BRIEF_LIFE });
    project.provide('neo4j', { uri, user, password });
    return stop;
  } catch (error) {
    const isSkippable = error instanceof CannotRunNeo4jError && process.env['CI'] === undefined;
    if (!isSkippable) throw error;
    process.stderr.write(`Tests on Neo4j are skipped. ${error.message}\n`);
    project.provide('neo4j', null);
    return undefined;
  }
}
