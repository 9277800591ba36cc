/** The HTTP server from its first connection to its last. */
import { createServer, type Server } from 'node:http';
import { BODY_TIMEOUT_MS, HEADERS_TIMEOUT_MS, SHUTDOWN_DEADLINE_MS } from './limits.ts';
import { ListenError } from './listen-error.ts';
import { createRouter, type RouterOptions } from './router.ts';

export interface ServerOptions extends Omit<RouterOptions, 'isShuttingDown'> {
  /** 0: any that is free. */
  readonly port: number;
  /** How long what is in flight may take to finish; SHUTDOWN_DEADLINE_MS where absent. */
  readonly shutdownDeadlineMs?: number;
}
export interface RunningServer {
  /** `http://127.0.0.1:4000`, with the port that was taken. */
  readonly url: string;
  /** Takes no more requests, lets those in flight finish, and cuts them off at the deadline. */
  readonly stop: () => Promise<void>;
}

/** Rejects with a ListenError. The engine stays the caller's to close, after stop(). */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  let isShuttingDown = false;
  const listener = createRouter({ ...options, isShuttingDown: () => isShuttingDown });
  const timeouts = { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: BODY_TIMEOUT_MS };
  const server = createServer(timeouts, listener);
  const port = await listen(server, options);
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `http://${host}:${port}`,
    stop: () => {
      isShuttingDown = true;
      return drain(server, options.shutdownDeadlineMs ?? SHUTDOWN_DEADLINE_MS);
    },
  };
}

function listen(server: Server, { host, port }: ServerOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE' ? 'Something else listens there.' : `${error.message}.`;
      const message = `Cannot listen on port ${port} of ${host}: ${reason} Set PORT or PAPERGRAPH_HOST to another.`;
      reject(new ListenError(message, { cause: error }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function drain(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), deadlineMs);
    // Also closes connections that are kept alive but idle.
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
