import { readdir, readFile, stat } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { foldWithoutSpaces } from '../../graph/concept-name.ts';
import { conceptEdges } from '../concept-edges.ts';
import { loadCuratedConcepts, loadVocabulary, SEEDS_FOLDER } from '../concepts/load-vocabulary.ts';
import { createVocabulary } from '../concepts/vocabulary.ts';
import type { CitationRecord, PaperRecord, SourceRecord } from '../record.ts';
import { bundleDigest, isBundleComplete, openBundle } from '../sources/bundle.ts';
import { cleanTitle } from './clean-title.ts';
import { kindOfFile } from './fact-files.ts';
import { Manifest } from './facts.ts';

const FACTS = new URL('facts/', SEEDS_FOLDER);
const MAX_BYTES = 12_000_000;
/** The papers of the listing page whose title or abstract speaks of credit assignment. */
const ON_CREDIT_ASSIGNMENT = (
  '2404.12358 2405.15821 2409.12798 2410.02743 2412.02685 2412.11120 2503.24322 ' +
  '2504.15275 2505.10978 2505.13438 2507.23317 2508.02298 2508.03905 2509.03646 ' +
  '2509.06733 2509.18314 2509.19199 2510.13554 2510.14942 2601.10712 2601.14209 ' +
  '2602.23440 2603.06194 2604.09459 2605.00425 2605.04984 2605.06200 2605.10325 ' +
  '2605.12995 2605.20613 2605.21467'
)
  .split(' ')
  .map((id) => `arxiv:${id}`);

let records: readonly SourceRecord[];
let papers: readonly PaperRecord[];
let seedIds: ReadonlySet<string>;
beforeAll(async () => {
  const read: SourceRecord[] = [];
  for await (const yielded of (await openBundle()).records(undefined)) {
    if ('record' in yielded) read.push(yielded.record);
  }
  records = read;
  papers = read.filter((record) => record.kind === 'paper');
  seedIds = new Set(
    papers
      .filter(({ provenance }) => provenance.detail?.startsWith('listing page'))
      .flatMap(({ ids }) => ids),
  );
});

async function filesOf(): Promise<readonly string[]> {
  const names = await readdir(FACTS, { recursive: true });
  return names.filter((name) => /\.\w+$/u.test(name)).toSorted();
}

