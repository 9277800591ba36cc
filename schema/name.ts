/** What people call a node: which names a value stands for, and telling of those that mean nothing. */
import type { Predicate } from '../graph/algebra.ts';
import { parseExternalId } from '../graph/external-id.ts';
import { fold } from '../graph/fold.ts';
import type { NodeKind } from '../graph/model.ts';
import { parseRepositoryAddress } from '../graph/repository-address.ts';
import { formsOfName } from '../graph/searchable.ts';
import type { Context } from './context.ts';
import { badInput, quote } from './errors.ts';
import { keyOf, parseGlobalId } from './global-id.ts';
import { type Mention, meetName, type Reading } from './reading.ts';

/** As long as the longest titles; looking for the closest names of a longer one would be dear. */
const NAME_LIMIT_CHARACTERS = 500;

/** What the world outside identifies a node of each kind by, beside its names. */
const externalNames = {
  Paper: parseExternalId,
  Author: parseExternalId,
  Organization: parseExternalId,
  Repository: (value) => parseRepositoryAddress(value)?.key,
  Concept: () => undefined,
} satisfies Record<NodeKind, (value: string) => string | undefined>;

/** A value that names a node, and where it was read. */
export interface NamedValue {
  readonly value: string;
  readonly reading: Reading;
}

/** The node answers to one of the values. Throws BAD_USER_INPUT for the id of a node of another kind. */
export function namedByAny(kind: NodeKind, values: readonly NamedValue[]): Predicate {
  const names = values.flatMap(({ value, reading }) => readName(kind, value, reading));
  return { op: 'named', names };
}

function readName(kind: NodeKind, value: string, reading: Reading): readonly string[] {
  checkName(value, reading.argument);
  const names = namesOf(kind, value, reading.argument);
  meetName(reading, { kind, value, names });
  return names;
}

/** Throws BAD_USER_INPUT for what can be nobody's name. */
export function checkName(value: string, argument: string): void {
  if (fold(value) === '') throw badInput(argument, 'is blank. Give an id or a name.');
  if (value.length <= NAME_LIMIT_CHARACTERS) return;
  throw badInput(
    argument,
    `has ${value.length} characters; a name has at most ${NAME_LIMIT_CHARACTERS}.`,
  );
}

/** All that the value may mean, in the form the graph compares: an id means one thing, a text an external id or a name. */
function namesOf(kind: NodeKind, value: string, argument: string): readonly string[] {
  const id = parseGlobalId(value);
  if (id !== undefined) return [keyOf(kind, id, argument)];
  const external = externalNames[kind](value);
  const forms = formsOfName(kind, value);
  return external === undefined ? forms : [external, ...forms];
}

/** Looks names up, and warns of those that no node answers to. Rejects as the loader does. */
export async function warnOfUnknown(
  mentions: readonly Mention[],
  { loader, warnings }: Context,
): Promise<void> {
  await Promise.all(
    mentions.map(async ({ argument, kind, value, names }) => {
      const found = await Promise.all(names.map((name) => loader.named(kind, name)));
      if (found.some(({ keys }) => keys.length > 0)) return;
      const nearest = [...new Set(found.flatMap((answer) => answer.nearest))];
      const message = `${quote(value)} names no node of type ${kind}, so it matches nothing.`;
      const hint = nearest.length === 0 ? '' : ` Closest: ${nearest.map(quote).join(', ')}.`;
      warnings.add({
        code: 'UNKNOWN_NAME',
        path: argument,
        value,
        nearest,
        message: message + hint,
      });
    }),
  );
}
