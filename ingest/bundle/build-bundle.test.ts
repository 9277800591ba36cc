import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildBundle } from './build-bundle.ts';

const concepts = [
  { slug: 'boat', name: 'Boat', aliases: [], broader: [] },
  { slug: 'stone', name: 'Stone', aliases: [], broader: [] },
];
const PROSE = 'Nobody may copy this sentence of ours about a boat and what else is here. '
  .repeat(3)
  .trim();
const paper = (id: string, keywords: string[]) => ({
  paper: {
    id,
    title: `Paper ${id}`,
    summary: PROSE,
    authors: [{ name: 'Ana Lima' }],
    publishedAt: '2024-01-01T00:00:00.000Z',
    upvotes: 1,
    ai_keywords: keywords,
  },
  numComments: 0,
});
const found = {
  ...{ title: 'On Boats', arxivId: '2401.00004', authors: ['Bo Li'], organizations: null },
  ...{ repo: null, projectPage: null, published: '2024-01-05', publishedSource: 'public listing' },
  keywords: ['flow map'],
};
const listEntry = { part: 'Boats', section: null, titleInList: 'Old Stones' };
const data: Record<string, string> = {
  'hf-daily/raw/2024-01-31.json': JSON.stringify([
    paper('2401.00002', ['flow maps']),
    paper('2401.00001', ['Flow map']),
    'damaged',
  ]),
  'hf-daily/raw/2024-02-01.json': JSON.stringify([paper('2401.00003', ['boats'])]),
  'hf-daily/raw/notes.txt': 'not an answer',
  'daily-papers-page.txt': `May 21\n\nOn Boats\n\n${PROSE}\n\n• 3 authors\n·\nJan 5, 2024 2\n\nstray\n`,
  'seed-papers.jsonl': `${JSON.stringify(found)}\n`,
  'citations/citations.csv':
    'citing,cited,source,confidence\n2401.00001,1901.00001,bibliography:a/b,1.0\n2401.00001,1901.00009,bibliography:a/b,1.0\n2401.00001,1901.00008,bibliography:a/b,1.0\n',
  'citations/topics.csv':
    'arxiv,topic,source\n1901.00001,Stones,list:c/d\n2401.00003,"Tides, etc.",list:c/d\n',
  'citations/papers.csv':
    'arxivId,title\n1901.00001,"🤖] Stones, Old and New [📄 paper"\n1901.00008,Cited in 06_results.md\n',
  'survey-credit-assignment/citations.csv': 'citing,cited,basis\n2401.00004,1901.00002,list\n',
  'survey-credit-assignment/listed-papers.jsonl': `${JSON.stringify({ ...listEntry, arxivIdInList: null, arxivId: '1901.00002' })}\n`,
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-'));
  for (const [name, text] of Object.entries(data)) {
    const file = join(folder, 'data', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
});
afterEach(() => rm(folder, { recursive: true }));

const printed: string[] = [];
const build = (output = 'facts') =>
  buildBundle(join(folder, 'data'), join(folder, output), {
    concepts,
    print: (line) => printed.push(line),
  });
async function filesOf(output = 'facts'): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(join(folder, output), { recursive: true });
  const files = names.filter((name) => /\.\w+$/u.test(name)).toSorted();
  const texts = files.map(
    async (name) => [name, await readFile(join(folder, output, name), 'utf8')] as const,
  );
  return Object.fromEntries(await Promise.all(texts));
}
const idsOf = (text = '') =>
  text
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);

test('facts are split by month and year and sorted', async () => {
  await build();
  const files = await filesOf();
  expect(Object.keys(files)).toEqual([
    'citations/2024.jsonl',
    'keyword-concepts.jsonl',
    'listing.jsonl',
    'manifest.json',
    'papers/2024-01.jsonl',
    'papers/2024-02.jsonl',
    'seed-papers.jsonl',
    'titles/2019.jsonl',
    'topics.jsonl',
  ]);
  expect(idsOf(files['papers/2024-01.jsonl'])).toEqual(['arxiv:2401.00001', 'arxiv:2401.00002']);
  expect(idsOf(files['titles/2019.jsonl'])).toEqual(['arxiv:1901.00001', 'arxiv:1901.00002']);
  expect(files['keyword-concepts.jsonl']).toBe(
    '{"slug":"flow-map","name":"Flow map","aliases":[]}\n',
  );
  expect(files['topics.jsonl']).toBe(
    '{"list":"c/d","heading":"Stones","papers":["arxiv:1901.00001"]}\n' +
      '{"list":"xxzcc/Awesome-Credit-Assignment-in-LLM-RL","heading":"Boats","papers":["arxiv:1901.00002"]}\n',
  );
});

test('building twice gives the same bytes, and files of an earlier build that are stale go', async () => {
  await build();
  const first = await filesOf();
  await rm(join(folder, 'data', 'hf-daily', 'raw', '2024-02-01.json'));
  await build();
  expect(Object.keys(await filesOf())).not.toContain('papers/2024-02.jsonl');
  await writeFile(
    join(folder, 'data', 'hf-daily/raw/2024-02-01.json'),
    data['hf-daily/raw/2024-02-01.json'] ?? '',
  );
  await build();
  expect(await filesOf()).toEqual(first);
  await build('other');
  expect(await filesOf('other')).toEqual(first);
});

test('no sentence of others gets in', async () => {
  await build();
  expect(JSON.stringify(await filesOf())).not.toContain('Nobody');
});

test('what cannot be used is counted, named and printed', async () => {
  printed.length = 0;
  const { counts, leftOut } = await build();
  expect(leftOut).toEqual({
    'daily item damaged': ['2024-01-31 item 3'],
    'line of the listing page that is followed by neither an abstract nor a day': ['line 11'],
    'gathered title that is a note on where it is cited': [
      'arxiv:1901.00008: Cited in 06_results.md',
    ],
    'id without a title': ['arxiv:1901.00008', 'arxiv:1901.00009'],
    'number of authors on the listing page, which disagrees': [
      'On Boats: the page says 3, found 1',
    ],
  });
  expect(counts).toMatchObject({
    citations: 2,
    'citations left out for an end without a title': 2,
    'list entries under a concept': 2,
    'list entries under another heading': 1,
  });
  expect(printed).toContain('left out, daily item damaged: 1 (2024-01-31 item 3)');
});

test('a missing file and a row of another form are errors that name the file', async () => {
  await writeFile(
    join(folder, 'data', 'citations/topics.csv'),
    'arxiv,topic,source\n1901.00001,Stones,d\n',
  );
  await expect(build()).rejects.toThrow(/topics\.csv cannot be read/u);
  await rm(join(folder, 'data', 'seed-papers.jsonl'));
  await expect(build()).rejects.toThrow(/seed-papers\.jsonl/u);
});
