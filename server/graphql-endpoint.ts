/** GraphQL over HTTP: Yoga with our schema, our limits and our errors. */
import { GraphQLError, type GraphQLSchema, parse } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import type { Engine } from '../graph/engine.ts';
import { type Context, createContext } from '../schema/context.ts';
import { toClientError } from '../schema/errors.ts';
import { depthLimit } from './depth-limit.ts';
import { execution, type Surroundings } from './execution.ts';
import { MAX_BODY_BYTES, MAX_DEPTH, MAX_NODES, MAX_TOKENS } from './limits.ts';
import { withNodeBudget } from './node-budget.ts';
import type { Report } from './report.ts';

export const GRAPHQL_PATH = '/graphql';

export interface EndpointOptions {
  readonly engine: Engine;
  readonly schema: GraphQLSchema;
  readonly report: Report;
}

/** Answers GraphQL requests at GRAPHQL_PATH; the router has everything else. */
export function createGraphQLEndpoint({ engine, schema, report }: EndpointOptions) {
  const freshContext = (ending: AbortController): Context => {
    const context = createContext({ engine, signal: ending.signal });
    const refuse = (error: GraphQLError) => ending.abort(error);
    return { ...context, loader: withNodeBudget(context.loader, MAX_NODES, refuse) };
  };
  return createYoga<Surroundings & Record<string, unknown>, Context>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    context: ({ ending }) => freshContext(ending),
    plugins: [limits, execution(freshContext)],
    maskedErrors: { maskError: (error) => maskError(error, report) },
    maxRequestBodySize: MAX_BODY_BYTES,
    logging: false,
    // Other sites may not ask in their visitors' browsers.
    cors: false,
    batching: false,
    multipart: false,
    // The page, the health checks and what is not found are the router's.
    graphiql: false,
    landingPage: false,
    // Yoga answers any address that ends so; none does, since a space in an address is always escaped.
    healthCheckEndpoint: ' ',
  });
}

const limits: Plugin = {
  onParse: ({ setParseFn }) => {
    setParseFn((source: string, options: object) =>
      parse(source, { ...options, maxTokens: MAX_TOKENS }),
    );
  },
  onValidate: ({ addValidationRule }) => addValidationRule(depthLimit(MAX_DEPTH)),
};

/** Whose fault it is: these are ours, and are to be looked at. */
const OUR_FAULTS = new Set<unknown>(['INTERNAL', 'UNAVAILABLE']);

function maskError(error: unknown, report: Report): GraphQLError {
  const told = toClientError(error);
  if (!OUR_FAULTS.has(told.extensions['code'])) return told;
  const id = report(told.originalError ?? error);
  const { message, nodes, source, positions, path, originalError } = told;
  const place = { nodes: nodes ?? null, source: source ?? null, positions: positions ?? null };
  const extensions = { ...told.extensions, id };
  return new GraphQLError(message, {
    ...place,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}
