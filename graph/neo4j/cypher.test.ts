/** Every Cypher text is linted as Neo4j's own editor does: grammar, variables, parameters, and names against the model. */
import { type DbSchema, lintCypherQuery } from '@neo4j-cypher/language-support';
import fc from 'fast-check';
import type { ManagedTransaction } from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { ArbitraryQuestion } from '../../test/contract/arbitrary-question.ts';
import { generateFacts } from '../../test/contract/generated-graph.ts';
import { readPlainly } from '../../test/contract/plain-graph.ts';
import { cases } from '../../test/contract/predicate-cases.ts';
import { isEdge, keyOf } from '../../test/contract/statements.ts';
import { type Order, out } from '../algebra.ts';
import { claimOf } from '../claims.ts';
import type { Question } from '../engine.ts';
import { edgeFields, nodeFields } from '../field.ts';
import { EDGE_KINDS, NODE_KINDS, nodeEntry } from '../model.ts';
import type { NodeStatement } from '../row.ts';
import { MIGRATIONS } from './layout.ts';
import { CLAIMS, idLabel, IDS, nameLabel, WORDS } from './name.ts';
import { answer } from './reader.ts';
import { SizeBook } from './sizes.ts';
import { createRunner } from './statements.ts';
import { warmStatements } from './warm.ts';
import { writeBatch } from './writer.ts';

/** All names that a text may have: the model's, and those of what is stored beside it. */
const schema: DbSchema = {
  labels: [
    ...NODE_KINDS.flatMap((kind) => [kind, idLabel(kind), nameLabel(kind)]),
    ...['Graph', 'Total', 'Checkpoint', 'Migration'],
  ],
  relationshipTypes: [...EDGE_KINDS, 'IDENTIFIES', 'NAMES'],
  propertyKeys: [
    ...NODE_KINDS.flatMap((kind) => [...nodeFields(kind).keys()]),
    ...EDGE_KINDS.flatMap((kind) => [...edgeFields(kind).keys()]),
    ...['key', 'id', 'name', WORDS, CLAIMS, IDS],
    ...['version', 'updatedAt', 'writing', 'kind', 'count', 'source', 'position'],
  ],
};
const complaintsOf = (text: string, parameters: Readonly<Record<string, unknown>>) =>
  lintCypherQuery(text, { ...schema, parameters }).diagnostics.map(({ message }) =>
    typeof message === 'string' ? message : message.value,
  );

/** Linting takes a twentieth of a second a text: none is linted twice. */
const linted = new Set<string>();

/** Which of the texts that reading sends have complaints, and which. */
function complaintsOfAll(texts: Iterable<string>, parameters = READ_PARAMETERS) {
  const fresh = [...texts].filter((text) => !linted.has(text));
  for (const text of fresh) linted.add(text);
  return fresh
    .map((text) => ({ text, complaints: complaintsOf(text, parameters) }))
    .filter(({ complaints }) => complaints.length > 0);
}

const READ_PARAMETERS = { rows: [], limit: 1, steps: 1 };
const facts = generateFacts(20_260_101);
const arbitrary = new ArbitraryQuestion(readPlainly(facts));

/** A small neighbourhood is gathered and a large one walked, a rare condition produced and a common one probed. */
const SIZES = [10, 100_000];
const TOTALS = Object.fromEntries([...NODE_KINDS, ...EDGE_KINDS].map((kind) => [kind, 1_000_000]));

