import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  CitationRecord,
  ConceptRecord,
  PaperRecord,
  type SourceRecord,
  type Yielded,
} from '../record.ts';
import { BUNDLE_NAME, bundleDigest, isBundleComplete, openBundle } from './bundle.ts';

const lines = (...values: readonly object[]) =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');
const statement = { source: 'BIBLIOGRAPHY', detail: 'a/b' };
const FILES: Readonly<Record<string, string>> = {
  'concepts.jsonl': lines(
    {
      slug: 'boat',
      name: 'Boat',
      aliases: ['ship'],
      description: 'It floats.',
      broader: ['thing'],
    },
    { slug: 'thing', name: 'Thing', aliases: [], description: 'Anything.', broader: [] },
  ),
  'summaries.jsonl': lines({ title: 'On Boats', arxivId: null, summary: 'Boats float.' }),
  'facts/keyword-concepts.jsonl': lines({ slug: 'flow-map', name: 'flow maps', aliases: [] }),
  'facts/papers/2024-01.jsonl': lines({
    ...{
      id: 'arxiv:2401.00001',
      title: 'On Stones',
      publishedAt: '2024-01-01',
      featuredAt: '2024-01-03',
    },
    ...{ observedOn: '2024-01-09', upvotes: 3, commentCount: 0, authors: ['Ana Lima'] },
    ...{
      organization: { slug: 'Harbour' },
      concepts: [['boat', 0.5, 'ships']],
      keywords: ['flow map'],
    },
  }),
  'facts/listing.jsonl': lines({ id: 'title:on boats', title: 'On Boats' }),
  'facts/seed-papers.jsonl': lines({ id: 'title:on boats', authors: ['Bo Li'] }),
  'facts/titles/2023.jsonl': lines(
    { id: 'arxiv:2301.00001', title: 'Old Boats', ...statement, confidence: 0.9 },
    { id: 'arxiv:2301.00002', title: 'Old Stones', ...statement, confidence: 0.9 },
  ),
  'facts/topics.jsonl': lines({
    list: 'c/d',
    heading: 'Boats',
    papers: ['arxiv:2301.00001', 'arxiv:2301.00002'],
  }),
  'facts/citations/2024.jsonl': lines(
    {
      citing: 'arxiv:2401.00001',
      ...statement,
      confidence: 1,
      cited: ['arxiv:2301.00001', 'arxiv:2301.00002'],
    },
    {
      citing: 'title:on boats',
      source: 'SURVEY_LIST',
      detail: 'c/d',
      confidence: 0.6,
      cited: ['arxiv:2301.00001'],
    },
  ),
};
const RECORDS: Readonly<Record<string, number>> = {
  'facts/topics.jsonl': 2,
  'facts/citations/2024.jsonl': 5,
};
const linesIn = (text: string) => text.split('\n').length - 1;

let folder: string;
let seeds: URL;
const write = (path: string, text: string) => writeFile(join(folder, path), text);
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seeds-'));
  seeds = pathToFileURL(`${folder}/`);
  for (const name of ['papers', 'titles', 'citations']) {
    await mkdir(join(folder, 'facts', name), { recursive: true });
  }
  for (const [path, text] of Object.entries(FILES)) await write(path, text);
  const built = Object.entries(FILES).filter(([path]) => path.startsWith('facts/'));
  const files = built.map(([path, text]) => {
    return { path, lines: linesIn(text), records: RECORDS[path] ?? linesIn(text) };
  });
  await write('facts/manifest.json', JSON.stringify({ files, counts: {} }));
});
afterEach(() => rm(folder, { recursive: true }));

async function yieldsOf(from?: unknown): Promise<readonly Yielded[]> {
  const yields: Yielded[] = [];
  for await (const yielded of (await openBundle(seeds)).records(from)) yields.push(yielded);
  return yields;
}
const recordsOf = (yields: readonly Yielded[]): readonly SourceRecord[] =>
  yields.flatMap((yielded) => ('record' in yielded ? [yielded.record] : []));
const placeOf = (yielded: Yielded | undefined) =>
  yielded !== undefined && 'place' in yielded && yielded.place;

test('concepts come first, then papers, then titles, then what refers to all of them', async () => {
  const yields = await yieldsOf();
  expect([
    ...new Set(yields.map((yielded) => String(placeOf(yielded)).replace(/ line \d+$/u, ''))),
  ]).toEqual([
    'seeds/concepts.jsonl',
    'seeds/facts/keyword-concepts.jsonl',
    'seeds/facts/papers/2024-01.jsonl',
    'seeds/facts/listing.jsonl',
    'seeds/facts/seed-papers.jsonl',
    'seeds/summaries.jsonl',
    'seeds/facts/titles/2023.jsonl',
    'seeds/facts/topics.jsonl',
    'seeds/facts/citations/2024.jsonl',
  ]);
});

test('the size is the number of records', async () => {
  const bundle = await openBundle(seeds);
  expect(bundle.name).toBe(BUNDLE_NAME);
  expect(bundle.size).toBe((await yieldsOf()).length);
});

