/** What a client is told of what went wrong: the one place where errors get their codes. */
import { GraphQLError, Kind } from 'graphql';
import { EngineError } from '../graph/errors.ts';
import { TooManyQuestionsError } from '../graph/loader.ts';

/** The caller's mistake, found before the engine. `problem` goes on from the argument's name: what is wrong and what is allowed. */
export const badInput = (argument: string, problem: string): GraphQLError =>
  new GraphQLError(`Argument "${argument}" ${problem}`, {
    extensions: { code: 'BAD_USER_INPUT', argument },
  });

/** A name that several nodes share, where one node is asked for. */
export const ambiguous = (
  argument: string,
  name: string,
  candidates: readonly string[],
): GraphQLError =>
  new GraphQLError(
    `Argument "${argument}" names more than one node: ${quote(name)}. Ask for one of extensions.candidates by its id.`,
    { extensions: { code: 'AMBIGUOUS', argument, candidates } },
  );

const QUOTED_CHARACTERS = 80;

/** A value as messages show it: quoted, and cut where it is long. */
export const quote = (value: string): string =>
  JSON.stringify(
    value.length > QUOTED_CHARACTERS ? `${value.slice(0, QUOTED_CHARACTERS)}…` : value,
  );

const engineErrors = {
  // Its own message may name files and hosts, which are no client's business.
  unavailable: {
    code: 'UNAVAILABLE',
    message: 'The graph cannot be read at the moment. Try again later.',
  },
  timedOut: { code: 'TIMEOUT', message: undefined },
  overloaded: {
    code: 'OVERLOADED',
    message: 'The graph is asked more than it can answer at the moment. Try again later.',
  },
  moved: {
    code: 'UNAVAILABLE',
    message: 'The graph changes faster than the query is answered. Try again, or ask for less.',
  },
  corrupt: { code: 'INTERNAL', message: 'The graph is damaged; its operator must look at it.' },
} as const satisfies Record<
  EngineError['kind'],
  { readonly code: string; readonly message: string | undefined }
>;

const UNEXPECTED = 'Something went wrong that is not your mistake.';

/**
 * The error as a client may see it, with extensions.code; what is not meant for clients is masked as
 * INTERNAL. Its originalError is what happened, for the log, and is never sent.
 */
export function toClientError(error: unknown): GraphQLError {
  const cause = causeOf(error);
  if (cause instanceof EngineError) {
    const { code, message = cause.message } = engineErrors[cause.kind];
    return coded(error, cause, code, message);
  }
  if (cause instanceof TooManyQuestionsError) {
    return coded(error, cause, 'QUERY_TOO_LARGE', cause.message);
  }
  if (cause instanceof Error && cause.name === 'TimeoutError') {
    return coded(error, cause, 'TIMEOUT', 'The query took too long. Ask for less.');
  }
  if (cause instanceof Error && cause.name === 'AbortError') {
    return coded(error, cause, 'CANCELLED', 'The query was cancelled.');
  }
  if (!(cause instanceof GraphQLError)) return coded(error, cause, 'INTERNAL', UNEXPECTED);
  if (typeof cause.extensions['code'] === 'string') {
    return error instanceof GraphQLError ? error : cause;
  }
  // The outer message names the variable, the inner one only says what it lacks.
  return isOfAnswer(error)
    ? coded(error, cause, 'INTERNAL', UNEXPECTED)
    : coded(error, cause, 'BAD_USER_INPUT', error instanceof Error ? error.message : cause.message);
}

/** What was thrown, out of the GraphQLErrors that say where. */
function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined
    ? causeOf(error.originalError)
    : error;
}

// GraphQL.js reports a value that a scalar cannot send at the field, and one it cannot read at the argument.
const isOfAnswer = (error: unknown): boolean =>
  error instanceof GraphQLError &&
  error.path !== undefined &&
  error.nodes?.[0]?.kind === Kind.FIELD;

/** The same place in the query, with another message and code. */
function coded(error: unknown, cause: unknown, code: string, message: string): GraphQLError {
  const place = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message, {
    nodes: place?.nodes ?? null,
    source: place?.source ?? null,
    positions: place?.positions ?? null,
    path: place?.path ?? null,
    originalError: cause instanceof Error ? cause : new Error(message, { cause }),
    extensions: { code },
  });
}
