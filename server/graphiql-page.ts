/** GraphiQL with all that it needs inside the page, open on the example questions. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { GRAPHQL_PATH } from './graphql-endpoint.ts';
import type { ExampleQuestion } from './questions.ts';

/** The page as it is sent: HTML, and the same compressed, since it is 9 MB of script. */
export interface GraphiQLPage {
  readonly html: Buffer;
  readonly gzipped: Buffer;
}

/** Whatever the page holds, it can load nothing from elsewhere and send nothing elsewhere. Monaco makes its workers of blobs. */
export const PAGE_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Made on first use and kept: it is the same for everybody. */
export function createGraphiQLPage(
  questions: readonly ExampleQuestion[],
): () => Promise<GraphiQLPage> {
  let page: Promise<GraphiQLPage> | undefined;
  return () => (page ??= render(questions));
}

async function render(questions: readonly ExampleQuestion[]): Promise<GraphiQLPage> {
  // Loaded by need: its 9 MB are nothing to a server that only other programs ask.
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = Buffer.from(
    renderGraphiQL({
      title: 'Papergraph',
      endpoint: GRAPHQL_PATH,
      defaultTabs: questions.map(({ text }) => ({ query: text })),
      schemaDescription: true,
    }),
  );
  return { html, gzipped: await promisify(gzip)(html) };
}
