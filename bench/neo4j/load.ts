/** The load generator, in a process of its own: so many clients, each sending its next request when it has the answer. */
import { Agent, request } from 'node:http';
import { z } from 'zod';

const Order = z.object({
  url: z.url(),
  /** Sent in turn, from the first again after the last. */
  bodies: z.array(z.string()).min(1),
  clients: z.int().positive(),
  /** No request starts after so many, or so long. */
  maxRequests: z.int().positive(),
  maxMs: z.number().positive(),
});
export type Order = z.infer<typeof Order>;

export const Load = z.object({
  /** Of each request that was answered. */
  latenciesMs: z.array(z.number()),
  seconds: z.number(),
  /** The first answer that was no success. */
  failure: z.string().nullable(),
});
export type Load = z.infer<typeof Load>;

/** A request that takes longer has failed. */
const PATIENCE_MS = 25_000;

async function load({ url, bodies, clients, maxRequests, maxMs }: Order): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const latenciesMs: number[] = [];
  let failure: string | null = null;
  let sent = 0;
  const start = performance.now();
  const isOver = () => sent >= maxRequests || performance.now() - start > maxMs;
  const client = async () => {
    while (failure === null && !isOver()) {
      const body = bodies[sent % bodies.length] ?? '';
      sent += 1;
      const begun = performance.now();
      try {
        const answer = await post(url, body, agent);
        if (answer.includes('"errors":')) failure ??= answer.slice(0, 500);
      } catch (error) {
        failure ??= String(error);
      }
      latenciesMs.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return { latenciesMs, seconds, failure };
}

function post(url: string, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const options = { method: 'POST', agent, headers, timeout: PATIENCE_MS };
    const sending = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    sending.on('error', reject);
    sending.on('timeout', () => sending.destroy(new Error(`no answer in ${PATIENCE_MS} ms`)));
    sending.end(body);
  });
}

if (import.meta.main) {
  process.once('disconnect', () => process.exit());
  process.on('message', (message) => {
    void load(Order.parse(message)).then((done) => process.send?.(done));
  });
}
