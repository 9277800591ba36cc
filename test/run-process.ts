/** The papergraph command as its users run it: a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const LAUNCHER = fileURLToPath(new URL('../cli/papergraph.js', import.meta.url));

export interface RunningProcess {
  readonly child: ChildProcess;
  /** Resolves with the first line of standard error or output that matches. */
  readonly line: (pattern: RegExp) => Promise<string>;
  readonly exit: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Killed when the test ends, if it has not ended by then. */
export function runProcess(
  file: string,
  words: readonly string[],
  {
    environment = {},
    flags = [],
  }: {
    environment?: Readonly<Record<string, string>>;
    flags?: readonly string[];
  } = {},
): RunningProcess {
  const child = spawn(process.execPath, [...flags, file, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const seen = { stdout: [] as string[], stderr: [] as string[] };
  const waiting: { pattern: RegExp; resolve: (line: string) => void }[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    createInterface({ input: child[name] }).on('line', (line) => {
      seen[name].push(line);
      for (const { pattern, resolve } of waiting) if (pattern.test(line)) resolve(line);
    });
  }
  const exit = once(child, 'close').then(([code]: unknown[]) => ({
    code: typeof code === 'number' ? code : null,
    stdout: seen.stdout.join('\n'),
    stderr: seen.stderr.join('\n'),
  }));
  return {
    child,
    exit,
    line: (pattern) => {
      const before = [...seen.stdout, ...seen.stderr].find((line) => pattern.test(line));
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      if (before !== undefined) resolve(before);
      waiting.push({ pattern, resolve });
      void exit.then(({ stderr }) => {
        reject(new Error(`The process ended without a line of ${String(pattern)}:\n${stderr}`));
      });
      return promise;
    },
  };
}
