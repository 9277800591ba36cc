import { expect, test } from 'vitest';
import { firstDifference, textsOf } from './same-answer.ts';

test('two answers are the same by what they tell, however they nest it', () => {
  const ours = { papers: { totalCount: 2, edges: [{ cursor: 'x', node: { title: 'A' } }] } };
  const theirs = {
    papersConnection: { totalCount: 2, edges: [{ node: { title: 'A', year: 1 } }] },
  };
  expect(firstDifference(textsOf(ours), textsOf(theirs), 'all')).toBeUndefined();
});

test.each([
  [['title A', 'title B'], ['title B', 'title A'], 'all', 'we tell "title A", they "title B"'],
  [['title A', 'title B'], ['title B', 'title A'], 'how many', undefined],
  [['title A'], [], 'how many', 'we tell 1 things, they 0'],
  [[], [], 'all', 'we answer nothing'],
] as const)('%j and %j, held against each other by %s: %s', (ours, theirs, same, difference) => {
  expect(firstDifference(ours, theirs, same)).toBe(difference);
});
