/** Labels, types and properties: the model's own names. Values never come here. */
import type { Hop, Path } from '../algebra.ts';
import type { NodeKind } from '../model.ts';
import { endKind } from '../path.ts';
import { join, raw, type Statement, statement as cypher } from '../statement.ts';

/** `name('t', 'publishedAt')` is `` `t`.`publishedAt` ``. */
export const name = (...names: readonly string[]): Statement =>
  raw(names.map((part) => `\`${part}\``).join('.'));

/** Beside the model's own properties: what full text covers, who says what, all ids. */
export const WORDS = '_words';
export const CLAIMS = '_claims';
export const IDS = '_ids';

/** A node for each id and for each name, so that each is found by an index; both point to the node they mean. */
export const idLabel = (kind: NodeKind) => `${kind}Id`;
export const nameLabel = (kind: NodeKind) => `${kind}Name`;
export const textIndex = (kind: NodeKind) => `${kind}_text`;

/** `-[e:CITES]->`, or against the edge's direction `<-[e:CITES]-`. */
const arrow = ({ edge, direction }: Hop, alias: string): Statement =>
  raw(direction === 'out' ? `-[${alias}:${edge}]->` : `<-[${alias}:${edge}]-`);

/** The aliases of a path's edges, in order. */
export const edgeAliases = (path: Path, prefix: string): readonly string[] =>
  path.map((_, index) => `${prefix}${String(index)}`);

/** `(start)-[prefix0:A]->()<-[prefix1:B]-(end:Kind)` */
export function pattern(start: string, path: Path, prefix: string, end: string): Statement {
  const last = raw(`(${end}:${endKind(path)})`);
  const aliases = edgeAliases(path, prefix);
  const hops = path.map((hop, index) => {
    const node = index === path.length - 1 ? last : raw('()');
    return cypher`${arrow(hop, aliases[index] ?? '')}${node}`;
  });
  return cypher`(${raw(start)})${join(hops, '')}`;
}
