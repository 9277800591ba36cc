/** Which paper a record is about: by its ids or, where it has none, by its title. */
import type { Engine } from '../graph/engine.ts';
import { sortKey } from '../graph/fold.ts';
import type { PaperRecord } from './record.ts';

/** A batch asks for many papers at once, and nobody waits for a page. */
const IDENTITY_DEADLINE_MS = 60_000;
const TITLE_PREFIX = 'title:';

/** Told apart by its title alone. */
export const lacksIds = ({ ids }: PaperRecord): boolean => ids.length === 0;

/**
 * The records with the ids by which the graph knows their papers; undefined for one with neither id nor title.
 * A record without ids joins the one paper of its title. Where none or several have that title, it gets an id of our
 * own making, `title:…`, and the paper of that title that first comes with ids takes it over.
 * Records with and without ids must not be mixed: what the ones bring must be written before the others are asked for.
 */
export async function identify(
  engine: Engine,
  records: readonly PaperRecord[],
): Promise<readonly (PaperRecord | undefined)[]> {
  const owners = await titleOwners(engine, records);
  const namesakes = await papersOfTitles(engine, records.filter(lacksIds));
  return records.map((record) => {
    const { ids, title } = record;
    if (title === undefined) return lacksIds(record) ? undefined : record;
    const id = titleId(title);
    const owner = owners.get(id);
    if (lacksIds(record)) {
      const joined = owner?.key ?? namesakes.get(id);
      // With the title as one of its ids it is found again, however many papers of that title come later.
      return { ...record, ids: joined === undefined || joined === id ? [id] : [joined, id] };
    }
    if (owner?.isFree !== true) return record;
    owner.isFree = false;
    return { ...record, ids: [...ids, id] };
  });
}

const titleId = (title: string) => `${TITLE_PREFIX}${sortKey(title)}`;
const titlesOf = (records: readonly PaperRecord[]) => [
  ...new Set(records.flatMap(({ title }) => title ?? [])),
];

/** By title id, the paper that has it. isFree: no other id says which paper of that title it is. */
async function titleOwners(engine: Engine, records: readonly PaperRecord[]) {
  const ids = [...new Set(titlesOf(records).map(titleId))];
  const nodes = await engine.ask(
    ids.map((key) => ({ ask: 'node', kind: 'Paper', key }) as const),
    { deadlineMs: IDENTITY_DEADLINE_MS },
  );
  const owners = new Map<string, { readonly key: string; isFree: boolean }>();
  for (const [index, id] of ids.entries()) {
    const node = nodes[index];
    if (node === null || node === undefined) continue;
    const isFree = node.ids.every((own) => own.startsWith(TITLE_PREFIX));
    owners.set(id, { key: node.key, isFree });
  }
  return owners;
}

/** By title id, the key of the paper of that title, where there is exactly one. */
async function papersOfTitles(engine: Engine, records: readonly PaperRecord[]) {
  const titles = titlesOf(records);
  const pages = await engine.ask(titles.map(pageOfTitle), { deadlineMs: IDENTITY_DEADLINE_MS });
  const found = new Map<string, string>();
  for (const [index, title] of titles.entries()) {
    const [paper, ...others] = pages[index]?.items ?? [];
    if (paper !== undefined && others.length === 0) found.set(titleId(title), paper.node.key);
  }
  return found;
}

const pageOfTitle = (title: string) =>
  ({
    ask: 'page',
    set: { kind: 'Paper', where: { op: 'eq', field: 'titleKey', value: sortKey(title) } },
    order: { by: { field: 'titleKey' }, descending: false },
    window: { size: 2 },
  }) as const;
