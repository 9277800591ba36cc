/** Which folder may import what: the table of ARCHITECTURE.md as rules. A test reads both, so they cannot differ. */

/** Folders end in a slash; `graph/` is its own files, not the engines under it. */
const ALLOWED_IMPORTS = {
  'graph/': ['zod', 'dataloader'],
  'graph/sqlite/': ['graph/', 'zod', 'node:sqlite'],
  'graph/neo4j/': ['graph/', 'zod', 'dataloader', 'neo4j-driver'],
  'schema/': ['graph/', 'zod', 'dataloader', 'graphql', 'graphql-scalars', '@pothos/*'],
  'ingest/': ['graph/', 'seeds/', 'zod'],
  'seeds/': [],
  'server/': [
    'schema/',
    'graph/',
    'zod',
    'graphql',
    'graphql-yoga',
    '@graphql-yoga/*',
    'node:http',
  ],
};

/** What only a folder that names it may import of Node itself. */
const NAMED_NODE_MODULES = ['node:sqlite', 'node:http', 'node:https', 'node:http2', 'node:net'];

const FOLDERS = Object.keys(ALLOWED_IMPORTS);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

/** The files of a folder, without those of a folder under it that has a row of its own. */
function filesOf(folder) {
  const inner = FOLDERS.filter((other) => other !== folder && other.startsWith(folder));
  const without = inner.map((other) => `(?!${escaped(other.slice(folder.length))})`).join('');
  return `^${escaped(folder)}${without}`;
}

/** A package by its place under node_modules, by its bare name where it is not installed, or a module of Node. */
function importPattern(name) {
  if (name.endsWith('/')) return filesOf(name);
  if (name.startsWith('node:')) return `^(?:node:)?${escaped(name.slice('node:'.length))}$`;
  const packageName = name.endsWith('/*') ? `${escaped(name.slice(0, -1))}[^/]+` : escaped(name);
  return `^(?:node_modules/)?${packageName}(?:/|$)`;
}

/** Test files import what they need to ask: an engine, vitest, fast-check. */
const TEST_FILE = String.raw`\.test\.ts$`;
const NODE_MODULE = 'core';

const boundaries = FOLDERS.flatMap((folder) => {
  const from = { path: filesOf(folder), pathNot: TEST_FILE };
  const allowed = ALLOWED_IMPORTS[folder].map(importPattern);
  const unnamed = NAMED_NODE_MODULES.filter((name) => !ALLOWED_IMPORTS[folder].includes(name));
  const comment = `See the table of imports in ARCHITECTURE.md: ${folder} may import ${ALLOWED_IMPORTS[folder].join(', ') || 'nothing'}.`;
  return [
    {
      name: `imports of ${folder}`,
      comment,
      severity: 'error',
      from,
      to: { pathNot: [filesOf(folder), ...allowed], dependencyTypesNot: [NODE_MODULE] },
    },
    {
      name: `node modules of ${folder}`,
      comment,
      severity: 'error',
      from,
      to: { path: unnamed.map(importPattern), dependencyTypes: [NODE_MODULE] },
    },
  ];
});

export default {
  forbidden: [
    ...boundaries,
    {
      name: 'no circles',
      comment: 'Files that import each other are one idea, or two that want a third to stand on.',
      severity: 'error',
      from: {},
      // A type that refers back is no circle when the program runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing missing',
      comment: 'The import leads nowhere, or to a package that package.json does not name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'packages are named',
      comment:
        'A package that only another package brings may be gone after the next update: name it in package.json.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'shipped code runs without development packages',
      comment:
        'What users run is installed with `npm ci --omit=dev`: move the package to dependencies.',
      severity: 'error',
      from: {
        path: FOLDERS.concat('cli/').map((folder) => `^${escaped(folder)}`),
        pathNot: TEST_FILE,
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // bench/neo4j-graphql has packages of its own, which are not there before the benchmark needs them.
    exclude: { path: String.raw`^(?:coverage|\.papergraph|bench/neo4j-graphql)/` },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types'],
    },
  },
};
