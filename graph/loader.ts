/** Gathers the questions of one tick into one ask of the engine, and asks each question once. */
import DataLoader from 'dataloader';
import type { NodeSet, Order, Window } from './algebra.ts';
import type { Answer, AskOptions, Engine, Named, Page, Question } from './engine.ts';
import type { NodeKind } from './model.ts';
import type { Details, NodeKey, Row } from './row.ts';
import { stableJson } from './stable-json.ts';

/**
 * More than a hundred lists of a hundred nodes make with their counts. One more level of such a query
 * would be a million; it is refused whole, since no part of its answer could be given alone.
 */
export const MAX_QUESTIONS_PER_ASK = 20_000;

export class TooManyQuestionsError extends Error {
  override readonly name = 'TooManyQuestionsError';
  constructor(questions: number) {
    super(
      `The query asks ${questions} questions of the graph at one level; ${MAX_QUESTIONS_PER_ASK} are allowed. ` +
        'Ask for fewer nodes in the lists above, or for fewer lists of each node.',
    );
  }
}

/** Each rejects with an EngineError, a TooManyQuestionsError or the signal's reason. */
export interface Loader {
  page: <K extends NodeKind>(set: NodeSet<K>, order: Order, window: Window) => Promise<Page<K>>;
  count: <K extends NodeKind>(set: NodeSet<K>) => Promise<number>;
  /** null: no node has that key, external id or former key. */
  node: <K extends NodeKind>(kind: K, key: NodeKey<K>) => Promise<(Row<K> & Details<K>) | null>;
  named: <K extends NodeKind>(kind: K, name: string) => Promise<Named<K>>;
}

/**
 * One per operation: a loader never forgets, so that all of an operation is answered from one version
 * of the graph, and a shared one would go on answering from it.
 */
export function createLoader(
  engine: Pick<Engine, 'ask'>,
  options: Omit<AskOptions, 'snapshot'>,
): Loader {
  const snapshot = {};
  const ask = async (questions: readonly Question[]): Promise<Answer<Question>[]> => {
    if (questions.length > MAX_QUESTIONS_PER_ASK) throw new TooManyQuestionsError(questions.length);
    return engine.ask(questions, { ...options, snapshot });
  };
  const questions = new DataLoader<Question, Answer<Question>, string>(ask, {
    cacheKeyFn: stableJson,
  });
  // An engine answers each question with what engine.ts names for it; that an answer has the type of
  // its question is lost in the list that DataLoader passes on, and said again here, once.
  const load = <Expected extends Answer<Question>>(question: Question): Promise<Expected> =>
    questions.load(question) as Promise<Expected>;
  return {
    page: (set, order, window) => load({ ask: 'page', set, order, window }),
    count: (set) => load({ ask: 'count', set }),
    node: (kind, key) => load({ ask: 'node', kind, key }),
    named: (kind, name) => load({ ask: 'named', kind, name }),
  };
}
