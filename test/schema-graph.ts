/** A small graph made by hand, and asking it through the schema as the server does. */
import { execute, parse, validate, type ExecutionResult, type GraphQLError } from 'graphql';
import type { Engine, Written } from '../graph/engine.ts';
import { invariant } from '../graph/errors.ts';
import type { EdgeKind, NodeKind, Provenance } from '../graph/model.ts';
import type { EdgeStatement, EdgeValues, NodeStatement, NodeValues } from '../graph/row.ts';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type ContextOptions, createContext } from '../schema/context.ts';
import { toClientError } from '../schema/errors.ts';
import { writeGlobalId } from '../schema/global-id.ts';
import { schema } from '../schema/schema.ts';
import type { Warning } from '../schema/warnings.ts';
import { type OpenEngine, testedEngine } from './tested-engine.ts';

const provenance: Provenance = {
  source: 'SEEDS',
  detail: 'test',
  observedAt: '2026-05-21T00:00:00Z',
  confidence: 1,
};

type Statement = NodeStatement | EdgeStatement;

export const node = <K extends NodeKind>(
  kind: K,
  ids: string | readonly string[],
  values: NodeValues<K>,
  stated: Partial<Provenance> = {},
): NodeStatement => ({ kind, ids: [ids].flat(), values, provenance: { ...provenance, ...stated } });

export const edge = <E extends EdgeKind>(
  kind: E,
  from: string,
  to: string,
  values: EdgeValues<E>,
  stated: Partial<Provenance> = {},
): EdgeStatement => ({ kind, from, to, values, provenance: { ...provenance, ...stated } });

export const id = (kind: NodeKind, key: string): string => writeGlobalId({ kind, key });

/** Two papers of Baidu and one of Tsinghua on credit assignment, one of nobody on diffusion; who wrote them, and what they cite. */
const STATEMENTS: readonly Statement[] = [
  node('Paper', ['arxiv:2410.02743', 'doi:10.1000/ma-rlhf'], {
    title: 'MA-RLHF: Reinforcement Learning from Human Feedback with Macro Actions',
    abstract: 'Macro actions ease the credit assignment problem of long sequences.',
    summary: 'Macro actions instead of tokens.',
    publishedAt: '2024-10-03',
    featuredAt: '2024-10-09',
    upvotes: 10,
    commentCount: 2,
    reportedCitationCount: 25,
    referenceCoverage: 'KNOWN',
    projectPage: 'https://example.org/ma-rlhf',
  }),
  node('Paper', 'arxiv:2605.20613', {
    title: 'AEM: Adaptive Entropy Modulation',
    summary: 'Credit assignment by entropy, for agents of many turns.',
    publishedAt: '2026-05-20',
    featuredAt: '2026-05-21',
    upvotes: 31,
  }),
  node(
    'Paper',
    'arxiv:2605.00001',
    {
      title: 'Process Rewards for Agents',
      publishedAt: '2026-05-01',
      upvotes: 3,
    },
    { source: 'SURVEY_LIST', detail: 'list' },
  ),
  node('Paper', 'doi:10.1000/diffusion', { title: 'Diffusion of Éclairs', abstract: 'On cakes.' }),
  node('Organization', 'hf-org:baidu', {
    slug: 'baidu',
    name: 'Baidu',
    url: 'https://huggingface.co/baidu',
  }),
  node('Organization', 'hf-org:thu', { slug: 'thu', name: 'Tsinghua University', url: null }),
  node('Author', 'name:yekun chai', { name: 'Yekun Chai', identity: 'NAME' }),
  node('Author', 'orcid:0000-0002-1825-0097', { name: 'Wei Wang', identity: 'ORCID' }),
  node('Author', 'name:wei wang', { name: 'Wei Wang', identity: 'NAME' }),
  node('Concept', 'credit-assignment', {
    slug: 'credit-assignment',
    name: 'credit assignment',
    aliases: ['credit attribution', 'CA'],
    description: 'Finding which actions earned a reward.',
  }),
  node('Concept', 'reinforcement-learning', {
    slug: 'reinforcement-learning',
    name: 'reinforcement learning',
    aliases: ['RL'],
  }),
  node('Concept', 'process-reward', {
    slug: 'process-reward',
    name: 'process reward',
    aliases: [],
  }),
  node('Repository', 'github.com/baidu/ma-rlhf', {
    url: 'https://github.com/Baidu/MA-RLHF',
    host: 'github.com',
    owner: 'Baidu',
    name: 'MA-RLHF',
    repositoryKind: 'CODE',
    stars: 42,
  }),
  node('Repository', 'huggingface.co/thu/prm', {
    url: 'https://huggingface.co/thu/prm',
    host: 'huggingface.co',
    owner: 'thu',
    name: 'prm',
    repositoryKind: 'MODEL',
  }),
  edge('AUTHORED', 'name:yekun chai', 'arxiv:2410.02743', {
    position: 0,
    organizations: ['hf-org:baidu'],
  }),
  edge('AUTHORED', 'name:wei wang', 'arxiv:2410.02743', { position: 1 }),
  edge('AUTHORED', 'name:yekun chai', 'arxiv:2605.20613', { position: 3 }),
  edge('AUTHORED', 'orcid:0000-0002-1825-0097', 'arxiv:2605.00001', { position: 0 }),
  edge('PRODUCED_BY', 'arxiv:2410.02743', 'hf-org:baidu', {}),
  edge('PRODUCED_BY', 'arxiv:2605.20613', 'hf-org:baidu', {}),
  edge('PRODUCED_BY', 'arxiv:2605.20613', 'hf-org:thu', {}),
  edge('PRODUCED_BY', 'arxiv:2605.00001', 'hf-org:thu', {}),
  edge('ABOUT', 'arxiv:2410.02743', 'credit-assignment', {
    score: 0.9,
    method: 'EXTRACTED',
    evidence: 'ease the credit assignment problem',
  }),
  edge('ABOUT', 'arxiv:2410.02743', 'reinforcement-learning', { score: 1, method: 'CURATED' }),
  edge(
    'ABOUT',
    'arxiv:2605.20613',
    'credit-assignment',
    { score: 0.4, method: 'SOURCE_KEYWORD' },
    { confidence: 0.5 },
  ),
  edge('ABOUT', 'arxiv:2605.00001', 'credit-assignment', { score: 0.7, method: 'SOURCE_TOPIC' }),
  edge('ABOUT', 'arxiv:2605.00001', 'process-reward', { score: 0.7, method: 'SOURCE_TOPIC' }),
  edge('BROADER', 'credit-assignment', 'reinforcement-learning', {}),
  edge('BROADER', 'process-reward', 'reinforcement-learning', {}),
  edge('CITES', 'arxiv:2605.20613', 'arxiv:2410.02743', {
    isInfluential: true,
    intents: ['METHODOLOGY', 'RESULT'],
    contexts: ['as in [1]'],
  }),
  edge('CITES', 'arxiv:2605.20613', 'arxiv:2605.00001', {
    isInfluential: false,
    intents: ['BACKGROUND'],
  }),
  edge(
    'CITES',
    'arxiv:2605.00001',
    'arxiv:2410.02743',
    {},
    { source: 'BIBLIOGRAPHY', confidence: 0.8 },
  ),
  edge('LINKS_TO', 'arxiv:2410.02743', 'github.com/baidu/ma-rlhf', {
    isOfficial: true,
    foundIn: 'ABSTRACT',
  }),
  edge('LINKS_TO', 'arxiv:2605.20613', 'github.com/baidu/ma-rlhf', { foundIn: 'METADATA' }),
  edge('LINKS_TO', 'arxiv:2605.00001', 'huggingface.co/thu/prm', { foundIn: 'CURATED' }),
  edge('OWNS', 'hf-org:baidu', 'github.com/baidu/ma-rlhf', {}),
];

