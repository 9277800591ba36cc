/** Thrown where the machine lacks something that Neo4j needs. */

/** The message is one line: it is shown where tests on Neo4j are left out. */
export class CannotRunNeo4jError extends Error {
  override readonly name = 'CannotRunNeo4jError';
  constructor(reason: string, options?: ErrorOptions) {
    super(`Neo4j cannot be started here: ${reason}`, options);
  }
}
