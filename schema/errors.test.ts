import { GraphQLError, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { CorruptError, OverloadedError, TimedOutError, UnavailableError } from '../graph/errors.ts';
import { TooManyQuestionsError } from '../graph/loader.ts';
import { ambiguous, badInput, quote, toClientError } from './errors.ts';

const [definition] = parse('{ papers { totalCount } }').definitions;
const at = (originalError: Error) =>
  new GraphQLError(originalError.message, {
    originalError,
    path: ['papers', 'totalCount'],
    ...(definition && { nodes: definition }),
  });

describe('what a client is told', () => {
  test.each([
    [
      new UnavailableError('/data/graph.sqlite is locked'),
      'UNAVAILABLE',
      'The graph cannot be read at the moment. Try again later.',
    ],
    [
      new TimedOutError(8_000),
      'TIMEOUT',
      'The graph did not answer in 8000 ms. Ask for less, or for fewer things at once.',
    ],
    [
      new OverloadedError('queue of 4000'),
      'OVERLOADED',
      'The graph is asked more than it can answer at the moment. Try again later.',
    ],
    [new CorruptError('page 7'), 'INTERNAL', 'The graph is damaged; its operator must look at it.'],
    [
      new TooManyQuestionsError(30_000),
      'QUERY_TOO_LARGE',
      new TooManyQuestionsError(30_000).message,
    ],
    [new DOMException('10 s', 'TimeoutError'), 'TIMEOUT', 'The query took too long. Ask for less.'],
    [new DOMException('gone', 'AbortError'), 'CANCELLED', 'The query was cancelled.'],
    [
      new TypeError('x is not a function'),
      'INTERNAL',
      'Something went wrong that is not your mistake.',
    ],
  ])('of %s', (error, code, message) => {
    const told = toClientError(at(error));
    expect(told.toJSON()).toEqual({
      message,
      locations: [{ line: 1, column: 1 }],
      path: ['papers', 'totalCount'],
      extensions: { code },
    });
    expect(told.originalError).toBe(error);
    expect(toClientError(error).extensions).toEqual({ code });
  });

  test('of what is thrown and no error at all is nothing', () => {
    expect(toClientError('secret').toJSON()).toEqual({
      message: 'Something went wrong that is not your mistake.',
      extensions: { code: 'INTERNAL' },
    });
  });

  test.each([
    [badInput('first', 'must be from 0 to 100; it is -1.')],
    [ambiguous('by.name', 'x', ['a', 'b'])],
  ])('of %s is all of it', (error) => {
    const told = toClientError(at(error));
    expect(told.message).toBe(error.message);
    expect(told.extensions).toEqual(error.extensions);
    expect(told.path).toEqual(['papers', 'totalCount']);
  });
});

test('a long value is cut where a message quotes it', () => {
  expect(quote('x'.repeat(100))).toBe(`"${'x'.repeat(80)}…"`);
  expect(quote('a "b"')).toBe(String.raw`"a \"b\""`);
});
