/** What the linter asks of our TypeScript, of the printed schema and of the research questions. */
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** A rule may be switched off for a line only with its reason: `-- why` after the rule's name. */
const reasonedDisables = {
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        if (
          /^\s*eslint-(?:disable|enable)/u.test(comment.value) &&
          !/\s--\s+\S/u.test(comment.value)
        ) {
          context.report({ loc: comment.loc, message: 'Say why after the rule: `-- reason`.' });
        }
      }
    },
  }),
};

const typescript = {
  name: 'TypeScript',
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: {
    parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
  },
  plugins: { papergraph: { rules: { 'reasoned-disables': reasonedDisables } } },
  rules: {
    'papergraph/reasoned-disables': 'error',
    // A count reads well in a template, and no number of ours prints badly.
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    // Properties are checked contravariantly, methods are not: a narrower function does not slip in.
    '@typescript-eslint/method-signature-style': ['error', 'property'],
    // `() => done()` of a function that returns nothing is not mistaken for a value.
    '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    // A union grows where the model does: a switch on it says what happens to all others, or names each.
    '@typescript-eslint/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: true },
    ],
    '@typescript-eslint/consistent-type-exports': 'error',
    // `value == null` is the one way to say null or undefined.
    eqeqeq: ['error', 'always', { null: 'ignore' }],
  },
};

// One for both: the parser keeps the first it is given.
const graphQLConfig = { schema: './schema.graphql', documents: './questions/**/*.graphql' };

const schema = {
  name: 'schema',
  files: ['schema.graphql'],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig },
  },
  plugins: { '@graphql-eslint': graphql },
  rules: {
    ...graphql.configs['flat/schema-recommended'].rules,
    ...graphql.configs['flat/schema-relay'].rules,
    '@graphql-eslint/require-description': [
      'error',
      {
        types: true,
        DirectiveDefinition: true,
        FieldDefinition: true,
        InputValueDefinition: true,
        EnumValueDefinition: true,
      },
    ],
    // Lists of nodes stand beside edges (`nodes`, `via`, `broader`), and small bounded lists are plain.
    '@graphql-eslint/relay-edge-types': ['error', { listTypeCanWrapOnlyEdgeType: false }],
    // Ranked lists (search, related papers) go forward only.
    '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
    '@graphql-eslint/require-type-pattern-with-oneof': 'error',
    '@graphql-eslint/require-nullable-fields-with-oneof': 'error',
    // Off: only nodes have an id; edges, counts, provenance and the like are values. Every node
    // implements Node, and GraphQL itself then requires its id.
    '@graphql-eslint/strict-id-in-types': 'off',
    // Off: one word means one thing in every enum, so CITES is an edge and a relation, NAME an order
    // and an identity, OPENALEX a source, a scheme and an identity.
    '@graphql-eslint/unique-enum-value-names': 'off',
  },
};

const questions = {
  name: 'questions',
  files: ['questions/**/*.graphql'],
  languageOptions: {
    parser: graphql.parser,
    parserOptions: { graphQLConfig },
  },
  plugins: { '@graphql-eslint': graphql },
  rules: {
    ...graphql.configs['flat/operations-recommended'].rules,
    // Each question says in words above it what it asks.
    '@graphql-eslint/require-description': ['error', { OperationDefinition: true }],
    // Off: connections double the depth of a set of selections, and the server has limits of its own.
    '@graphql-eslint/selection-set-depth': 'off',
    // Off: a question asks for what its reader wants to see; no client cache needs every id.
    '@graphql-eslint/require-selections': 'off',
  },
};

export default defineConfig(
  { ignores: ['node_modules/', 'coverage/', '.papergraph/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  typescript,
  schema,
  questions,
);
