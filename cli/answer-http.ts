/** Answers GraphQL over HTTP until the command is to end. Loaded by need: no other command takes a server or a schema. */
import type { Engine } from '../graph/engine.ts';
import { schema } from '../schema/schema.ts';
import { GRAPHQL_PATH } from '../server/graphql-endpoint.ts';
import { loadQuestions } from '../server/questions.ts';
import { createReport } from '../server/report.ts';
import { startServer } from '../server/server.ts';
import type { Invocation } from './command.ts';
import type { Settings } from './settings.ts';

export async function answerHttp(
  engine: Engine,
  { PORT: port, PAPERGRAPH_HOST: host }: Settings,
  { terminal: { tell }, signal }: Pick<Invocation, 'terminal' | 'signal'>,
): Promise<void> {
  const questions = await loadQuestions();
  const report = createReport(tell);
  const server = await startServer({ engine, schema, questions, report, host, port });
  tell(`Papergraph answers at ${server.url}${GRAPHQL_PATH} (GraphiQL in a browser).`);
  await aborted(signal);
  tell('Stopping: letting what is in flight finish.');
  await server.stop();
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
