/** A thread of the engine: answers calls one after the other, so that the thread that asks never waits for the disk. */
import { parentPort, workerData } from 'node:worker_threads';
import { CorruptError, invariant, UnavailableError } from '../errors.ts';
import { openConnection } from './connection.ts';
import { toEngineError } from './failure.ts';
import type { Failure, Reply, Request, Results, ThreadData } from './messages.ts';
import { Snapshots } from './snapshots.ts';
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
      try {
        return request.questions.map((question) => {
          stopwatch.check();
          return reader.answer(question);
        });
      } finally {
        snapshots.touch(request.pin);
      }
    }
    case 'write':
      connection ??= open();
      return await writeBatch(connection, request.batch, new Date());
    case 'info':
      connection ??= open();
      return readState(connection);
  }
}

function failureOf(cause: unknown): Failure {
  const error = toEngineError(cause, file);
  const { message, stack } = error as Error;
  if (error instanceof StoppedError) return { kind: 'stopped', message, stack };
  if (error instanceof CorruptError) return { kind: 'corrupt', message, stack };
  if (error instanceof UnavailableError) return { kind: 'unavailable', message, stack };
  return { kind: 'other', message, stack };
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

/** Opening a version again costs two small statements, holding it lets the write-ahead log grow. */
const RELEASE_EVERY_MS = 1_000;
setInterval(() => snapshots?.release(), RELEASE_EVERY_MS).unref();
