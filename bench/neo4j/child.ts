/** A process of the benchmark that talks with its parent. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

export class Child {
  readonly #process: ChildProcess;

  /** file: beside or below this folder's parent, as `neo4j/load.ts`. */
  constructor(file: string, environment: Readonly<Record<string, string>> = {}) {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url));
    this.#process = fork(path, { env: { ...process.env, ...environment } });
    process.once('exit', () => this.#process.kill('SIGKILL'));
  }

  get pid(): number {
    return this.#process.pid ?? Number.NaN;
  }

  send(message: object): void {
    this.#process.send(message);
  }

  /** What it says next. Rejects where it ends instead. */
  async next<Said>(type: z.ZodType<Said>): Promise<Said> {
    const ended = new AbortController();
    const { signal } = ended;
    try {
      const said = once(this.#process, 'message', { signal });
      const gone = once(this.#process, 'exit', { signal }).then(([code, by]: unknown[]) => {
        throw new Error(`The process ended (${String(code ?? by)}) before it had answered.`);
      });
      const [message] = (await Promise.race([said, gone])) as unknown[];
      return type.parse(message);
    } finally {
      ended.abort();
    }
  }

  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await gone;
  }
}
