/** Names of tables and columns: those of the model, in snake_case. Values never come here. */
import type { EdgeKind, NodeKind } from '../model.ts';
import { remembered } from '../remembered.ts';
import { raw, type Statement } from '../statement.ts';

const quoted = remembered(
  (name: string) =>
    `"${name.replace(/(?<=[a-z0-9])[A-Z]/gu, (letter) => `_${letter}`).toLowerCase()}"`,
);

/** `identifier('t', 'publishedAt')` is `"t"."published_at"`. */
export const identifier = (...names: readonly string[]): Statement =>
  raw(names.map(quoted).join('.'));

/** What is kept of a node, each in a table of its own: the row that lists are made of, and beside it what only few questions read. */
export const nodeTables = remembered((kind: NodeKind) => ({
  rows: identifier(kind),
  details: identifier(`${kind}_details`),
  ids: identifier(`${kind}_id`),
  names: identifier(`${kind}_name`),
  text: identifier(`${kind}_text`),
}));

export const edgeTables = remembered((kind: EdgeKind) => ({
  rows: identifier(kind),
  details: identifier(`${kind}_details`),
}));
