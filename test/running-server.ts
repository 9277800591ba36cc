/** A server on a free port for one test, stopped when the test ends. */
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import type { GraphQLSchema } from 'graphql';
import { onTestFinished } from 'vitest';
import type { Engine } from '../graph/engine.ts';
import type { ExampleQuestion } from '../server/questions.ts';
import { createReport } from '../server/report.ts';
import { type RunningServer, startServer } from '../server/server.ts';
import { temporaryGraph } from './temporary-graph.ts';

interface Options {
  readonly schema: GraphQLSchema;
  readonly engine?: Engine;
  readonly questions?: readonly ExampleQuestion[];
  readonly host?: string;
  readonly port?: number;
  readonly shutdownDeadlineMs?: number;
}
export interface TestServer extends RunningServer {
  /** What the server wrote about its own faults. */
  readonly log: readonly string[];
}

export async function runServer(options: Options): Promise<TestServer> {
  const log: string[] = [];
  const report = createReport((line) => log.push(line));
  const usual = { questions: [], host: '127.0.0.1', port: 0 };
  const { engine = temporaryGraph() } = options;
  const server = await startServer({ ...usual, ...options, engine, report });
  onTestFinished(() => server.stop());
  return { ...server, log };
}

/** A client of the GraphQL over HTTP specification: requests that are refused have a status that says so. */
const JSON_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
};

export const postQuery = (
  { url }: RunningServer,
  query: string,
  init: RequestInit = {},
): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ query }),
    ...init,
  });

export interface RawResponse {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A request whose headers fetch would not let through, such as Host. */
export function sendRaw(
  { url }: RunningServer,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<RawResponse> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${url}${path}`, { headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status, headers: answered } = response;
        resolve({ status, headers: answered, body: Buffer.concat(parts).toString() });
      });
    });
    request.on('error', reject);
    request.end();
  });
}
