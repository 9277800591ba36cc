import { expect, test } from 'vitest';
import { showProgress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** A clock that the test sets, and a terminal that remembers. */
function surroundings({ isWatched }: { isWatched: boolean }) {
  const told: string[] = [];
  const drawn: string[] = [];
  const clock = { now: 0 };
  const terminal: Terminal = {
    print: () => {
      throw new Error('Progress is no result.');
    },
    tell: (line) => told.push(line),
    redraw: isWatched ? (line) => drawn.push(line) : undefined,
  };
  return { told, drawn, clock, progress: showProgress('Importing x', terminal, () => clock.now) };
}

test('a watched terminal shows a bar that moves, and nothing of it at the end', () => {
  const { told, drawn, progress } = surroundings({ isWatched: true });
  progress.update({ records: 500, size: 1_000 });
  progress.update({ records: 1_000, size: 1_000 });
  progress.end();
  expect(drawn).toEqual([
    'Importing x [###############...............] 500 of 1,000 records',
    'Importing x [##############################] 1,000 of 1,000 records',
    '',
  ]);
  expect(told).toEqual([]);
});

test('elsewhere a line comes now and then, not with every step', () => {
  const { told, clock, progress } = surroundings({ isWatched: false });
  for (clock.now = 0; clock.now < 12_000; clock.now += 1_000) {
    progress.update({ records: clock.now, size: 20_000 });
  }
  progress.end();
  expect(told).toEqual([
    'Importing x: 5,000 of 20,000 records',
    'Importing x: 10,000 of 20,000 records',
  ]);
});

test('a source that does not say how much it holds has no bar', () => {
  const { drawn, progress } = surroundings({ isWatched: true });
  progress.update({ records: 500, size: undefined });
  expect(drawn).toEqual(['Importing x 500 records']);
});
