import { describe, expect, test } from 'vitest';
import { into, type NodeSet, type Order, out } from '../algebra.ts';
import type { Batch } from '../engine.ts';
import type { Provenance } from '../model.ts';
import { Connection, openConnection } from './connection.ts';
import { Reader } from './reader.ts';
import { Stopwatch } from './stopwatch.ts';
import { writeBatch } from './writer.ts';

const provenance: Provenance = {
  source: 'JSONL',
  detail: null,
  observedAt: '2026-01-01T00:00:00Z',
  confidence: 1,
};
/** 2,000 papers, every second one about "hub", three about "small". */
function batch(): Batch {
  const papers = Array.from(
    { length: 2_000 },
    (_, index) => `arxiv:2401.${String(index).padStart(5, '0')}`,
  );
  const concepts = ['hub', 'small'];
  return {
    source: 'test',
    nodes: [
      ...papers.map((id, index) => ({
        kind: 'Paper' as const,
        ids: [id],
        values: { title: `Paper ${id}`, upvotes: index % 7 === 0 ? null : (index * 7_919) % 500 },
        provenance,
      })),
      ...concepts.map((slug) => ({
        kind: 'Concept' as const,
        ids: [slug],
        values: { slug, name: slug },
        provenance,
      })),
    ],
    edges: papers.flatMap((from, index) =>
      concepts
        .filter((slug) => (slug === 'hub' ? index % 2 === 0 : index < 3))
        .map((to) => ({
          kind: 'ABOUT' as const,
          from,
          to,
          values: { score: 0.5, method: 'CURATED' as const },
          provenance,
        })),
    ),
  };
}

/** Tells every text that is asked. */
class Listening extends Connection {
  readonly asked: string[] = [];
  override prepare(text: string) {
    this.asked.push(text);
    return super.prepare(text);
  }
}

async function open() {
  const { database } = openConnection(':memory:');
  const connection = new Listening(database);
  new Stopwatch().install(database);
  await writeBatch(connection, batch(), new Date(0));
  return connection;
}
const papersOn = (concept: string): NodeSet<'Paper'> => ({
  kind: 'Paper',
  from: { key: concept, path: [into('ABOUT')] },
});
const byUpvotes: Order = { by: { field: 'upvotes' }, descending: true };

/** How SQLite goes about the page of a set, one line a step. */
async function planOf(set: NodeSet<'Paper'>): Promise<readonly string[]> {
  const connection = await open();
  const reader = new Reader(connection);
  connection.asked.length = 0;
  reader.answer({ ask: 'page', set, order: byUpvotes, window: { size: 20 } });
  const page = connection.asked.filter((text) => text.includes('AS position'));
  return page.flatMap((text) => {
    const parameters = Array.from(text.matchAll(/\?/gu), () => 1);
    const steps = connection.database.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...parameters);
    return steps.map(({ detail }) => String(detail));
  });
}

describe('a page of 20', () => {
  test('of a hub follows the index of its order and sorts nothing', async () => {
    const steps = (await planOf(papersOn('hub'))).join('\n');
    expect(steps).toContain('paper_by_upvotes');
    expect(steps).not.toContain('TEMP B-TREE');
  });

  test('of a small set is gathered from its start and sorted', async () => {
    const steps = (await planOf(papersOn('small'))).join('\n');
    expect(steps).toContain('USING INDEX about_in (dst=?)');
    expect(steps).not.toContain('paper_by_upvotes');
    expect(steps).toContain('TEMP B-TREE FOR ORDER BY');
  });

  test('of all papers follows the index of its order and sorts nothing', async () => {
    const steps = (await planOf({ kind: 'Paper' })).join('\n');
    expect(steps).toContain('paper_by_upvotes');
    expect(steps).not.toContain('TEMP B-TREE');
  });
});

test('a walk that meets too few members is given up and gathered, with the same answer', async () => {
  const reader = new Reader(await open());
  // Every member of the hub has a higher share than those with 499 upvotes: walking by title finds none early.
  const set: NodeSet<'Paper'> = {
    ...papersOn('hub'),
    where: { op: 'gte', field: 'upvotes', value: 498 },
  };
  const order: Order = { by: { field: 'titleKey' }, descending: false };
  const page = reader.answer({ ask: 'page', set, order, window: { size: 100 } });
  const count = reader.answer({ ask: 'count', set });
  expect(page).toMatchObject({ hasMore: false });
  expect((page as { items: readonly unknown[] }).items).toHaveLength(count as number);
  expect(count).toBeGreaterThan(0);
});

test('statement texts depend on the shape of a question, not on its values', async () => {
  const connection = await open();
  const reader = new Reader(connection);
  const ask = (names: readonly string[], size: number, minimum: number) => {
    connection.asked.length = 0;
    const where = {
      op: 'and',
      of: [
        { op: 'linked', path: [out('ABOUT')], to: { op: 'named', names } },
        { op: 'gte', field: 'upvotes', value: minimum },
      ],
    } as const;
    reader.answer({
      ask: 'page',
      set: { kind: 'Paper', where },
      order: byUpvotes,
      window: { size },
    });
    return connection.asked.filter((text) => text.includes('AS position'));
  };
  expect(ask(['small'], 5, 10)).toEqual(ask(["x' OR 1=1 --", 'small'], 7, 3));
});
