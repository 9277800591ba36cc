/** Which part of the server answers which address. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import type { Engine } from '../graph/engine.ts';
import {
  createGraphiQLPage,
  type GraphiQLPage,
  PAGE_CONTENT_SECURITY_POLICY,
} from './graphiql-page.ts';
import { createGraphQLEndpoint, GRAPHQL_PATH } from './graphql-endpoint.ts';
import { type Guarded, refuseCrossSite, refuseHost } from './guard.ts';
import { REQUEST_DEADLINE_MS } from './limits.ts';
import type { ExampleQuestion } from './questions.ts';
import { readinessOf, shuttingDown } from './readiness.ts';
import type { Report } from './report.ts';
import { requestEnd } from './request-end.ts';

export interface RouterOptions extends Guarded {
  readonly engine: Engine;
  readonly schema: GraphQLSchema;
  readonly questions: readonly ExampleQuestion[];
  readonly report: Report;
  readonly isShuttingDown: () => boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

export function createRouter(options: RouterOptions): RequestListener {
  const { engine, questions, report, isShuttingDown } = options;
  const graphql = createGraphQLEndpoint(options);
  const graphiqlPage = createGraphiQLPage(questions);

  const routes: Readonly<Record<string, Handler>> = {
    '/': (_request, response) => {
      response.writeHead(302, { location: GRAPHQL_PATH }).end();
    },
    '/live': (_request, response) => {
      sendJson(response, 200, { status: 'live' });
    },
    '/ready': async (_request, response) => {
      const readiness = isShuttingDown() ? shuttingDown : await readinessOf(engine);
      sendJson(response, readiness.status === 'ready' ? 200 : 503, readiness);
    },
    [GRAPHQL_PATH]: async (request, response) => {
      const refusal = refuseCrossSite(request);
      if (wantsPage(request)) {
        sendPage(request, response, await graphiqlPage());
      } else if (refusal !== undefined) {
        sendJson(response, refusal.status, error(refusal.reason));
      } else {
        await graphql(request, response, { ending: requestEnd(response, REQUEST_DEADLINE_MS) });
      }
    },
  };

  return (request, response) => {
    for (const [name, value] of SECURITY_HEADERS) response.setHeader(name, value);
    if (isShuttingDown()) response.setHeader('connection', 'close');
    const refusal = refuseHost(options, request);
    if (refusal !== undefined) {
      sendJson(response, refusal.status, error(refusal.reason));
      return;
    }
    const [path = ''] = (request.url ?? '').split('?');
    const handler = Object.hasOwn(routes, path) ? routes[path] : undefined;
    if (handler === undefined) {
      sendJson(response, 404, error(`There is nothing here. GraphQL is at ${GRAPHQL_PATH}.`));
      return;
    }
    if (path !== GRAPHQL_PATH && request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendJson(response, 405, error(`${path} takes GET alone.`));
      return;
    }
    Promise.resolve(handler(request, response)).catch((thrown: unknown) => {
      const id = report(thrown);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, error(`Something went wrong that is not your mistake: ${id}.`));
    });
  };
}

const SECURITY_HEADERS = [
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
] as const;

const error = (message: string) => ({ errors: [{ message }] });

function sendJson(response: ServerResponse, status: number, body: object): void {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  };
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}

const wantsPage = ({ method, headers }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') && (headers.accept?.includes('text/html') ?? false);

function sendPage(
  { headers }: IncomingMessage,
  response: ServerResponse,
  { html, gzipped }: GraphiQLPage,
): void {
  const isGzipped = /\bgzip\b/u.test(headers['accept-encoding'] ?? '');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': PAGE_CONTENT_SECURITY_POLICY,
    vary: 'accept, accept-encoding',
    ...(isGzipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(isGzipped ? gzipped : html);
}
