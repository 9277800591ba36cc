/** Addresses of repositories, brought to one form: host, owner and name in any letter case, without what sentences and git add. */
import type { Row } from './row.ts';

export type RepositoryAddress = Pick<
  Row<'Repository'>,
  'key' | 'url' | 'host' | 'owner' | 'name' | 'repositoryKind'
>;

const ADDRESS =
  /^(?:git\+)?(?:https?:\/\/|git@)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)[/:](.+)$/iu;
const CODE_HOSTS = new Set([
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'gitee.com',
  'codeberg.org',
]);
const HUGGING_FACE_KINDS = { datasets: 'DATASET', spaces: 'SPACE' } as const;
/** First parts of Hugging Face addresses that name pages of the site, not owners. */
const HUGGING_FACE_PAGES = new Set(
  'blog chat collections docs join learn login models new organizations papers posts pricing settings tasks'.split(
    ' ',
  ),
);

/** The repository that an address names; undefined where it names none that we know to be one. */
export function parseRepositoryAddress(text: string): RepositoryAddress | undefined {
  const [, foundHost, rest] = ADDRESS.exec(text.trim()) ?? [];
  if (foundHost === undefined || rest === undefined) return undefined;
  const host = foundHost.toLowerCase() === 'hf.co' ? 'huggingface.co' : foundHost.toLowerCase();
  const parts = (rest.split(/[?#]/u)[0] ?? '').split('/').filter((part) => part !== '');
  if (host === 'huggingface.co') return huggingFaceRepository(parts);
  return CODE_HOSTS.has(host) ? repository(host, [], 'CODE', parts[0], parts[1]) : undefined;
}

function huggingFaceRepository(parts: readonly string[]): RepositoryAddress | undefined {
  const [first = ''] = parts;
  if (first === 'datasets' || first === 'spaces') {
    return repository('huggingface.co', [first], HUGGING_FACE_KINDS[first], parts[1], parts[2]);
  }
  if (HUGGING_FACE_PAGES.has(first)) return undefined;
  return repository('huggingface.co', [], 'MODEL', parts[0], parts[1]);
}

function repository(
  host: string,
  folder: readonly string[],
  repositoryKind: RepositoryAddress['repositoryKind'],
  owner: string | undefined,
  foundName: string | undefined,
): RepositoryAddress | undefined {
  // A sentence ends in a full stop, a clone address in .git, and both may stand together.
  const name = foundName?.replace(/[.,;:)\]]+$/u, '').replace(/\.git$/iu, '');
  if (!owner || !name) return undefined;
  if (!/^[\w.-]+$/u.test(owner) || !/^[\w.-]+$/u.test(name)) return undefined;
  const path = [host, ...folder, owner, name].join('/');
  return { key: path.toLowerCase(), url: `https://${path}`, host, owner, name, repositoryKind };
}
