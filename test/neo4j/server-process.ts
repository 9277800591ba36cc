/** The process of a Neo4j server: started until it is ready, ended without leaving anything behind. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { pauseProcess } from './pause.ts';

const START_DEADLINE_MS = 180_000;
/** It writes its pages to disk before it ends. */
const STOP_DEADLINE_MS = 60_000;

export interface ProcessOptions {
  readonly command: string;
  readonly parameters: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
  /** The folder goes when the process does. */
  readonly isTemporary: boolean;
}

export interface ServerProcess {
  readonly port: number;
  readonly pid: number | undefined;
  /** Lets it write what it holds and end. Resolves when the process is gone. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does. Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Makes it hang: connections stay open, and nothing is answered until `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
}

/** Resolves when the server has said on which port it is ready. Rejects with the reason that it gave instead. */
export async function startProcess(options: ProcessOptions): Promise<ServerProcess> {
  const { command, parameters, environment, folder, isTemporary } = options;
  const child = spawn(command, parameters, { cwd: folder, env: environment });
  const removeFolder = () => {
    if (isTemporary) rmSync(folder, { recursive: true, force: true });
  };
  const endWithUs = () => {
    child.kill('SIGKILL');
    removeFolder();
  };
  process.once('exit', endWithUs);
  const gone = once(child, 'exit').then(() => {
    process.off('exit', endWithUs);
    removeFolder();
  });
  try {
    return { port: await untilReady(child), pid: child.pid, ...controlsOf(child, gone) };
  } catch (error) {
    child.kill('SIGKILL');
    await gone;
    throw error;
  }
}

async function untilReady(child: ChildProcessWithoutNullStreams): Promise<number> {
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-20_000);
  });
  const deadline = setTimeout(() => {
    complaints = `It was not ready within ${START_DEADLINE_MS} ms.`;
    child.kill('SIGKILL');
  }, START_DEADLINE_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      const port = /^ready (\d+)$/u.exec(line)?.[1];
      if (port !== undefined) return Number(port);
    }
  } finally {
    clearTimeout(deadline);
    // Whatever else it writes is let go: a full pipe would stop it.
    child.stdout.resume();
  }
  throw new Error(`Neo4j did not start. ${rootCauseOf(complaints)}`);
}

/** The cause that Java tells last is the one that happened first. Where in Neo4j is of no help. */
const rootCauseOf = (complaints: string): string =>
  [...complaints.matchAll(/^Caused by: (.+)$/gmu)].at(-1)?.[1] ??
  complaints.replace(/^\tat .*\n?/gmu, '').trim();

function controlsOf(
  child: ChildProcessWithoutNullStreams,
  gone: Promise<void>,
): Omit<ServerProcess, 'port' | 'pid'> {
  let goOn: (() => void) | undefined;
  const resume = () => {
    goOn?.();
    goOn = undefined;
  };
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    child.kill(signal);
    // A process that hangs takes SIGTERM only when it goes on.
    resume();
    const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_DEADLINE_MS);
    await gone;
    clearTimeout(deadline);
  };
  return {
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    pause: () => {
      goOn ??= pauseProcess(child);
    },
    resume,
  };
}