const isEdge = (statement: Statement): statement is EdgeStatement => 'from' in statement;

/** The graph of the statements, one for all tests of a file, which only read it; gone when they end. */
export function smallGraph(statements: readonly Statement[] = STATEMENTS): Engine {
  let opened: OpenEngine | undefined;
  const engine = () => {
    invariant(opened !== undefined, 'tests ask after their graph was opened');
    return opened;
  };
  if (testedEngine.isMissing) {
    beforeEach(({ skip }) => skip());
  } else {
    beforeAll(async () => {
      opened = await testedEngine.open();
      const written = await writeStatements(opened, statements);
      expect(written.unresolved).toEqual([]);
    });
    afterAll(() => opened?.[Symbol.asyncDispose]());
  }
  return {
    ask: (questions, options) => engine().ask(questions, options),
    write: (batch) => engine().write(batch),
    info: () => engine().info(),
    statements: () => engine().statements(),
    close: () => engine().close(),
  };
}

const writeStatements = (engine: Engine, statements: readonly Statement[]): Promise<Written> =>
  engine.write({
    nodes: statements.filter((statement) => !isEdge(statement)),
    edges: statements.filter(isEdge),
    source: 'test',
  });

export interface Answered {
  // Tests compare what a query returns, whose shape each query has of its own.
  readonly data: unknown;
  readonly errors: readonly GraphQLError[];
  readonly warnings: readonly Warning[];
  /** How many questions each ask of the engine held. */
  readonly asks: readonly number[];
}

/** Executes a query as the server does: validated, with a context of its own, its errors as clients see them. */
export async function ask(
  engine: Engine,
  query: string,
  variables: Record<string, unknown> = {},
  options: Omit<ContextOptions, 'engine'> = {},
): Promise<Answered> {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { data: undefined, errors: invalid, warnings: [], asks: [] };
  const asks: number[] = [];
  const counting: Engine = {
    ...engine,
    ask: (questions, options) => {
      asks.push(questions.length);
      return engine.ask(questions, options);
    },
  };
  const context = createContext({ engine: counting, ...options });
  const result: ExecutionResult = await execute({
    schema,
    document,
    contextValue: context,
    variableValues: variables,
  });
  return {
    data: result.data === undefined ? undefined : JSON.parse(JSON.stringify(result.data)),
    errors: (result.errors ?? []).map(toClientError),
    warnings: context.warnings.list(),
    asks,
  };
}

/** The data of a query that is answered without an error. */
export async function dataOf(
  engine: Engine,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const { data, errors } = await ask(engine, query, variables);
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return data;
}
