import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { postQuery, runServer, sendRaw } from '../test/running-server.ts';

const schema = buildSchema('type Query { hello: String, self: Query }');
const query = '{ hello }';
const answer = async (response: Response): Promise<readonly [number, unknown]> => [
  response.status,
  await response.json(),
];
const refusal = (message: string) => ({ errors: [{ message }] });

describe('a query', () => {
  test('comes by POST as JSON', async () => {
    const server = await runServer({ schema });
    expect(await answer(await postQuery(server, query))).toEqual([200, { data: { hello: null } }]);
  });
  test('comes by GET too', async () => {
    const { url } = await runServer({ schema });
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`);
    expect(await answer(response)).toEqual([200, { data: { hello: null } }]);
  });
  test('by GET is answered whatever its address ends in', async () => {
    const { url } = await runServer({ schema });
    const response = await fetch(`${url}/graphql?query=%7Bhello%7D&operationName=/health`);
    expect(response.status).not.toBe(200);
  });
});

describe('pages of other sites may not ask:', () => {
  test.each(['cross-site', 'same-site'])('a GET that a browser marks %s', async (site) => {
    const server = await runServer({ schema });
    const headers = { 'sec-fetch-site': site };
    const { status, body } = await sendRaw(server, '/graphql?query=%7Bhello%7D', headers);
    expect([status, JSON.parse(body)]).toEqual([
      403,
      refusal('Pages of other sites may not ask here.'),
    ]);
  });
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
  ])('a POST that is sent without asking first: %s', async (type) => {
    const server = await runServer({ schema });
    const response = await postQuery(server, query, { headers: { 'content-type': type } });
    expect(await answer(response)).toEqual([
      415,
      refusal('POST takes the content type application/json.'),
    ]);
  });
  test('a browser that asks first is not told that it may', async () => {
    const { url } = await runServer({ schema });
    const headers = { origin: 'https://example.org', 'access-control-request-method': 'POST' };
    const response = await fetch(`${url}/graphql`, { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.ok).toBe(false);
  });
  test('a page whose name was turned to this machine', async () => {
    const server = await runServer({ schema });
    const { status } = await sendRaw(server, '/graphql?query=%7Bhello%7D', {
      host: 'rebound.example.org',
    });
    expect(status).toBe(421);
  });
  test.each(['localhost:4000', '127.0.0.1', '[::1]:80'])('not so %s', async (host) => {
    const server = await runServer({ schema });
    const { status } = await sendRaw(server, '/graphql?query=%7Bhello%7D', { host });
    expect(status).toBe(200);
  });
  test('a server that others are let in to answers to any name', async () => {
    const server = await runServer({ schema, host: '0.0.0.0' });
    const { status } = await sendRaw(server, '/live', { host: 'papers.example.org' });
    expect(status).toBe(200);
  });
});

describe('what is too large is refused before it is executed:', () => {
  const messageOf = async (response: Response) => {
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return errors[0]?.message;
  };
  const nested = (depth: number) =>
    `${'{ self '.repeat(depth - 1)} { hello } ${'}'.repeat(depth - 1)}`;

  test('fields 31 deep, and not fields 30 deep', async () => {
    const server = await runServer({ schema });
    expect((await postQuery(server, nested(30))).status).toBe(200);
    const response = await postQuery(server, nested(31));
    expect(response.status).toBe(400);
    expect(await messageOf(response)).toBe(
      'The query is 31 fields deep; at most 30 are allowed. Ask for less at once.',
    );
  });
  test('fields deep within fragments', async () => {
    const server = await runServer({ schema });
    const fragments = `fragment A on Query ${nested(20)} fragment B on Query { ...A }`;
    const text = `{ ${'self { '.repeat(11)} ...B ${'}'.repeat(11)} } ${fragments}`;
    expect(await messageOf(await postQuery(server, text))).toContain('is 31 fields deep');
  });
  test('fragments that spread one another twice each, in little time', async () => {
    const server = await runServer({ schema });
    const fragments = Array.from({ length: 60 }, (_, index) => {
      const next = index === 59 ? 'hello' : `...F${index + 1} ...F${index + 1}`;
      return `fragment F${index} on Query { ${next} }`;
    });
    expect((await postQuery(server, `{ ...F0 } ${fragments.join(' ')}`)).status).toBeLessThan(500);
  });
  test('a text of too many words', async () => {
    const server = await runServer({ schema });
    const response = await postQuery(server, `{ ${'hello '.repeat(5_000)} }`);
    expect(await messageOf(response)).toContain('5000 tokens');
  });
  test('a body of more than a megabyte', async () => {
    const server = await runServer({ schema });
    const response = await postQuery(server, `{ hello } # ${'x'.repeat(1_000_000)}`);
    expect([response.status, await messageOf(response)]).toEqual([413, 'Request body too large']);
  });
  test('several operations in one request', async () => {
    const server = await runServer({ schema });
    const body = JSON.stringify([{ query }, { query }]);
    expect((await postQuery(server, '', { body })).ok).toBe(false);
  });
});

test('every answer forbids browsers to guess its type, to frame it and to load anything for it', async () => {
  const server = await runServer({ schema });
  for (const path of ['/live', '/nothing', '/graphql?query=%7Bhello%7D']) {
    const { headers } = await sendRaw(server, path, {});
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  }
});
