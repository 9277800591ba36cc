/** What a node is found by: the names people call it, and the words of its text. The same in every engine. */
import { fold, words } from './fold.ts';
import { type NodeKind, nodeEntry } from './model.ts';

type Values = Readonly<Record<string, unknown>>;

const textsOf = (fields: readonly string[], values: Values): readonly string[] =>
  fields.flatMap((field) => values[field] ?? []).map(String);

/** What people call the node, folded. */
export const namesOf = (kind: NodeKind, values: Values): ReadonlySet<string> =>
  new Set(textsOf(nodeEntry(kind).names, values).map(fold));

/** The words that full text finds the node by, with single spaces between. */
export const indexedWords = (kind: NodeKind, values: Values): string =>
  textsOf(nodeEntry(kind).text, values).flatMap(words).join(' ');
