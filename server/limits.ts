/** How much one request may ask of the server. */

/** A lookup of 500 long keys, or 100 pages of filters, fits many times over. */
export const MAX_BODY_BYTES = 1_000_000;

/** GraphiQL's introspection query has about 300 tokens, a query with 500 ids written into it about 600. */
export const MAX_TOKENS = 5_000;

/** Fields within fields. GraphiQL's introspection query has 15; five lists one in the other, written out, 16. */
export const MAX_DEPTH = 30;

/** Nodes in all lists of one answer: five levels of lists over 1,200 pages of 20 are half of it. */
export const MAX_NODES = 50_000;

/** All of one request, however many asks of the engine it takes. */
export const REQUEST_DEADLINE_MS = 20_000;

/** Long enough for a slow network to bring its headers and its megabyte, short enough that idle sockets are not hoarded. */
export const HEADERS_TIMEOUT_MS = 15_000;
export const BODY_TIMEOUT_MS = 30_000;

/** A graph that takes longer than this to find one node serves nobody. */
export const READY_DEADLINE_MS = 2_000;

/** What is in flight may finish for so long; supervisors send SIGKILL after 10 s (Docker) or 30 s (Kubernetes). */
export const SHUTDOWN_DEADLINE_MS = 8_000;
