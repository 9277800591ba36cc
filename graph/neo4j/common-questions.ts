/** The kinds of question that lists ask most, each with a name, derived from the model; nothing in a graph answers them. */
import { type Hop, into, type NodeSet, type Order, out, type Path } from '../algebra.ts';
import type { Question } from '../engine.ts';
import { nodeFields } from '../field.ts';
import {
  EDGE_KINDS,
  edgeEntry,
  type EdgeKind,
  NODE_KINDS,
  type NodeKind,
  type nodes,
} from '../model.ts';
import { endKind, farKind, nearKind, reversed } from '../path.ts';

export interface NamedQuestion {
  readonly name: string;
  readonly question: Question;
}

const NOBODY = 'nobody';
const PAGE_SIZE = 20;

/** Those that most pages ask come first. */
export const commonQuestions = (): readonly NamedQuestion[] => [
  ...NODE_KINDS.flatMap((kind): NamedQuestion[] => [
    { name: `${kind} by key`, question: { ask: 'node', kind, key: NOBODY } },
    { name: `${kind} by name`, question: { ask: 'named', kind, name: NOBODY } },
  ]),
  ...hops().flatMap((hop) =>
    listQuestions(arrow([hop]), { kind: farKind(hop), from: from([hop]) }),
  ),
  ...NODE_KINDS.flatMap((kind) => [...listQuestions(kind, { kind }), ...textQuestions(kind)]),
  ...hops().flatMap(namedQuestions),
  ...EDGE_KINDS.flatMap(returns).flatMap((path) => pathQuestions(path)),
];

function hops(): readonly Hop[] {
  return EDGE_KINDS.flatMap((edge) => [out(edge), into(edge)]);
}

/** Paths that lead back to the kind they start from: papers of one organization, coauthors, papers cited together. */
const returns = (edge: EdgeKind): readonly Path[] => [
  [out(edge), into(edge)],
  [into(edge), out(edge)],
];

const from = (path: Path): NonNullable<NodeSet['from']> => ({ key: NOBODY, path });

/** `Paper -CITES-> Paper` */
const arrow = (path: Path): string =>
  path.reduce<string>(
    (text, hop) =>
      `${text} ${hop.direction === 'out' ? `-${hop.edge}->` : `<-${hop.edge}-`} ${farKind(hop)}`,
    nearKind(path[0]),
  );

/** Names and titles from A on, all else from the largest or latest on. */
const orderBy = (field: string): Order => ({ by: { field }, descending: !field.endsWith('Key') });

/** What lists of a kind are ordered by where nothing else is asked, and what is asked most beside it. */
const USUAL_ORDERS = {
  Paper: ['publishedAt', 'citationCount'],
  Author: ['paperCount', 'nameKey'],
  Organization: ['paperCount', 'nameKey'],
  Repository: ['paperCount', 'stars'],
  Concept: ['paperCount', 'nameKey'],
} as const satisfies { [K in NodeKind]: readonly [OrderOf<K>, OrderOf<K>] };
type OrderOf<K extends NodeKind> = (typeof nodes)[K]['orders'][number];

/** The count, the first pages in the usual orders, and a page further on. */
function listQuestions(name: string, set: NodeSet): readonly NamedQuestion[] {
  const [first] = USUAL_ORDERS[set.kind];
  const hop = set.from?.path[0];
  const ofEdge = hop === undefined ? [] : Object.keys(edgeEntry(hop.edge).fields);
  return [
    ...usualPages(name, set),
    ...ofEdge
      .filter((field) => EDGE_ORDERS.has(field))
      .map((edge) =>
        page(`${name}, by ${edge} of the edge`, set, {
          by: { edge },
          descending: edge === 'score',
        }),
      ),
    nextPage(`${name}, by ${first}, further on`, set, first),
  ];
}
/** Fields of edges that lists are ordered by where nothing else is asked. */
const EDGE_ORDERS = new Set(['position', 'score']);

const page = (name: string, set: NodeSet, order: Order): NamedQuestion => ({
  name,
  question: { ask: 'page', set, order, window: { size: PAGE_SIZE } },
});

function nextPage(name: string, set: NodeSet, field: string): NamedQuestion {
  const value = nodeFields(set.kind).get(field)?.form === 'text' ? NOBODY : 0;
  const window = { size: PAGE_SIZE, after: { value, key: NOBODY } };
  return { name, question: { ask: 'page', set, order: orderBy(field), window } };
}

function textQuestions(kind: NodeKind): readonly NamedQuestion[] {
  const set: NodeSet = { kind, where: { op: 'text', phrases: [NOBODY] } };
  return [
    page(`${kind} with a text, by relevance`, set, { by: 'relevance', descending: true }),
    ...usualPages(`${kind} with a text`, set),
  ];
}

/** Papers of a named concept, authors of a named paper, and so on through every edge. */
function namedQuestions(hop: Hop): readonly NamedQuestion[] {
  const kind = farKind(hop);
  const where = {
    op: 'linked',
    path: [reversed(hop)],
    to: { op: 'named', names: [NOBODY] },
  } as const;
  return usualPages(`${kind} with a named ${nearKind(hop)} through ${hop.edge} ${hop.direction}`, {
    kind,
    where,
  });
}

const usualPages = (name: string, set: NodeSet): readonly NamedQuestion[] => [
  { name: `${name}, counted`, question: { ask: 'count', set } },
  ...USUAL_ORDERS[set.kind].map((field) => page(`${name}, by ${field}`, set, orderBy(field))),
];

function pathQuestions(path: Path): readonly NamedQuestion[] {
  const set: NodeSet = { kind: endKind(path), from: from(path) };
  return [
    page(`${arrow(path)}, by paths`, set, { by: 'paths', descending: true }),
    ...usualPages(arrow(path), set),
  ];
}
