/** Where a command writes: its results apart from all else. */

export interface Terminal {
  /** A line of the result: standard output. */
  readonly print: (line: string) => void;
  /** A line about the work: standard error. */
  readonly tell: (line: string) => void;
  /** Puts a line in the place of the one drawn before; undefined where nobody watches, as in a file or a pipe. */
  readonly redraw: ((line: string) => void) | undefined;
}

const CLEAR_LINE = '\r\u001b[2K';

export function createTerminal({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>) {
  // A reader that has seen enough (`papergraph info | head -1`) closes the pipe: no failure of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const terminal: Terminal = {
    print: (line) => stdout.write(`${line}\n`),
    tell: (line) => stderr.write(`${line}\n`),
    redraw: stderr.isTTY ? (line) => stderr.write(CLEAR_LINE + line) : undefined,
  };
  return terminal;
}
