/** The address that the server was given cannot be listened on. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}
