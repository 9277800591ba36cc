/** Whether a server can hold the graph; where it cannot, what its operator has to do. */
import { Neo4jError } from 'neo4j-driver';
import { UnavailableError } from '../errors.ts';
import type { Neo4jOptions } from './engine.ts';
import { isRefusedWrite } from './failure.ts';
import { openDriver, openSession } from './session.ts';

/** Of COLLECT {}, CALL (row) {} and the plans that were measured. */
const OLDEST = { major: 5, minor: 26 };

export interface ServerFacts {
  readonly version: string;
  readonly edition: string;
}
type Address = Pick<Neo4jOptions, 'uri' | 'user' | 'database'>;

/** Rejects with an UnavailableError that says what is wrong with the server or the settings, and what to do. */
export async function checkServer(options: Neo4jOptions): Promise<ServerFacts> {
  const driver = openDriver(options);
  const session = openSession(driver, options.database, 'READ');
  try {
    const { records } = await session.run(
      "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version, edition",
    );
    const [record] = records;
    const facts = {
      version: String(record?.get('version')),
      edition: String(record?.get('edition')),
    };
    if (isTooOld(facts.version)) throw tooOld(options, facts.version);
    return facts;
  } catch (error) {
    throw explainStart(error, options);
  } finally {
    await session.close();
    await driver.close();
  }
}

/** `5.26.12`, `5.27-aura`, `2026.04.0`: the year came after 5.26. */
export function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = (/^(\d+)\.(\d+)/u.exec(version) ?? []).slice(1).map(Number);
  return major < OLDEST.major || (major === OLDEST.major && minor < OLDEST.minor);
}

const tooOld = ({ uri }: Address, version: string) =>
  new UnavailableError(
    `Neo4j at ${uri} is ${version}, and Papergraph takes ${OLDEST.major}.${OLDEST.minor} or newer. Update the server.`,
  );

type Explanation = (address: Address, error: Neo4jError) => string;

/** By the error's code or, where the driver gives it none, its text: the first that matches. */
const EXPLANATIONS: readonly (readonly [pattern: RegExp, text: Explanation])[] = [
  [
    /Security\.(?:Unauthorized|TokenExpired)/u,
    ({ uri, user }) =>
      `Neo4j at ${uri} does not let in the user "${user}" with this password. Set NEO4J_USER, and NEO4J_PASSWORD or NEO4J_PASSWORD_FILE, to what it knows.`,
  ],
  [
    /Security\.AuthenticationRateLimit/u,
    ({ uri, user }) =>
      `Neo4j at ${uri} lets nobody in as "${user}" for some seconds, after too many wrong passwords. Set the right one, wait, and start again.`,
  ],
  [
    /Security\.CredentialsExpired/u,
    ({ uri, user }) =>
      `Neo4j at ${uri} wants the user "${user}" to change the password first. Change it (ALTER CURRENT USER SET PASSWORD), and set NEO4J_PASSWORD to the new one.`,
  ],
  [
    /Database\.DatabaseNotFound/u,
    ({ uri, database }) =>
      `Neo4j at ${uri} has no database "${database}". Set NEO4J_DATABASE to one that it has, or create it.`,
  ],
  [
    /DatabaseUnavailable/u,
    ({ uri, database }) =>
      `The database "${database}" of Neo4j at ${uri} is not running. Start it (START DATABASE), or see the server's log.`,
  ],
  [
    /Unknown Bolt protocol/u,
    ({ uri }) =>
      `The server at ${uri} is too old: Papergraph takes Neo4j ${OLDEST.major}.${OLDEST.minor} or newer. Update the server.`,
  ],
  [
    /responded HTTP/u,
    ({ uri }) =>
      `What answers at ${uri} speaks HTTP. Set NEO4J_URI to the address for Bolt, on port 7687 where nobody chose another.`,
  ],
  [
    /acquisition timed out/u,
    ({ uri }) =>
      `Neo4j at ${uri} takes connections and does not answer. See its log, and restart it if it hangs.`,
  ],
  [
    /ServiceUnavailable|SessionExpired/u,
    ({ uri }, error) =>
      `Neo4j cannot be reached at ${uri}: ${rootOf(error)}. Start it (npm run neo4j, or docker compose up), or set NEO4J_URI to where it is.`,
  ],
];

/** An UnavailableError where something is to be done about it, the error itself where it is a mistake of ours. */
export function explainStart(error: unknown, address: Address): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const told = `${error.code} ${error.message}`;
  const text = EXPLANATIONS.find(([pattern]) => pattern.test(told))?.[1](address, error);
  return text === undefined ? error : new UnavailableError(text, { cause: error });
}

/** The driver writes what happened at the end of what it advises, or into the cause. */
function rootOf({ message, cause }: Error): string {
  const said = cause instanceof Error ? cause.message : message;
  return (said.split('Caused by: ').at(-1) ?? said).replace(/\.$/u, '');
}

/** Of an error while the migrations ran. */
export function explainMigration(error: unknown, address: Address): unknown {
  if (!isRefusedWrite(error)) return explainStart(error, address);
  const { uri, user, database } = address;
  return new UnavailableError(
    `The database "${database}" of Neo4j at ${uri} lacks constraints or indexes, and the user "${user}", or the server itself, may not make them. Run papergraph migrate as a user who may, on a server that can be written to, and start again.`,
    { cause: error },
  );
}
