/** Values as the facts hold them. */
import { z } from 'zod';
import type { Mention } from '../concept-edges.ts';
import type { MentionFact } from './facts.ts';

/** In one Unicode form, on one line. */
export const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What the schema takes for an address of the web. */
export const isAddress = (text: string): boolean =>
  /^https?:\/\//iu.test(text) && z.url().safeParse(text).success;

type Present<Name extends string, Value> = Partial<Record<Name, Exclude<Value, undefined>>>;

/** An object with that property, or without any where there is no value or an empty list. */
export function present<const Name extends string, Value>(
  name: Name,
  value: Value,
): Present<Name, Value> {
  const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
  return (isEmpty ? {} : { [name]: value }) as Present<Name, Value>;
}

export const toMentionFacts = (mentions: readonly Mention[]): MentionFact[] =>
  mentions.map(({ slug, score, evidence }) => [slug, score, evidence]);
