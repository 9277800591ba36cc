/** Connections to a server, and sessions on them. */
import neo4j, { type Driver, type Session } from 'neo4j-driver';

export interface Credentials {
  /** `bolt://` for one server, `neo4j://` for a cluster, `neo4j+s://` for Aura. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

const CONNECTION_TIMEOUT_MS = 2_000;
const ACQUISITION_TIMEOUT_MS = 4_000;
const MAX_CONNECTIONS = 50;
/** A batch that waits for another writer's. */
const WRITE_RETRY_MS = 30_000;

/** Nothing is sent before the first session asks. The caller closes it. */
export const openDriver = ({ uri, user, password }: Credentials): Driver =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares a class and takes an object
  neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
    maxConnectionPoolSize: MAX_CONNECTIONS,
    maxTransactionRetryTime: WRITE_RETRY_MS,
  });

/** READ lets a cluster answer from any of its members. */
export const openSession = (
  driver: Driver,
  database: string,
  mode: 'READ' | 'WRITE',
  fetchSize = FETCH_SIZE,
): Session =>
  // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares a class and takes an object
  driver.session({ database, fetchSize, defaultAccessMode: neo4j.session[mode] });

/** Records in one portion, the driver's own default. */
const FETCH_SIZE = 1_000;
