/** Requests that a web page may have been made to send without its reader's will, refused. */
import type { IncomingMessage } from 'node:http';

export interface Refusal {
  readonly status: number;
  readonly reason: string;
}

const LOOPBACK_ADDRESS = /^(?:127(?:\.\d+){3}|::1|localhost)$/u;
const LOOPBACK_HOST_HEADER = /^(?:127(?:\.\d+){3}|\[::1\]|localhost)(?::\d+)?$/iu;

/** host: the address that the server listens on. allowedHosts: names it answers to beside localhost, in lower case. */
export interface Guarded {
  readonly host: string;
  readonly allowedHosts?: readonly string[];
}

/**
 * A name that leads to this machine for the time of an attack makes other sites' pages "same origin" (DNS rebinding),
 * and only the Host header tells. A server that listens on loopback alone, or was told its names, is asked by these
 * alone.
 */
export function refuseHost(
  { host, allowedHosts = [] }: Guarded,
  { headers }: Pick<IncomingMessage, 'headers'>,
): Refusal | undefined {
  if (!LOOPBACK_ADDRESS.test(host) && allowedHosts.length === 0) return undefined;
  const asked = headers.host ?? '';
  if (LOOPBACK_HOST_HEADER.test(asked)) return undefined;
  if (allowedHosts.includes(asked.toLowerCase().replace(PORT, ''))) return undefined;
  const names = ['localhost', ...allowedHosts].join(', ');
  const reason = `This server listens on ${host} and answers to ${names} alone. Set PAPERGRAPH_ALLOWED_HOSTS to let others in.`;
  return { status: 421, reason };
}
const PORT = /:\d+$/u;

/**
 * What browsers send to another site without asking it first is a GET or a form. Both are told apart here: a GET by
 * the header in which browsers name the sender's site, a form by its content type.
 * https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function refuseCrossSite({ method, headers }: IncomingMessage): Refusal | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, reason: 'Pages of other sites may not ask here.' };
  }
  const [type] = (headers['content-type'] ?? '').split(';');
  if (method === 'POST' && type?.trim().toLowerCase() !== 'application/json') {
    return { status: 415, reason: 'POST takes the content type application/json.' };
  }
  return undefined;
}
