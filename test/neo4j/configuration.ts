/** The neo4j.conf of a server for development and tests. */

export interface Configuration {
  /** 0, as where none is given: any that is free. */
  readonly port?: number;
  readonly pageCacheMb?: number;
  /** Lines of neo4j.conf by their names, in place of ours or beside them. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** https://neo4j.com/docs/operations-manual/5/configuration/configuration-settings/ */
export function configurationText({
  port = 0,
  pageCacheMb = 256,
  settings,
}: Configuration): string {
  const lines = {
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${port}`,
    'server.memory.pagecache.size': `${pageCacheMb}m`,
    ...FIXED_SETTINGS,
    ...settings,
  };
  return Object.entries(lines)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

const FIXED_SETTINGS = {
  // A misspelled setting fails the start.
  'server.config.strict_validation.enabled': 'true',
  'dbms.security.auth_enabled': 'true',
  // Three wrong passwords would lock the user out for a while, and with it every test that runs beside.
  'dbms.security.auth_max_failed_attempts': '0',
  'dbms.usage_report.enabled': 'false',
  // A query whose client has gone, or whose time is over, ends at the next check: each second unless set.
  'db.transaction.monitor.check.interval': '100ms',
  // A runaway query fails before it fills the heap.
  'db.memory.transaction.max': '256m',
  // Half a gigabyte of log, written ahead of the first transaction, is much for a temporary folder.
  'db.tx_log.preallocate': 'false',
  // Stopping would wait for ten seconds in which nobody connects. In seconds.
  'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
};
