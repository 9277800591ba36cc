/** A thread of the engine: answers calls one after the other, so that the thread that asks never waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import { CorruptError, invariant } from '../errors.ts';
import { openConnection } from './connection.ts';
import type { Failure, Reply, Request, Results, ThreadData } from './messages.ts';
import { IDLE_MS, Snapshots } from './snapshots.ts';
import { readState } from './state.ts';
import { StoppedError, Stopwatch } from './stopwatch.ts';
import { writeBatch } from './writer.ts';

invariant(parentPort !== null, 'this file is started as a thread by engine.ts');
const port = parentPort;
const { file } = workerData as ThreadData;

const stopwatch = new Stopwatch();
const open = () => {
  const connection = openConnection(file);
  stopwatch.install(connection.database);
  return connection;
};
/** Opened on the first call, so that a file that cannot be read is an answer to it. */
let snapshots: Snapshots | undefined;
let connection: ReturnType<typeof open> | undefined;

async function answer(request: Request): Promise<Results[keyof Results]> {
  switch (request.call) {
    case 'ask': {
      stopwatch.start(request.flag, request.endsAt);
      stopwatch.check();
      snapshots ??= new Snapshots(open, Date.now);
      const reader = snapshots.reader(request.pin);
      return request.questions.map((question) => {
        stopwatch.check();
        return reader.answer(question);
      });
    }
    case 'write':
      connection ??= open();
      return await writeBatch(connection, request.batch, new Date());
    case 'info':
      connection ??= open();
      return readState(connection);
  }
}

// https://www.sqlite.org/rescode.html
const SQLITE_FAILURES: Readonly<Record<number, Failure['kind']>> = {
  5: 'unavailable', // BUSY: another process is writing for longer than we wait
  10: 'unavailable', // IOERR
  11: 'corrupt', // CORRUPT
  13: 'unavailable', // FULL
  14: 'unavailable', // CANTOPEN
  26: 'corrupt', // NOTADB
};

function failureOf(error: unknown): Failure {
  const { message, stack, errcode } = error as Error & { errcode?: number };
  // The low byte is the primary code.
  const known = errcode === undefined ? undefined : SQLITE_FAILURES[errcode & 255];
  const kind =
    error instanceof StoppedError
      ? 'stopped'
      : error instanceof CorruptError
        ? 'corrupt'
        : (known ?? 'other');
  return { kind, message, stack };
}

async function reply(request: Request): Promise<void> {
  let reply: Reply;
  try {
    reply = { id: request.id, result: await answer(request) };
  } catch (error) {
    reply = { id: request.id, failure: failureOf(error) };
  }
  port.postMessage(reply);
}

/** One after the other: a batch is one transaction of the one connection that writes. */
let last = Promise.resolve();
port.on('message', (request: Request) => {
  last = last.then(() => reply(request));
});

setInterval(() => snapshots?.release(), IDLE_MS / 3).unref();
