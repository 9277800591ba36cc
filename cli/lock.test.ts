import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../test/temporary-graph.ts';
import { withLock } from './lock.ts';

const { signal } = new AbortController();

test('work under one lock is done one after the other, and who waits is told once', async () => {
  const file = join(temporaryFolder(), 'lock');
  const events: string[] = [];
  const first = Promise.withResolvers<undefined>();
  const second = Promise.withResolvers<undefined>();
  const done = withLock({ file, signal, onWait: () => events.push('first waits') }, async () => {
    events.push('first begins');
    await first.promise;
    events.push('first ends');
  });
  const onWait = () => {
    events.push('second waits');
    second.resolve(undefined);
  };
  const after = withLock({ file, signal, onWait }, () => {
    events.push('second begins');
    return Promise.resolve();
  });
  await second.promise;
  first.resolve(undefined);
  await Promise.all([done, after]);
  expect(events).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
});

test('the lock of work that failed is free', async () => {
  const file = join(temporaryFolder(), 'lock');
  const options = { file, signal, onWait: () => expect.unreachable() };
  await expect(withLock(options, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(options, () => Promise.resolve('yes'))).toBe('yes');
});

test('who waits can be told to stop', async () => {
  const file = join(temporaryFolder(), 'lock');
  const ending = new AbortController();
  await withLock({ file, signal, onWait: () => undefined }, async () => {
    const waiting = withLock({ file, signal: ending.signal, onWait: () => ending.abort() }, () =>
      Promise.resolve(),
    );
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
