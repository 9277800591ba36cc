/** Finding one node by what identifies it: an id, an id of the world outside, or a name. */
import { parseArxivId, parseDoi, parseExternalId } from '../graph/external-id.ts';
import { MAX_NAMED } from '../graph/engine.ts';
import type { NodeKind } from '../graph/model.ts';
import type { NodeKey, Row } from '../graph/row.ts';
import { formsOfName } from '../graph/searchable.ts';
import type { Context } from './context.ts';
import { ambiguous, badInput, quote } from './errors.ts';
import { readKey, writeGlobalId } from './global-id.ts';
import { checkName, warnOfUnknown } from './name.ts';
import { BY_NAME } from './order.ts';

/** A key or external id; or a name, of which not all bearers need be meant. */
export type Sought<K extends NodeKind> =
  | { readonly key: NodeKey<K> }
  | { readonly name: string; readonly isMeant?: (node: Row<K>) => boolean };

/** One rule for each field of an input of which exactly one is given. */
export type KeyRules<Input, K extends NodeKind> = {
  // Not `keyof Input` alone: that would make one table for each field of the union that such an input is.
  readonly [Name in keyof Input & string]: (
    value: NonNullable<Input[Name]>,
    argument: string,
  ) => Sought<K>;
};

/** null: no such node. Rejects with BAD_USER_INPUT, or AMBIGUOUS where several nodes share the name. */
export async function find<K extends NodeKind, Input extends object>(
  kind: K,
  rules: KeyRules<Input, K>,
  by: Input,
  context: Context,
): Promise<Row<K> | null> {
  for (const name of Object.keys(rules) as (keyof Input & string)[]) {
    const argument = `by.${name}`;
    const sought = readField(rules, name, by[name], argument);
    if (sought === undefined) continue;
    return 'key' in sought
      ? context.loader.node(kind, sought.key)
      : findByName(kind, sought, argument, context);
  }
  throw badInput('by', 'names nothing to find a node by. Give one of its fields.');
}

function readField<K extends NodeKind, Input, Name extends keyof Input & string>(
  rules: KeyRules<Input, K>,
  name: Name,
  value: Input[Name],
  argument: string,
): Sought<K> | undefined {
  return value === undefined || value === null ? undefined : rules[name](value, argument);
}

async function findByName<K extends NodeKind>(
  kind: K,
  { name, isMeant = () => true }: Exclude<Sought<K>, { key: unknown }>,
  argument: string,
  context: Context,
): Promise<Row<K> | null> {
  checkName(name, argument);
  const names = formsOfName(kind, name);
  const [{ items }] = await Promise.all([
    context.loader.page<K>({ kind, where: { op: 'named', names } }, BY_NAME, { size: MAX_NAMED }),
    warnOfUnknown([{ argument, kind, value: name, names }], context),
  ]);
  const found = items.map(({ node }) => node).filter(isMeant);
  if (found.length > 1) throw ambiguous(argument, name, found.map(writeGlobalId));
  return found[0] ?? null;
}

/** Global ids of one kind. */
export const byId =
  <K extends NodeKind>(kind: K) =>
  (id: string, argument: string): Sought<K> => ({ key: readKey(kind, id, argument) });

export const byArxivId = (text: string, argument: string) =>
  soughtId(parseArxivId(text), text, argument, 'an arXiv id, like 2410.02743 or hep-th/9901001');

export const byDoi = (text: string, argument: string) =>
  soughtId(parseDoi(text), text, argument, 'a DOI, like 10.1000/182');

export const byOrcid = (text: string, argument: string) =>
  soughtId(idIn(text, 'orcid:'), text, argument, 'an ORCID iD, like 0000-0002-1825-0097');

export const byRor = (text: string, argument: string) =>
  soughtId(idIn(text, 'ror:'), text, argument, 'a ROR id, like 02en5vm52');

export const byOpenAlexId = (text: string, argument: string) =>
  soughtId(idIn(text, 'openalex:'), text, argument, 'an OpenAlex id, like W2741809807');

export const bySemanticScholarPaperId = (text: string, argument: string) =>
  soughtId(
    idIn(text, 's2:') ?? idIn(text, 'corpus:'),
    text,
    argument,
    'a Semantic Scholar paper id: 40 hexadecimal digits, or CorpusID: and a number',
  );

/** Authors are numbered at Semantic Scholar, papers are not. */
export const bySemanticScholarAuthorId = (text: string, argument: string) =>
  soughtId(
    /^\d+$/u.test(text.trim()) ? `s2:${text.trim()}` : undefined,
    text,
    argument,
    'a Semantic Scholar author id: a number',
  );

function idIn(text: string, prefix: string): string | undefined {
  const id = parseExternalId(text);
  return id?.startsWith(prefix) ? id : undefined;
}

/** Throws BAD_USER_INPUT where the text was no such id. */
export function soughtId(id: string | undefined, text: string, argument: string, what: string) {
  if (id !== undefined) return { key: id };
  throw badInput(argument, `is not ${what}: ${quote(text)}.`);
}
