/** Walking the model along hops: which kind of node is where, and which stored count is a hop's degree. */
import type { Hop, Path } from './algebra.ts';
import { edgeEntry, type NodeKind, nodeEntry } from './model.ts';

/** The kind of node a hop starts from. */
export const nearKind = ({ edge, direction }: Hop): NodeKind =>
  edgeEntry(edge)[direction === 'out' ? 'from' : 'to'];

/** The kind of node a hop leads to. */
export const farKind = ({ edge, direction }: Hop): NodeKind =>
  edgeEntry(edge)[direction === 'out' ? 'to' : 'from'];

/** The kind of node at the end of a path. */
export const endKind = (path: Path): NodeKind => farKind(path[1] ?? path[0]);

/** Whether a path could end where it started, which no path does: two hops that end at the kind they began with. */
export const mayReturn = (path: Path): boolean =>
  path.length === 2 && nearKind(path[0]) === endKind(path);

export const reversed = (hop: Hop): Hop => ({
  ...hop,
  direction: hop.direction === 'out' ? 'in' : 'out',
});

/** The stored count of the near node that is this hop's degree, where the model keeps one; a condition on the edge is not counted. */
export function degreeField(hop: Hop): string | undefined {
  const counts = Object.entries(nodeEntry(nearKind(hop)).counts);
  return counts.find(([, [edge, way]]) => edge === hop.edge && way === hop.direction)?.[0];
}
