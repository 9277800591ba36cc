/** How an operation is executed: ended with its request, and begun again where the graph changed under it. */
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { MovedError } from '../graph/errors.ts';
import type { Context } from '../schema/context.ts';

/** What each request brings. ending: ends its work. */
export interface Surroundings {
  readonly ending: AbortController;
}

/** Whatever writes faster than so many tries are answered goes on writing: the client is told. */
const MAX_RESTARTS = 3;

/**
 * An engine without snapshots cannot go on showing a version that is over. There are no mutations, so nothing is done
 * twice. freshContext: a loader never forgets, so each try has its own.
 */
export const execution = (
  freshContext: (ending: AbortController) => Context,
): Plugin<Surroundings & Context> => ({
  onExecute: ({ args: { contextValue: first }, executeFn, setExecuteFn }) => {
    const { ending } = first;
    const { signal } = ending;
    const executeWith = async (args: ExecutionArgs, context: Context): Promise<ExecutionResult> => {
      // An argument of Yoga's executor that the type of GraphQL.js's does not have; neither has its result one.
      const withSignal = Object.assign({ ...args, contextValue: context }, { signal });
      return withWarnings((await executeFn(withSignal)) as ExecutionResult, context);
    };
    setExecuteFn(async (args: ExecutionArgs) => {
      let result = await executeWith(args, first);
      for (let restarts = 0; restarts < MAX_RESTARTS && hasMoved(result); restarts += 1) {
        if (signal.aborted) break;
        result = await executeWith(args, { ...first, ...freshContext(ending) });
      }
      return result;
    });
  },
});

const hasMoved = ({ errors = [] }: ExecutionResult): boolean =>
  errors.some(({ originalError }) => originalError instanceof MovedError);

/** Tells the client, beside the data, which names meant nothing. */
function withWarnings(result: ExecutionResult, { warnings }: Context): ExecutionResult {
  const listed = warnings.list();
  if (listed.length === 0) return result;
  return { ...result, extensions: { ...result.extensions, warnings: listed } };
}
