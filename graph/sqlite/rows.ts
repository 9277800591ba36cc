/** Rows of the file → nodes and edges of the model. */
import { type Claim, provenanceOf, settleEdge, settleNode } from '../claims.ts';
import { edgeFields, type Field, nodeFields } from '../field.ts';
import type { EdgeKind, NodeKind } from '../model.ts';
import type { Details, EdgeRow, Row } from '../row.ts';
import { join, raw, type Statement, statement as sql } from '../statement.ts';
import type { SqlRow, SqlValue } from './connection.ts';
import { identifier } from './identifier.ts';

const readers = {
  text: (value) => value,
  integer: (value) => value,
  real: (value) => value,
  boolean: (value) => value === 1,
  list: (value) => JSON.parse(String(value)) as unknown,
} satisfies Record<Field['form'], (value: SqlValue) => unknown>;

const readFields = (fields: ReadonlyMap<string, Field>, row: SqlRow, prefix: string) => {
  const values: Record<string, unknown> = {};
  for (const [name, { form }] of fields) {
    const value = row[prefix + name] ?? null;
    values[name] = value === null ? null : readers[form](value);
  }
  return values;
};

/** The columns of a node, named as the model names them. */
export const nodeColumns = (kind: NodeKind, alias: string): Statement =>
  join(
    ['key', ...nodeFields(kind).keys()].map(
      (name) => sql`${identifier(alias, name)} AS ${label(name)}`,
    ),
    ', ',
  );
/** Edge columns stand in one row with a node's, so they are told apart by a prefix. */
export const edgeColumns = (kind: EdgeKind, alias: string): Statement =>
  join(
    [...edgeFields(kind).keys()].map(
      (name) => sql`${identifier(alias, name)} AS ${label(EDGE_PREFIX + name)}`,
    ),
    ', ',
  );
const EDGE_PREFIX = 'edge.';
const label = (name: string) => raw(`"${name}"`);

export const readNode = <K extends NodeKind>(kind: K, row: SqlRow): Row<K> =>
  ({ kind, key: row['key'], ...readFields(nodeFields(kind), row, '') }) as unknown as Row<K>;

export function readEdge(kind: EdgeKind, row: SqlRow): EdgeRow {
  const claims = readClaims(row['claims']);
  return {
    ...settleEdge(kind, claims),
    ...readFields(edgeFields(kind), row, EDGE_PREFIX),
    provenance: provenanceOf(claims),
  } as EdgeRow;
}

/** Details are not stored beside the claims that they follow from: they are settled when the node is read. */
export function readDetails<K extends NodeKind>(kind: K, row: SqlRow): Details<K> {
  const ids = JSON.parse(String(row['ids'])) as readonly string[];
  const claims = readClaims(row['claims']);
  return { ...settleNode(kind, ids, claims), ids, provenance: provenanceOf(claims) } as Details<K>;
}

export const readClaims = (value: SqlValue | undefined): readonly Claim[] =>
  JSON.parse(String(value)) as readonly Claim[];
