/** Which organization owns which repository, where an address tells for certain. */
import type { Engine } from '../graph/engine.ts';
import type { Provenance } from '../graph/model.ts';
import type { EdgeStatement, NodeStatement } from '../graph/row.ts';
import { organizationKey } from './organization-statements.ts';

/**
 * The only host where the owner in an address is an organization's slug, in any letter case. Elsewhere the account of
 * that name may be somebody else's.
 */
const HOST = 'huggingface.co';
const OWNERSHIP_DEADLINE_MS = 60_000;
/** More than any organization has repositories that papers link to. */
const MAX_REPOSITORIES = 10_000;

/** The OWNS edges that a batch's nodes bring about, with each other and with what the graph holds. */
export type FindOwnership = (
  nodes: readonly NodeStatement[],
) => Promise<readonly EdgeStatement<'OWNS'>[]>;

/** For one ingest: it looks only once for the repositories of each organization, since later ones bring their edge along. */
export function createOwnershipFinder(engine: Engine): FindOwnership {
  const seen = new Set<string>();
  return async (nodes) => {
    const organizations = nodes.flatMap((node) => (node.kind === 'Organization' ? node : []));
    const repositories = nodes.flatMap((node) => (node.kind === 'Repository' ? node : []));
    const fresh = organizations.filter(({ ids: [key = ''] }) => !seen.has(key));
    for (const { ids } of organizations) for (const id of ids) seen.add(id);
    return [
      ...(await ownersOf(engine, repositories, seen)),
      ...(await repositoriesOf(engine, fresh)),
    ];
  };
}

/** seen: keys of organizations that are in the graph or the batch. */
async function ownersOf(
  engine: Engine,
  repositories: readonly NodeStatement<'Repository'>[],
  seen: ReadonlySet<string>,
): Promise<readonly EdgeStatement<'OWNS'>[]> {
  const hosted = repositories.flatMap(({ ids: [to = ''], values, provenance }) =>
    values.host === HOST
      ? { from: organizationKey({ slug: values.owner ?? '' }), to, provenance }
      : [],
  );
  const asked = [...new Set(hosted.map(({ from }) => from))].filter((key) => !seen.has(key));
  const answers = await engine.ask(
    asked.map((key) => ({ ask: 'node', kind: 'Organization', key }) as const),
    { deadlineMs: OWNERSHIP_DEADLINE_MS },
  );
  const known = new Set(asked.filter((_, index) => answers[index] !== null));
  return hosted.flatMap(({ from, to, provenance }) =>
    seen.has(from) || known.has(from) ? owns(from, to, [provenance]) : [],
  );
}

/** Of organizations that are new, what the graph already has of theirs. */
async function repositoriesOf(
  engine: Engine,
  organizations: readonly NodeStatement<'Organization'>[],
): Promise<readonly EdgeStatement<'OWNS'>[]> {
  const slugs = [...new Set(organizations.flatMap(({ values: { slug } }) => slug ?? []))];
  const options = { deadlineMs: OWNERSHIP_DEADLINE_MS };
  const pages = await engine.ask(slugs.map(pageOfOwner), options);
  const keys = pages.flatMap(({ items }) => items.map(({ node }) => node.key));
  const nodes = await engine.ask(
    keys.map((key) => ({ ask: 'node', kind: 'Repository', key }) as const),
    options,
  );
  return nodes.flatMap((node) =>
    node === null ? [] : owns(organizationKey({ slug: node.owner }), node.key, node.provenance),
  );
}

// nameKey is the folded owner/name; "0" is the character after "/".
const pageOfOwner = (slug: string) =>
  ({
    ask: 'page',
    set: {
      kind: 'Repository',
      where: {
        op: 'and',
        of: [
          { op: 'eq', field: 'host', value: HOST },
          { op: 'gte', field: 'nameKey', value: `${slug}/` },
          { op: 'lt', field: 'nameKey', value: `${slug}0` },
        ],
      },
    },
    order: { by: { field: 'nameKey' }, descending: false },
    window: { size: MAX_REPOSITORIES },
  }) as const;

/**
 * The address itself is what states it, so the edge does not depend on which of its ends was there first: it is seen
 * whenever the repository is, the last time counts.
 */
function owns(
  from: string,
  to: string,
  seenIn: readonly Pick<Provenance, 'observedAt'>[],
): EdgeStatement<'OWNS'> {
  const observedAt = seenIn
    .map((provenance) => provenance.observedAt)
    .reduce((a, b) => (a > b ? a : b));
  const provenance: Provenance = {
    source: 'HUGGING_FACE',
    detail: 'owner in the address',
    observedAt,
    confidence: 1,
  };
  return { kind: 'OWNS', from, to, values: {}, provenance };
}