describe('the files', () => {
  test('are those of the manifest, with as many lines and records as it says', async () => {
    const manifest = Manifest.parse(
      JSON.parse(await readFile(new URL('manifest.json', FACTS), 'utf8')),
    );
    const listed = manifest.files.map(({ path }) => path.slice('facts/'.length));
    expect([...listed, 'manifest.json'].toSorted()).toEqual(await filesOf());
    for (const { path, lines, records: count } of manifest.files) {
      const text = await readFile(new URL(path, SEEDS_FOLDER), 'utf8');
      const values = text
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line));
      expect([path, values.length]).toEqual([path, lines]);
      expect(values.flatMap((value) => kindOfFile(path)?.recordsOf(value) ?? [])).toHaveLength(
        count,
      );
    }
  });

  test('are at most 12 MB in all', async () => {
    const sizes = await Promise.all(
      (await filesOf()).map(async (name) => (await stat(new URL(name, FACTS))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
  });

  test('give the source its size, and an end that their digest knows', async () => {
    const bundle = await openBundle();
    expect(bundle.size).toBe(records.length);
    let last: unknown;
    for await (const { position } of bundle.records(undefined)) last = position;
    expect(isBundleComplete(last, await bundleDigest())).toBe(true);
  });
});

describe('the titles', () => {
  test('are all such that cleaning leaves them as they are', () => {
    const outside = papers.filter(
      ({ title, provenance: { source } }) =>
        title !== undefined && ['BIBLIOGRAPHY', 'SURVEY_LIST'].includes(source),
    );
    expect(outside.length).toBeGreaterThan(8_000);
    const changed = outside.filter(({ title = '' }) => {
      const cleaned = cleanTitle(title);
      return !('title' in cleaned) || cleaned.title !== title;
    });
    expect(changed.map(({ title }) => title)).toEqual([]);
  });
});

describe('the papers', () => {
  test('are those of the listing page, of the daily answers and of what they cite', () => {
    expect(seedIds.size).toBe(63);
    expect(new Set(papers.flatMap(({ ids }) => ids)).size).toBeGreaterThan(17_000);
  });

  test('come with a title before anything else names them', () => {
    const titled = new Set<string>();
    const untitled: string[] = [];
    for (const record of records) {
      if (record.kind === 'concept') continue;
      if (record.kind === 'paper' && record.title !== undefined) {
        for (const id of record.ids) titled.add(id);
      }
      const named = record.kind === 'paper' ? record.ids : [record.from, record.to];
      untitled.push(...named.filter((id) => !titled.has(id)));
    }
    expect(untitled).toEqual([]);
  });

  test('carry no abstract, and no sentence as the words that show a concept', () => {
    expect(papers.filter(({ abstract }) => abstract !== undefined)).toEqual([]);
    const evidence = papers.flatMap(({ concepts = [] }) =>
      concepts.map((about) => about.evidence ?? ''),
    );
    expect(evidence.filter((words) => words.length > 80 || /[.!?] /u.test(words))).toEqual([]);
  });

  test('have a summary in our own words where they are of the listing page', () => {
    const summarized = papers
      .filter(({ summary }) => summary !== undefined)
      .flatMap(({ ids }) => ids);
    expect(summarized.toSorted()).toEqual([...seedIds].toSorted());
  });
});

describe('the concepts', () => {
  test('that papers are about are all in the vocabulary, so that a change of it is followed by a build', () => {
    const slugs = new Set(
      records.flatMap((record) => (record.kind === 'concept' ? [record.slug] : [])),
    );
    const about = papers.flatMap(({ concepts = [] }) => concepts.map(({ slug }) => slug));
    expect([...new Set(about)].filter((slug) => !slugs.has(slug))).toEqual([]);
  });

  test('are each called something of its own, however people spell it', () => {
    const slugsByName = new Map<string, Set<string>>();
    for (const record of records) {
      if (record.kind !== 'concept') continue;
      for (const name of [record.slug, record.name, ...record.aliases]) {
        const folded = foldWithoutSpaces(name);
        slugsByName.set(folded, (slugsByName.get(folded) ?? new Set()).add(record.slug));
      }
    }
    expect([...slugsByName].filter(([, slugs]) => slugs.size > 1)).toEqual([]);
  });

  test('have no slug that ends within a word', () => {
    const slugs = records.flatMap((record) => (record.kind === 'concept' ? [record.slug] : []));
    const cut =
      /(?:^|-)(?:analysi|approache|batche|bia|cach|databas|imag|physic|robotic|serie|siz|spac)$/u;
    expect(slugs.filter((slug) => cut.test(slug))).toEqual([]);
  });

  test('are found in the titles of papers that nobody describes', async () => {
    const vocabulary = await loadVocabulary();
    const without = papers.filter(
      (paper) => paper.title !== undefined && conceptEdges(paper, vocabulary).length === 0,
    );
    expect(without.length).toBeLessThan(papers.length / 8);
  });

  test('that keywords made are none of the curated ones', async () => {
    const curated = createVocabulary(await loadCuratedConcepts());
    const known = records.filter(
      (record) =>
        record.kind === 'concept' &&
        record.provenance.source === 'HUGGING_FACE' &&
        curated.ofKeyword(record.name) !== undefined,
    );
    expect(known).toEqual([]);
  });
});

describe('credit assignment', () => {
  test('is found on every paper of the listing page that speaks of it, and on no other one, whatever titles, keywords and lists say', async () => {
    const vocabulary = await loadVocabulary();
    const about = papers.filter((paper) =>
      conceptEdges(paper, vocabulary).some(({ to }) => to === 'credit-assignment'),
    );
    const ids = new Set(about.flatMap((paper) => paper.ids).filter((id) => seedIds.has(id)));
    expect([...ids].toSorted()).toEqual(ON_CREDIT_ASSIGNMENT);
  });

  test('joins two papers from Baidu', () => {
    for (const id of ['arxiv:2410.02743', 'arxiv:2605.00425']) {
      const slugs = papers
        .filter(({ ids }) => ids.includes(id))
        .flatMap(({ organizations = [] }) => organizations.map(({ slug }) => slug.toLowerCase()));
      expect(new Set(slugs)).toEqual(new Set(['baidu']));
      expect(ON_CREDIT_ASSIGNMENT).toContain(id);
    }
  });
});

describe('the citations', () => {
  test('are each stated once, and never of a paper by itself', () => {
    const citations = records.filter(
      (record): record is CitationRecord => record.kind === 'citation',
    );
    const pairs = citations.map(({ from, to }) => `${from} ${to}`);
    expect(pairs.length).toBeGreaterThan(21_000);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(citations.filter(({ from, to }) => from === to)).toEqual([]);
  });

  test('of a paper with a bibliography are known, of one with a companion list in part', () => {
    const coverage = new Map<string, Set<string>>();
    for (const { referenceCoverage, provenance } of papers) {
      if (referenceCoverage === undefined) continue;
      const sources = coverage.get(provenance.source) ?? new Set();
      coverage.set(provenance.source, sources.add(referenceCoverage));
    }
    expect(coverage).toEqual(
      new Map([
        ['BIBLIOGRAPHY', new Set(['KNOWN'])],
        ['SURVEY_LIST', new Set(['PARTIAL'])],
      ]),
    );
  });
});