test('every record is of the form that all sources share', async () => {
  const schemas = { paper: PaperRecord, citation: CitationRecord, concept: ConceptRecord };
  for (const record of recordsOf(await yieldsOf())) {
    expect(schemas[record.kind].parse(record)).toEqual(record);
  }
});

describe('a record says where it comes from', () => {
  test('a paper of a daily listing names the day that was read', async () => {
    const paper = recordsOf(await yieldsOf()).find(({ kind }) => kind === 'paper');
    expect(paper).toEqual({
      kind: 'paper',
      ids: ['arxiv:2401.00001'],
      title: 'On Stones',
      publishedAt: '2024-01-01',
      featuredAt: '2024-01-03',
      upvotes: 3,
      commentCount: 0,
      authors: [{ name: 'Ana Lima' }],
      organizations: [{ slug: 'Harbour' }],
      keywords: ['flow map'],
      concepts: [{ slug: 'boat', score: 0.5, method: 'EXTRACTED', evidence: 'ships' }],
      provenance: {
        ...{ source: 'HUGGING_FACE', detail: 'daily 2024-01-09' },
        ...{ observedAt: '2024-01-09T00:00:00Z', confidence: 1 },
      },
    });
  });

  test('a bibliography makes the references known, a companion list partly', async () => {
    const covered = recordsOf(await yieldsOf()).flatMap((record) =>
      record.kind === 'paper' && record.referenceCoverage !== undefined
        ? [[record.ids[0], record.referenceCoverage, record.provenance.detail]]
        : [],
    );
    expect(covered).toEqual([
      ['arxiv:2401.00001', 'KNOWN', 'a/b'],
      ['title:on boats', 'PARTIAL', 'c/d'],
    ]);
  });

  test('a line of citations is one record for each pair', async () => {
    const pairs = recordsOf(await yieldsOf()).flatMap((record) =>
      record.kind === 'citation' ? [[record.from, record.to, record.provenance.confidence]] : [],
    );
    expect(pairs).toEqual([
      ['arxiv:2401.00001', 'arxiv:2301.00001', 1],
      ['arxiv:2401.00001', 'arxiv:2301.00002', 1],
      ['title:on boats', 'arxiv:2301.00001', 0.6],
    ]);
  });
});

describe('an import that was cut off', () => {
  test('goes on at the first line that was not done with', async () => {
    const all = await yieldsOf();
    for (const [index, { position }] of all.entries()) {
      const rest = await yieldsOf(position);
      const missed = all.slice(index + 1);
      expect(rest.slice(rest.length - missed.length)).toEqual(missed);
      // What is read again is at most the line that was cut.
      const again = rest.slice(0, rest.length - missed.length).map(placeOf);
      expect(new Set(again).size).toBeLessThanOrEqual(1);
      if (again.length > 0) expect(again[0]).toBe(placeOf(all[index]));
    }
  });

  test('has nothing left to do once it was complete', async () => {
    const all = await yieldsOf();
    const digest = await bundleDigest(seeds);
    expect(await yieldsOf(all.at(-1)?.position)).toEqual([]);
    expect(all.map(({ position }) => isBundleComplete(position, digest))).toEqual(
      all.map((_, index) => index === all.length - 1),
    );
  });

  test.each(['concepts.jsonl', 'summaries.jsonl', 'facts/titles/2023.jsonl'])(
    'starts over where %s has changed since',
    async (path) => {
      const last = (await yieldsOf()).at(-1)?.position;
      const before = await bundleDigest(seeds);
      await write(path, (await readFile(join(folder, path), 'utf8')).replace(/Boat/u, 'Bout'));
      expect(await bundleDigest(seeds)).not.toBe(before);
      expect(isBundleComplete(last, await bundleDigest(seeds))).toBe(false);
      expect(await yieldsOf(last)).toHaveLength((await yieldsOf()).length);
    },
  );

  test('starts over from a position that is none of its own', async () => {
    expect(await yieldsOf({ line: 3 })).toHaveLength((await yieldsOf()).length);
  });
});

describe('what is damaged is an error that names it', () => {
  test('a line', async () => {
    await write(
      'facts/titles/2023.jsonl',
      `${FILES['facts/titles/2023.jsonl'] ?? ''}{"id":"arxiv:1"}\n`,
    );
    await expect(yieldsOf()).rejects.toThrow(
      /facts\/titles\/2023\.jsonl line 3 is not of the form/u,
    );
  });

  test('the manifest', async () => {
    await write('facts/manifest.json', '{');
    await expect(openBundle(seeds)).rejects.toThrow(/manifest\.json cannot be read\. Restore it/u);
  });

  test('a file that no fact can be in', async () => {
    const files = [{ path: 'facts/other.jsonl', lines: 0, records: 0 }];
    await write('facts/manifest.json', JSON.stringify({ files, counts: {} }));
    await expect(openBundle(seeds)).rejects.toThrow(/lists "facts\/other\.jsonl"/u);
  });
});
