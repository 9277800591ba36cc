/** Answers GraphQL over HTTP until the command is to end. Loaded by need: no other command takes a server or a schema. */
import { schema } from '../schema/schema.ts';
import { GRAPHQL_PATH } from '../server/graphql-endpoint.ts';
import { loadQuestions } from '../server/questions.ts';
import { createReport } from '../server/report.ts';
import { startServer } from '../server/server.ts';
import type { Invocation } from './command.ts';
import type { OpenGraph } from './open-engine.ts';
import type { Settings } from './settings.ts';

export async function answerHttp(
  { engine, warm }: OpenGraph,
  { PORT: port, PAPERGRAPH_HOST: host, PAPERGRAPH_ALLOWED_HOSTS: allowedHosts }: Settings,
  { terminal: { tell }, signal }: Pick<Invocation, 'terminal' | 'signal'>,
): Promise<void> {
  const questions = await loadQuestions();
  const report = createReport(tell);
  const server = await startServer({
    ...{ engine, schema, questions, report, host, allowedHosts, port },
  });
  tell(`Papergraph answers at ${server.url}${GRAPHQL_PATH} (GraphiQL in a browser).`);
  const warming = warm(signal);
  await aborted(signal);
  tell('Stopping: letting what is in flight finish.');
  await Promise.all([server.stop(), warming]);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
