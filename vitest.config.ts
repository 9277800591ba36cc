/** How tests run: all of them on the embedded engine, those that speak to an engine once more on a real Neo4j. */
import { configDefaults, defineConfig } from 'vitest/config';

/** What asks whatever engine it is given: the contract and the API. */
const ON_EVERY_ENGINE = ['test/contract/**/*.test.ts', 'test/schema-*.test.ts'];
const ON_NEO4J_ONLY = ['**/*.neo4j.test.ts', 'test/neo4j/start.test.ts'];

export default defineConfig({
  resolve: {
    // Vite takes graphql's ES module and our dependencies, loaded by Node, its CommonJS file: two copies,
    // and graphql-js refuses types of another copy. Both get the file that Node takes.
    alias: [{ find: /^graphql$/u, replacement: 'graphql/index.js' }],
  },
  test: {
    // Processes: node:sqlite and worker threads inside of worker threads share what only a process should end.
    pool: 'forks',
    // Every test by name where the output is read later, the short form where somebody watches.
    reporters: process.env['CI'] === undefined ? ['default'] : ['verbose'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...ON_NEO4J_ONLY],
          provide: { engine: 'SQLite' },
          // Vitest leaves a core to itself, and so would use one of two.
          maxWorkers: '100%',
          // Long enough for a property test on two busy cores; a test that hangs still ends.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: [...ON_EVERY_ENGINE, ...ON_NEO4J_ONLY],
          provide: { engine: 'Neo4j' },
          globalSetup: 'test/neo4j/global-setup.ts',
          // The Community Edition has one graph, and a machine of two cores no room for two servers at work.
          fileParallelism: false,
          // Neo4j plans each text that it has not met before, which a busy machine takes a second for.
          testTimeout: 180_000,
          hookTimeout: 240_000,
          // After the others: what runs beside a server at work is slow, and makes it slow.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
