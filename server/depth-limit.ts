/** Refuses a query whose fields are nested too deep, before anything of it is executed. */
import {
  type ASTVisitor,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

/** A validation rule: no operation has fields within fields more than `maxDepth` levels deep. */
export const depthLimit = (maxDepth: number) =>
  function DepthLimit(context: ValidationContext): ASTVisitor {
    const depthOf = depthReader((name) => context.getFragment(name));
    return {
      OperationDefinition: (operation) => {
        const depth = depthOf(operation.selectionSet);
        if (depth <= maxDepth) return;
        const message = `The query is ${depth} fields deep; at most ${maxDepth} are allowed. Ask for less at once.`;
        context.reportError(
          new GraphQLError(message, {
            nodes: operation,
            extensions: { code: 'QUERY_TOO_LARGE', http: { status: 400, spec: true } },
          }),
        );
      },
    };
  };

type FindFragment = (name: string) => FragmentDefinitionNode | null | undefined;

/** Each fragment is measured once: fragments that spread one another twice each would take time without end. */
function depthReader(findFragment: FindFragment) {
  const ofFragments = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = ofFragments.get(name);
    if (known !== undefined) return known;
    // A fragment within itself is reported by a rule of GraphQL's own; here it only must end.
    ofFragments.set(name, 0);
    const fragment = findFragment(name);
    const depth = fragment ? depthOf(fragment.selectionSet) : 0;
    ofFragments.set(name, depth);
    return depth;
  };
  const depthOf = ({ selections }: SelectionSetNode): number => {
    const depths = selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
      return 1 + (selection.selectionSet === undefined ? 0 : depthOf(selection.selectionSet));
    });
    return Math.max(0, ...depths);
  };
  return depthOf;
}
