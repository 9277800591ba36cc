/** Addresses of repositories that stand in running text. */
import { parseRepositoryAddress } from '../../graph/repository-address.ts';

// With or without https://, since authors write both. It ends where no address goes on.
const ADDRESS =
  /(?<![\w./@-])(?:https?:\/\/)?(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|gitee\.com|codeberg\.org|huggingface\.co|hf\.co)\/[^\s<>"'`{}|\\^]+/giu;

/** The repositories a text links to, each once, in order of appearance, as clean addresses. */
export function repositoriesInText(text: string): readonly string[] {
  const addresses = new Map<string, string>();
  for (const [found] of text.matchAll(ADDRESS)) {
    const address = parseRepositoryAddress(found);
    if (address !== undefined && !addresses.has(address.key))
      addresses.set(address.key, address.url);
  }
  return [...addresses.values()];
}
