/** Answers questions from one connection, one after the other. */
import type { NodeSet } from '../algebra.ts';
import { type Answer, MAX_NAMED, type Named, type Question } from '../engine.ts';
import { type NodeKind } from '../model.ts';
import { degreeField, nearKind } from '../path.ts';
import { planSet, type Sizes } from '../plan.ts';
import type { Details, NodeKey, Row } from '../row.ts';
import { statement as sql } from '../statement.ts';
import type { Connection } from './connection.ts';
import { identifier, nodeTables } from './identifier.ts';
import { nearestNames } from './nearest.ts';
import { fromWhere, gather, type Start } from './node-set.ts';
import { readPage } from './page.ts';
import { producedPks } from './predicate.ts';
import { nodeColumns, readDetails, readNode } from './rows.ts';
import { createSizes } from './sizes.ts';

export class Reader {
  readonly #connection: Connection;
  readonly #sizes: Sizes;

  /** The connection stays with its owner, which also begins and ends its transaction: sizes are remembered meanwhile. */
  constructor(connection: Connection) {
    this.#connection = connection;
    this.#sizes = createSizes(connection);
  }

  answer(question: Question): Answer<Question> {
    switch (question.ask) {
      case 'page': {
        const { set, order, window } = question;
        const start = this.#start(set);
        return start === null
          ? { items: [], hasMore: false }
          : readPage(this.#connection, this.#sizes, set, start, order, window);
      }
      case 'count':
        return this.#count(question.set);
      case 'node':
        return this.#node(question.kind, question.key);
      case 'named':
        return this.#named(question.kind, question.name);
    }
  }

  /** Undefined where the set starts everywhere; null where it starts from a node that is not there. */
  #start({ from }: NodeSet): Start | undefined | null {
    if (from === undefined) return undefined;
    const [hop] = from.path;
    const { rows, ids } = nodeTables(nearKind(hop));
    const degree = degreeField(hop);
    const count = degree === undefined ? sql`NULL` : sql`t.${identifier(degree)}`;
    const row = this.#connection.one(
      sql`SELECT t.pk, ${count} AS degree FROM ${ids} i CROSS JOIN ${rows} t WHERE i.id = ${from.key} AND t.pk = i.pk`,
    );
    if (row === undefined) return null;
    const pk = Number(row['pk']);
    return row['degree'] == null
      ? { pk, path: from.path }
      : { pk, path: from.path, degree: Number(row['degree']) };
  }

  #count(set: NodeSet): number {
    const start = this.#start(set);
    if (start === null) return 0;
    if (set.where === undefined) {
      if (start === undefined) return this.#sizes.total(set.kind);
      const [hop, second] = start.path;
      const isDegree = second === undefined && hop.where === undefined;
      if (isDegree && start.degree !== undefined) return start.degree;
    }
    const plan = planSet(this.#sizes, set, start?.degree);
    const row = this.#connection.one(
      sql`SELECT count(*) AS count ${fromWhere(gather(this.#sizes, set, plan, start))}`,
    );
    return Number(row?.['count']);
  }

  #node<K extends NodeKind>(kind: K, key: NodeKey<K>): (Row<K> & Details<K>) | null {
    const { rows, ids, details } = nodeTables(kind);
    const row = this.#connection.one(
      sql`SELECT ${nodeColumns(kind, 't')}, d.ids, d.claims FROM ${ids} i CROSS JOIN ${rows} t CROSS JOIN ${details} d WHERE i.id = ${key} AND t.pk = i.pk AND d.pk = i.pk`,
    );
    return row === undefined ? null : { ...readDetails(kind, row), ...readNode(kind, row) };
  }

  #named<K extends NodeKind>(kind: K, name: string): Named<K> {
    const pks = producedPks(this.#sizes, kind, { op: 'named', names: [name] });
    const rows = this.#connection.all(
      sql`SELECT t.key FROM ${nodeTables(kind).rows} t WHERE t.pk IN (${pks}) ORDER BY t.key LIMIT ${MAX_NAMED}`,
    );
    const keys = rows.map(({ key }) => String(key));
    return { keys, nearest: keys.length > 0 ? [] : nearestNames(this.#connection, kind, name) };
  }
}