/** What questions send where all that is counted is of each size, and nothing is found. */
async function textsOf(questions: readonly Question[]): Promise<ReadonlySet<string>> {
  const texts = new Set<string>();
  for (const size of SIZES) {
    const run = createRunner((text, { rows }) => {
      texts.add(text);
      const places = /RETURN \{(?:degree|size):/u.test(text) ? (rows as { place: number }[]) : [];
      return Promise.resolve(
        places.map(({ place }) => ({ place, answer: { degree: size, size } })),
      );
    });
    const sizes = new SizeBook(TOTALS);
    await Promise.all(questions.map((question) => answer(run, sizes, question)));
  }
  return texts;
}

const BY_TITLE: Order = { by: { field: 'titleKey' }, descending: false };

describe('the linter', () => {
  test.each([
    ['RETRUN 1', 'Invalid input'],
    ['MATCH (n:Paper) RETURN m.key AS key', 'Variable `m` not defined'],
    ['MATCH (n:Papre) RETURN n.key AS key', 'Label Papre is not present'],
    ['MATCH (n:Paper) RETURN n.kee AS key', 'kee is not present'],
    ['MATCH (:Paper)-[e:CITED]->() RETURN e.confidence AS confidence', 'CITED is not present'],
    ['RETURN $row AS row', 'Parameter $row is not defined'],
  ])('complains of %s', (text, complaint) => {
    expect(complaintsOf(text, READ_PARAMETERS).join('\n')).toContain(complaint);
  });
});

describe('no complaint is made of', { timeout: 180_000 }, () => {
  test('migrations', () => {
    const texts = MIGRATIONS.flatMap((migration) => migration.texts);
    expect(texts.length).toBeGreaterThan(NODE_KINDS.length);
    expect(complaintsOfAll(texts)).toEqual([]);
  });

  test('each kind of condition, in a set by itself and in one that starts from a node', async () => {
    const from = { key: keyOf('a'), path: [out('CITES')] } as const;
    const questions = cases.flatMap(([, where]): Question[] => [
      { ask: 'page', set: { kind: 'Paper', where }, order: BY_TITLE, window: { size: 20 } },
      { ask: 'count', set: { kind: 'Paper', where, from } },
    ]);
    expect(complaintsOfAll(await textsOf(questions))).toEqual([]);
  });

  test('each order in both directions, and each window', async () => {
    const orders = NODE_KINDS.flatMap((kind) =>
      nodeEntry(kind).orders.flatMap((field) =>
        [false, true].map((descending): Question => {
          const order = { by: { field }, descending };
          return { ask: 'page', set: { kind }, order, window: { size: 20 } };
        }),
      ),
    );
    const at = { value: 1, key: keyOf('a') };
    const unknown = { value: null, key: keyOf('a') };
    const windows = [
      { after: at },
      { after: unknown },
      { before: at },
      { before: unknown },
    ].flatMap((bound) =>
      [false, true].map((backward): Question => {
        const window = { size: 20, backward, ...bound };
        const order = { by: { field: 'upvotes' }, descending: true };
        return { ask: 'page', set: { kind: 'Paper' }, order, window };
      }),
    );
    expect(complaintsOfAll(await textsOf([...orders, ...windows]))).toEqual([]);
  });

  test('nodes by key and by name, and lists by relevance', async () => {
    const questions = NODE_KINDS.flatMap((kind): Question[] => [
      { ask: 'node', kind, key: keyOf('a') },
      { ask: 'named', kind, name: 'nobody at all' },
      {
        ask: 'page',
        set: { kind, where: { op: 'text', phrases: ['credit', 'a phrase'] } },
        order: { by: 'relevance', descending: true },
        window: { size: 20, after: { value: 1.5, key: keyOf('a') } },
      },
    ]);
    expect(complaintsOfAll(await textsOf(questions))).toEqual([]);
  });

  test('random questions', async () => {
    const questions = fc
      .sample(arbitrary.list(), { numRuns: 60, seed: 1 })
      .flatMap(({ set, order }): Question[] => [
        { ask: 'count', set },
        { ask: 'page', set, order, window: { size: 20 } },
      ]);
    expect(complaintsOfAll(await textsOf(questions))).toEqual([]);
  });

  test('what is prepared at start', async () => {
    const texts = (await warmStatements()).map(({ text }) => text);
    expect(complaintsOfAll(texts)).toEqual([]);
  });

  test.each(['none', 'all'] as const)('writing a batch of which %s is there', async (known) => {
    const sent = new Map<string, Readonly<Record<string, unknown>>>();
    await writeBatch(recorder(sent, known === 'all'), BATCH, new Date(0));
    // Each kind is looked for and written, and its names are.
    expect(sent.size).toBeGreaterThan(2 * (NODE_KINDS.length + EDGE_KINDS.length));
    const complaints = [...sent].flatMap(([text, parameters]) =>
      complaintsOf(text, parameters).map((complaint) => ({ text, complaint })),
    );
    expect(complaints).toEqual([]);
  });
});

const statementOf = <Statement>(found: Statement | undefined): Statement => {
  if (found === undefined) throw new Error('The generated facts have every kind.');
  return found;
};
const nodes = facts.filter((fact): fact is NodeStatement => !isEdge(fact));
const edges = facts.filter(isEdge);
/** Of each kind one, its ids those of two that are there. */
const BATCH = {
  nodes: NODE_KINDS.map((kind): NodeStatement => {
    const statement = statementOf(nodes.find((node) => node.kind === kind));
    return { ...statement, ids: [...statement.ids, `${kind} that is another`] };
  }),
  edges: EDGE_KINDS.map((kind) => statementOf(edges.find((edge) => edge.kind === kind))),
  source: 'here',
  checkpoint: 1,
};

/** A transaction that keeps what it is sent. Where all is there, it finds each id to be a node, with an edge at it. */
function recorder(
  sent: Map<string, Readonly<Record<string, unknown>>>,
  isAllThere: boolean,
): ManagedTransaction {
  const run = (text: string, parameters: Readonly<Record<string, unknown>>) => {
    sent.set(text, parameters);
    const rows = isAllThere ? storedRows(text, parameters) : [];
    const records = rows.map((row) => ({ get: (name: string) => row[name] }));
    return Promise.resolve({ records });
  };
  // All that a writer does with a transaction is to run texts.
  return { run } as unknown as ManagedTransaction;
}

function storedRows(text: string, parameters: Readonly<Record<string, unknown>>) {
  const kind = /\b(?:n|e):(\w+)/u.exec(text)?.[1] ?? '';
  const fact = [...nodes, ...edges].find((statement) => statement.kind === kind);
  const claims = JSON.stringify(fact === undefined ? [] : [claimOf(fact)]);
  const { ids = [], keys = [], ends = [] } = parameters as Record<string, readonly unknown[]>;
  const rows: Record<string, unknown>[] = [
    ...ids.map((id) => ({ id, key: id, ids: [id], claims })),
    ...keys.map((key) => ({ end: { from: key, to: `far end of ${String(key)}` }, claims })),
    ...ends.map((end) => ({ end, claims })),
  ];
  return rows;
}
