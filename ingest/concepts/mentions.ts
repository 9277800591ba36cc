/** Finds the names of concepts in a text, as whole words. */
import { fold } from '../../graph/fold.ts';
import { singular } from '../../graph/concept-name.ts';

/** Where a name stands in a text. start and end: of its characters. */
export interface Found {
  readonly slug: string;
  readonly start: number;
  readonly end: number;
}
export type Finder = (text: string) => readonly Found[];

interface Word {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** Whether only white space or a hyphen stands between it and the word before: names do not reach over a comma. */
  readonly isJoined: boolean;
}
/** Words that may follow, and words that may end a name here. */
interface Node {
  readonly next: Map<string, Node>;
  readonly ends: Map<string, string>;
}
const emptyNode = (): Node => ({ next: new Map(), ends: new Map() });

/** A plus at the end makes another name: `ZeRO++`. */
const WORD = /[\p{L}\p{M}\p{N}]+(?:\++(?![\p{L}\p{N}]))?/gu;
/** `@` for pass@k. Hyphens come in many forms in titles. */
const JOINT = /^[\s@\-\u2010-\u2015]+$/u;

function wordsOf(text: string): readonly Word[] {
  let last = 0;
  return [...text.matchAll(WORD)].map(({ 0: raw, index: start }) => {
    const isJoined = JOINT.test(text.slice(last, start));
    last = start + raw.length;
    return { raw, start, end: last, isJoined };
  });
}

/** Acronyms, and names spelled like one: `RL`, `LoRA`, `dLLM`. In small letters they would be other words. */
const isAcronym = (word: string) => (word.match(/\p{Lu}/gu)?.length ?? 0) > 1;
const acronym = (word: string) => `=${word}`;

/** Forms under which a word of a name is stored; a text in capitals spells LoRA as LORA. */
const storedForms = (word: string) =>
  isAcronym(word) ? [acronym(word), acronym(word.toUpperCase())] : [fold(word)];
const storedEnds = (word: string) => (isAcronym(word) ? storedForms(word) : [singular(fold(word))]);
/** Forms under which a word of a text is looked up. */
const readForms = (word: string) => [acronym(word), fold(word)];
const readEnds = (word: string) => [
  acronym(word),
  acronym(word.replace(/(?<=\p{Lu}\p{N}*)s$/u, '')),
  singular(fold(word)),
];

/**
 * names: of one concept each, earlier ones win where two are the same words.
 * Of names that overlap the longest counts. One that lies within a longer name counts too where `isWithin` says so.
 */
export function createFinder(
  names: Iterable<readonly [name: string, slug: string]>,
  isWithin: (inner: string, outer: string) => boolean,
): Finder {
  const root = emptyNode();
  for (const [name, slug] of names) store(root, name, slug);
  return (text) => {
    const words = wordsOf(text);
    const found: Found[] = [];
    for (let first = 0; first < words.length;) {
      const longest = namesAt(root, words, first).at(-1);
      if (longest === undefined) {
        first++;
        continue;
      }
      found.push(longest, ...inside(root, words, first, longest, isWithin));
      while (first < words.length && (words[first]?.start ?? 0) < longest.end) first++;
    }
    return found;
  };
}

function store(root: Node, name: string, slug: string): void {
  const words = wordsOf(name);
  let nodes = [root];
  for (const { raw } of words.slice(0, -1)) {
    const forms = storedForms(raw);
    nodes = nodes.flatMap((node) => forms.map((form) => child(node, form)));
  }
  for (const { raw } of words.slice(-1)) {
    for (const node of nodes) {
      for (const form of storedEnds(raw)) if (!node.ends.has(form)) node.ends.set(form, slug);
    }
  }
}

function child(node: Node, form: string): Node {
  const known = node.next.get(form) ?? emptyNode();
  node.next.set(form, known);
  return known;
}

/** Every name that begins at a word, shortest first. */
function namesAt(root: Node, words: readonly Word[], first: number): readonly Found[] {
  const start = words[first]?.start ?? 0;
  const found: Found[] = [];
  let nodes: readonly Node[] = [root];
  for (let place = first; nodes.length > 0; place++) {
    const word = words[place];
    if (word === undefined || (place > first && !word.isJoined)) break;
    const { raw, end } = word;
    const ends = nodes.flatMap((node) => readEnds(raw).map((form) => node.ends.get(form)));
    const slug = ends.find((ending) => ending !== undefined);
    if (slug !== undefined) found.push({ slug, start, end });
    nodes = nodes
      .flatMap((node) => readForms(raw).map((form) => node.next.get(form)))
      .filter((node) => node !== undefined);
  }
  return found;
}

function inside(
  root: Node,
  words: readonly Word[],
  first: number,
  outer: Found,
  isWithin: (inner: string, outer: string) => boolean,
): readonly Found[] {
  const bySlug = new Map<string, Found>();
  for (let place = first; (words[place]?.start ?? outer.end) < outer.end; place++) {
    for (const inner of namesAt(root, words, place)) {
      if (inner.end <= outer.end && isWithin(inner.slug, outer.slug)) bySlug.set(inner.slug, inner);
    }
  }
  return [...bySlug.values()];
}
