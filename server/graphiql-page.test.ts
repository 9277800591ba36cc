import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { runServer, sendRaw } from '../test/running-server.ts';

const schema = buildSchema('type Query { hello: String }');
const questions = [
  { file: '1.graphql', text: '# Who is there?\nquery First { hello }\n' },
  { file: '2.graphql', text: 'query Second { hello }\n' },
];
const page = async (headers: Record<string, string> = {}) => {
  const server = await runServer({ schema, questions });
  return sendRaw(server, '/graphql', { accept: 'text/html,*/*', ...headers });
};

test('a browser gets GraphiQL, open on the example questions in their order', async () => {
  const { status, headers, body } = await page();
  expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(body).toContain(
    '"defaultTabs":[{"query":"# Who is there?\\nquery First { hello }\\n"},{"query":"query Second { hello }\\n"}]',
  );
});

test('the page has all that it needs in itself, and may not load anything from elsewhere', async () => {
  const { headers, body } = await page();
  // In the markup, that is before the one script of the page.
  const [markup = ''] = body.split('<script>');
  expect(markup).not.toMatch(/<(?:script|link|img)[^>]+(?:src|href)="(?!data:)/u);
  expect(markup).not.toMatch(/@import|url\((?!["']?data:)/u);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("connect-src 'self'");
  expect(headers['content-security-policy']).not.toMatch(/https?:|\*/u);
});

test('a page that is asked by a link of another site is shown, since it asks nothing by itself', async () => {
  const { status } = await page({ 'sec-fetch-site': 'cross-site' });
  expect(status).toBe(200);
});

test('the page is sent compressed to those who can read that', async () => {
  const server = await runServer({ schema, questions });
  const response = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toContain('query First');
});
