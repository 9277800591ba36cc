/** How names of concepts compare: letter case, hyphens, plurals and an acronym in brackets make no difference. */
import { words } from './fold.ts';

/** Plurals that no rule below gives, and words that look like plurals and are none. */
const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ...(
    'analyses:analysis apis:api axes:axis biases:bias bias:bias caches:cache canvas:canvas cpus:cpu gpus:gpu ' +
    'guis:gui headaches:headache hypotheses:hypothesis indices:index lens:lens lenses:lens matrices:matrix ' +
    'movies:movie niches:niche npus:npu psyches:psyche series:series species:species syntheses:synthesis ' +
    'atlas:atlas theses:thesis tpus:tpu uis:ui vertices:vertex always:always kubernetes:kubernetes pandas:pandas'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [plural = '', one = ''] = pair.split(':');
      return [plural, one];
    }),
  // Names of fields: "physics" is no plural, while "metrics" and "topics" are.
  ...(
    'acoustics aerodynamics analytics athletics diagnostics dynamics economics electronics ethics genomics ' +
    'graphics haptics kinematics linguistics logistics mathematics mechanics optics phonetics photonics physics ' +
    'pragmatics proteomics robotics semantics statistics thermodynamics'
  )
    .split(' ')
    .map((word): [string, string] => [word, word]),
]);

/** A folded word in the singular: `policies` is `policy`. Applied to both sides, so a slip of the rules does no harm. */
export function singular(word: string): string {
  const irregular = IRREGULAR.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || /(?:ss|us|is)$/u.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('zzes')) return word.slice(0, word === 'quizzes' ? -3 : -2);
  // Before -zes stands an e of its own: sizes, gazes, prizes.
  if (/(?:sses|xes|ches|shes|tzes)$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The acronym that stands in brackets at the end: `LLMs` of `large language models (LLMs)`. */
const BRACKETED_ACRONYM = /^(?<outside>.*\S)\s*\((?<acronym>[^\s()]{2,12})\)\s*$/u;
/** The other way round: `LLMs (Large Language Models)`. */
const BRACKETED_EXPANSION = /^(?<acronym>[^\s()]{2,12})\s*\((?<outside>[^()]*[\s-][^()]*)\)\s*$/u;

/** A name that carries its own acronym, taken apart; undefined where it carries none. */
export function withAcronym(name: string): { outside: string; acronym: string } | undefined {
  const { outside, acronym } = BRACKETED_ACRONYM.exec(name)?.groups ?? expansionFirst(name) ?? {};
  return outside === undefined || acronym === undefined ? undefined : { outside, acronym };
}

/** Only where the letters before the brackets are the first letters of the words in them: not `MATH (hard subset)`. */
function expansionFirst(name: string): Readonly<Record<string, string>> | undefined {
  const groups = BRACKETED_EXPANSION.exec(name)?.groups;
  const initials = words(groups?.['outside'] ?? '').map((word) => word.charAt(0));
  const letters = words((groups?.['acronym'] ?? '').replace(/(?<=\p{Lu})s$/u, '')).join('');
  return initials.length > 1 && initials.join('') === letters ? groups : undefined;
}

const PLUS_AT_END = /(?<=[\p{L}\p{N}]\+*)\+(?!\+*[\p{L}\p{N}])/gu;

/** What names of one meaning have in common: `Large-Language Models (LLMs)` is `large language model`. */
export function foldConceptName(name: string): string {
  // REINFORCE++ is another thing than REINFORCE.
  const spelled = (withAcronym(name)?.outside ?? name).replace(PLUS_AT_END, ' plus ');
  const folded = words(spelled);
  const isHead = (place: number) => place === folded.length - 1 || folded[place + 1] === 'of';
  return folded.map((word, place) => (isHead(place) ? singular(word) : word)).join(' ');
}

/** The same without spaces, since nobody agrees on them: `multi-modal` and `multimodal`. Two numbers stay apart. */
export const foldWithoutSpaces = (name: string): string =>
  foldConceptName(name).replace(/(?<!\p{N}) | (?!\p{N})/gu, '');
