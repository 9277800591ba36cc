/** How several sources' words on one node or edge become its values, the same in whatever order they came. */
import type { z } from 'zod';
import { type EdgeKind, edgeEntry, type NodeKind, nodeEntry, type Provenance } from './model.ts';
import { remembered } from './remembered.ts';
import { byText } from './text-order.ts';

type Values = Readonly<Record<string, unknown>>;
/** What one source says of one node or edge. values: what it says, so null is not among them: see claimOf. */
export interface Claim extends Provenance {
  readonly values: Values;
}

/** A statement as it is kept. Saying null is saying nothing. */
export function claimOf({ values, provenance }: { values: object; provenance: Provenance }): Claim {
  const said = Object.entries(values).filter(([, value]) => value != null);
  return { ...provenance, values: Object.fromEntries(said) };
}

/** Most trusted first: the surer, then the later seen; the rest only makes the order total. */
const byTrust = (a: Claim, b: Claim) =>
  b.confidence - a.confidence ||
  byText(b.observedAt, a.observedAt) ||
  byText(a.source, b.source) ||
  byText(a.detail ?? '', b.detail ?? '') ||
  byText(JSON.stringify(canonical(a.values)), JSON.stringify(canonical(b.values)));

const place = ({ source, detail }: Claim) => JSON.stringify([source, detail]);

/**
 * All claims of a node or edge, most trusted first. A source has one word for each place it speaks from (source and
 * detail): what it said later replaces what it said before, and what it said at one time in two records is joined.
 * Joining is associative, commutative and idempotent, so neither order nor repetition of an import matters.
 */
export function joinClaims(claims: readonly Claim[]): readonly Claim[] {
  if (claims.length < 2) return claims;
  const joined = new Map<string, Claim>();
  for (const claim of claims) {
    const other = joined.get(place(claim));
    if (other === undefined || claim.observedAt > other.observedAt) {
      joined.set(place(claim), claim);
    } else if (claim.observedAt === other.observedAt && !isSame(claim, other)) {
      joined.set(place(claim), joinTwo(claim, other));
    }
  }
  return [...joined.values()].sort(byTrust);
}

/** Each value by itself: lists hold what either says; of two that differ the greater text, so that order is nothing. */
function joinTwo(a: Claim, b: Claim): Claim {
  const values: Record<string, unknown> = { ...a.values };
  for (const [name, value] of Object.entries(b.values)) {
    const known = values[name];
    if (Array.isArray(known) && Array.isArray(value)) {
      values[name] = [...new Set<unknown>(known.concat(value))].sort();
    } else if (known === undefined || JSON.stringify(value) > JSON.stringify(known)) {
      values[name] = value;
    }
  }
  const sorted = Object.fromEntries(canonical(values));
  return { ...a, confidence: Math.max(a.confidence, b.confidence), values: sorted };
}
const isSame = (a: Claim, b: Claim) =>
  a.confidence === b.confidence &&
  JSON.stringify(canonical(a.values)) === JSON.stringify(canonical(b.values));

/** The same values give the same text, whatever order they were named in. */
const canonical = (values: Values) => Object.entries(values).sort(([a], [b]) => byText(a, b));

/** A value that every node or edge of the kind has is stated by nobody. */
export class MissingValueError extends Error {
  override readonly name = 'MissingValueError';
  readonly field: string;
  constructor(kind: string, field: string) {
    super(
      `A ${kind} without ${field} cannot be written. Give it one, or name a ${kind} that is there.`,
    );
    this.field = field;
  }
}

interface Rule {
  readonly name: string;
  readonly isList: boolean;
  /** What holds where nobody says anything; absent: somebody has to. */
  readonly fallback?: unknown;
}

const ruleOf = ([name, type]: [string, z.ZodType]): Rule => {
  const absent = type.safeParse(undefined);
  const fallback = absent.success ? absent : type.safeParse(null);
  return {
    name,
    isList: type.safeParse([]).success,
    ...(fallback.success && { fallback: fallback.data }),
  };
};
const rulesOf = ({
  fields,
  details,
}: Record<'fields' | 'details', Readonly<Record<string, z.ZodType>>>) =>
  [...Object.entries(fields), ...Object.entries(details)].map(ruleOf);
const nodeRules = remembered((kind: NodeKind) => rulesOf(nodeEntry(kind)));
const edgeRules = remembered((kind: EdgeKind) => rulesOf(edgeEntry(kind)));

/** For each field what the most trusted source that knows it says; of lists, what any source says. */
function settle(
  kind: string,
  rules: readonly Rule[],
  claims: readonly Claim[],
): Record<string, unknown> {
  const settled: Record<string, unknown> = {};
  for (const rule of rules) {
    const said = claims
      .map(({ values }) => values[rule.name])
      .filter((value) => value !== undefined);
    const value = rule.isList && said.length > 1 ? [...new Set(said.flat())] : said[0];
    if (value === undefined && !('fallback' in rule)) throw new MissingValueError(kind, rule.name);
    settled[rule.name] = value ?? rule.fallback;
  }
  return settled;
}

export const provenanceOf = (claims: readonly Claim[]): readonly Provenance[] =>
  claims.map(({ source, detail, observedAt, confidence }) => ({
    source,
    detail,
    observedAt,
    confidence,
  }));

/** Fields, details and derived fields of a node. Throws a MissingValueError. */
export function settleNode(
  kind: NodeKind,
  ids: readonly string[],
  claims: readonly Claim[],
): Record<string, unknown> {
  const values = settle(kind, nodeRules(kind), claims);
  const provenance = provenanceOf(claims);
  for (const [name, { of }] of Object.entries(nodeEntry(kind).derived)) {
    values[name] = of({ values, ids, provenance });
  }
  return values;
}

/** Fields, details and the confidence of an edge. Throws a MissingValueError. */
export const settleEdge = (kind: EdgeKind, claims: readonly Claim[]): Record<string, unknown> => ({
  ...settle(kind, edgeRules(kind), claims),
  confidence: Math.max(...claims.map(({ confidence }) => confidence)),
});
