import { expect, test } from 'vitest';
import { whenOrphaned } from './orphaned.ts';

test('a process learns once that another process has become its parent', () => {
  const looks: (() => void)[] = [];
  const state = { parent: 42, told: 0, isStopped: false };
  whenOrphaned(() => (state.told += 1), {
    parent: () => state.parent,
    every: (_intervalMs, look) => {
      looks.push(look);
      return () => (state.isStopped = true);
    },
  });
  const [look] = looks;
  look?.();
  expect(state).toEqual({ parent: 42, told: 0, isStopped: false });
  state.parent = 1;
  look?.();
  expect(state).toEqual({ parent: 1, told: 1, isStopped: true });
});
