/** What a node is found by: the names people call it, and the words of its text. The same in every engine. */
import { foldConceptName } from './concept-name.ts';
import { fold, words } from './fold.ts';
import { type NodeKind, nodeEntry } from './model.ts';

type Values = Readonly<Record<string, unknown>>;

const textsOf = (fields: readonly string[], values: Values): readonly string[] =>
  fields.flatMap((field) => values[field] ?? []).map(String);

/**
 * The forms in which a name is stored and looked up; it is found where they share one. Concepts are named in the
 * plural and with their acronyms just as well, so they have a second form; empty where the name has no word.
 */
export const formsOfName = (kind: NodeKind, name: string): readonly string[] => {
  const forms = kind === 'Concept' ? [fold(name), foldConceptName(name)] : [fold(name)];
  return [...new Set(forms)].filter((form) => form !== '');
};

/** What people call the node, in all the forms it is looked up by. */
export const namesOf = (kind: NodeKind, values: Values): ReadonlySet<string> =>
  new Set(textsOf(nodeEntry(kind).names, values).flatMap((name) => formsOfName(kind, name)));

/** The words that full text finds the node by, with single spaces between. */
export const indexedWords = (kind: NodeKind, values: Values): string =>
  textsOf(nodeEntry(kind).text, values).flatMap(words).join(' ');
