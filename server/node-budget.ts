/** Refuses an answer that would hold more nodes than a server can hold for one request. */
import { GraphQLError } from 'graphql';
import type { Loader } from '../graph/loader.ts';

/**
 * The loader, counting the nodes that it hands to lists; `refuse` is called once, with the error for the client, when
 * they are too many. The same page may stand in an answer a thousand times, under a thousand papers that share an
 * author: the engine is asked for it once, and the answer holds it a thousand times.
 */
export function withNodeBudget(
  loader: Loader,
  maxNodes: number,
  refuse: (error: GraphQLError) => void,
): Loader {
  let listed = 0;
  // edges, nodes and pageInfo of one list load its page each.
  const counted = new WeakSet();
  return {
    ...loader,
    page: async (set, order, window) => {
      const page = await loader.page(set, order, window);
      if (counted.has(set)) return page;
      counted.add(set);
      const before = listed;
      listed += page.items.length;
      if (listed > maxNodes && before <= maxNodes) refuse(tooManyNodes(maxNodes));
      return page;
    },
  };
}

const tooManyNodes = (maxNodes: number) =>
  new GraphQLError(
    `The answer would hold more than ${maxNodes} nodes. Ask for fewer nodes in each list, or for fewer levels of lists.`,
    { extensions: { code: 'QUERY_TOO_LARGE' } },
  );
