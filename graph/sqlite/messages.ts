/** What passes between the engine and its threads. */
import type { Answer, Batch, GraphState, Question, Written } from '../engine.ts';
import type { StopFlag } from './stopwatch.ts';

export interface ThreadData {
  readonly file: string;
}

export type Call =
  | {
      readonly call: 'ask';
      readonly questions: readonly Question[];
      readonly flag: StopFlag;
      /** In ms since the epoch. */
      readonly endsAt: number;
      /** Calls of one pin see one version of the graph. */
      readonly pin: number | undefined;
    }
  | { readonly call: 'write'; readonly batch: Batch }
  | { readonly call: 'info' };
export interface Results {
  ask: readonly Answer<Question>[];
  write: Written;
  info: GraphState;
}

export type Request = Call & { readonly id: number };
export type Reply =
  | { readonly id: number; readonly result: Results[keyof Results] }
  | { readonly id: number; readonly failure: Failure };
/** Errors lose their class between threads, so it is told beside them. */
export interface Failure {
  readonly kind: 'stopped' | 'corrupt' | 'unavailable' | 'other';
  readonly message: string;
  readonly stack: string | undefined;
}
