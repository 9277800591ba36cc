/** One spelling of each author's name throughout the facts: sources drop accents here and shout there. */
import { fold } from '../../graph/fold.ts';
import { byText } from '../../graph/text-order.ts';
import type { Papers } from './paper-facts.ts';

interface Authored {
  readonly authors?: readonly string[] | undefined;
}

/** The papers with every name in the spelling of most papers; where equal the one with more accents, then with fewer capitals. */
export function withOneSpelling({ daily, listed, seeds }: Papers): Papers {
  const spellings = spellingsOf([...daily, ...seeds]);
  return {
    daily: daily.map((paper) => respell(paper, spellings)),
    listed,
    seeds: seeds.map((paper) => respell(paper, spellings)),
  };
}

const respell = <Paper extends { authors?: string[] | undefined }>(
  paper: Paper,
  spellings: ReadonlyMap<string, string>,
): Paper =>
  paper.authors === undefined
    ? paper
    : { ...paper, authors: paper.authors.map((name) => spellings.get(fold(name)) ?? name) };

/** The spelling to use, by folded name. */
function spellingsOf(papers: readonly Authored[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const name of papers.flatMap(({ authors = [] }) => authors)) {
    const spelled = counts.get(fold(name)) ?? new Map<string, number>();
    counts.set(fold(name), spelled);
    spelled.set(name, (spelled.get(name) ?? 0) + 1);
  }
  return new Map(
    [...counts].map(([folded, spelled]) => {
      const [[best] = [folded]] = [...spelled].toSorted(
        ([one, papersOfOne], [other, papersOfOther]) =>
          papersOfOther - papersOfOne ||
          accentsIn(other) - accentsIn(one) ||
          capitalsIn(one) - capitalsIn(other) ||
          byText(one, other),
      );
      return [folded, best];
    }),
  );
}

const accentsIn = (name: string) => name.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
const capitalsIn = (name: string) => name.match(/\p{Lu}/gu)?.length ?? 0;
