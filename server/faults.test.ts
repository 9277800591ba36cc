import { GraphQLError, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { TimedOutError } from '../graph/errors.ts';
import { postQuery, runServer } from '../test/running-server.ts';

const secret = new Error('the password is 1234');
const throwing = (error: Error) => ({
  type: GraphQLString,
  resolve: () => {
    throw error;
  },
});
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      ours: throwing(secret),
      ours2: throwing(secret),
      theirs: throwing(
        new GraphQLError('Argument "first" is too large.', {
          extensions: { code: 'BAD_USER_INPUT' },
        }),
      ),
      slow: throwing(new TimedOutError(8_000)),
    },
  }),
});
interface Answer {
  readonly errors: { message: string; extensions: Record<string, unknown> }[];
}
const errorsOf = async (response: Response) => ((await response.json()) as Answer).errors;

test('our own fault is masked, and logged under the id that the client is told', async () => {
  const server = await runServer({ schema });
  const [error] = await errorsOf(await postQuery(server, '{ ours }'));
  expect(error?.extensions['code']).toBe('INTERNAL');
  expect(JSON.stringify(error)).not.toContain('1234');
  expect(server.log).toHaveLength(1);
  expect(server.log[0]).toContain('the password is 1234');
  expect(server.log[0]).toContain(String(error?.extensions['id']));
});

test('one fault that fails several fields is logged once', async () => {
  const server = await runServer({ schema });
  const errors = await errorsOf(await postQuery(server, '{ ours ours2 }'));
  expect(new Set(errors.map(({ extensions }) => extensions['id'])).size).toBe(1);
  expect(server.log).toHaveLength(1);
});

test("the caller's mistake is told as it is, and not logged", async () => {
  const server = await runServer({ schema });
  const [error] = await errorsOf(await postQuery(server, '{ theirs }'));
  expect(error).toMatchObject({
    message: 'Argument "first" is too large.',
    extensions: { code: 'BAD_USER_INPUT' },
  });
  expect(server.log).toEqual([]);
});

test('a graph that is too slow is told with the code TIMEOUT', async () => {
  const server = await runServer({ schema });
  const [error] = await errorsOf(await postQuery(server, '{ slow }'));
  expect(error?.extensions['code']).toBe('TIMEOUT');
});

test.each([
  ['{', 'GRAPHQL_PARSE_FAILED'],
  ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
])('a query that is none is refused with status 400 and a code: %s', async (query, code) => {
  const server = await runServer({ schema });
  const response = await postQuery(server, query);
  expect(response.status).toBe(400);
  expect((await errorsOf(response))[0]?.extensions['code']).toBe(code);
  expect(server.log).toEqual([]);
});
