/** How tests run: those beside the code and those in test/ that span folders. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // Vite takes graphql's ES module and our dependencies, loaded by Node, its CommonJS file: two copies,
    // and graphql-js refuses types of another copy. Both get the file that Node takes.
    alias: [{ find: /^graphql$/u, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['**/*.test.ts'],
    // Processes: node:sqlite and worker threads inside of worker threads share what only a process should end.
    pool: 'forks',
    // Long enough for a property test on two busy cores; a test that hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Every test by name where the output is read later, the short form where somebody watches.
    reporters: process.env['CI'] === undefined ? ['default'] : ['verbose'],
  },
});
