/**
 * Versions of the graph that are being read. A connection within a read transaction goes on seeing the version it
 * began with (https://www.sqlite.org/isolation.html), so each version that somebody reads has one connection, shared.
 */
import { type Connection } from './connection.ts';
import { Reader } from './reader.ts';
import { readVersion } from './writer.ts';

interface Snapshot {
  readonly version: number;
  readonly connection: Connection;
  readonly reader: Reader;
  usedAt: number;
}

/** More versions than this are not held open at once: the newest of them then serves new readers as well. */
const MAX_SNAPSHOTS = 16;
/** Longer than a request does other things between two asks. A version that is held keeps the write-ahead log growing. */
export const IDLE_MS = 10_000;

export class Snapshots {
  readonly #open: () => Connection;
  readonly #now: () => number;
  readonly #head: Connection;
  readonly #snapshots = new Map<number, Snapshot>();
  readonly #pins = new Map<number, Snapshot>();
  readonly #spare: Connection[] = [];

  constructor(open: () => Connection, now: () => number) {
    this.#open = open;
    this.#now = now;
    this.#head = open();
  }

  /** A reader of the version that the pin was first given, or of the newest one. It is held from then on; see release(). */
  reader(pin: number | undefined): Reader {
    const snapshot = (pin === undefined ? undefined : this.#pins.get(pin)) ?? this.#newest();
    snapshot.usedAt = this.#now();
    if (pin !== undefined) this.#pins.set(pin, snapshot);
    return snapshot.reader;
  }

  #newest(): Snapshot {
    const version = readVersion(this.#head);
    const known = this.#snapshots.get(version);
    if (known !== undefined) return known;
    if (this.#snapshots.size >= MAX_SNAPSHOTS) this.release();
    if (this.#snapshots.size >= MAX_SNAPSHOTS) {
      const latest = this.#snapshots.get(Math.max(...this.#snapshots.keys()));
      if (latest !== undefined) return latest;
    }
    const connection = this.#spare.pop() ?? this.#open();
    connection.execute('BEGIN');
    // The transaction begins with its first read, which may see a version that is newer still.
    const seen = readVersion(connection);
    const snapshot = {
      version: seen,
      connection,
      reader: new Reader(connection),
      usedAt: this.#now(),
    };
    this.#snapshots.set(seen, snapshot);
    return snapshot;
  }

  /** Tells that a pin's work is done for now: however long it took, the pin is idle from here on. */
  touch(pin: number | undefined): void {
    const snapshot = pin === undefined ? undefined : this.#pins.get(pin);
    if (snapshot !== undefined) snapshot.usedAt = this.#now();
  }

  /** Lets go of versions that nobody is pinned to, or has been for IDLE_MS. To be called now and then. */
  release(): void {
    const oldest = this.#now() - IDLE_MS;
    for (const [pin, { usedAt }] of this.#pins) if (usedAt < oldest) this.#pins.delete(pin);
    const pinned = new Set(this.#pins.values());
    for (const [version, snapshot] of this.#snapshots) {
      if (pinned.has(snapshot)) continue;
      this.#snapshots.delete(version);
      snapshot.connection.execute('COMMIT');
      this.#spare.push(snapshot.connection);
    }
  }

  close(): void {
    for (const { connection } of this.#snapshots.values()) connection.close();
    for (const connection of [this.#head, ...this.#spare]) connection.close();
  }
}
