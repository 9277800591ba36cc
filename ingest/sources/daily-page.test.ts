import { expect, test } from 'vitest';
import { PaperRecord, type Yielded } from '../record.ts';
import { dailyPageSource, NotADailyPageError } from './daily-page.ts';

const PROSE = 'Boats float on water and stones do not, which we look at closely here. '
  .repeat(3)
  .trim();
const text = [
  ...[
    'Daily Papers',
    'May 21',
    '',
    'On Boats',
    '',
    `${PROSE} See https://github.com/harbour/boats.`,
    '',
  ],
  ...['harbour Harbour Works', '·', 'May 19 2', '', 'Load more', '', 'On Stones', '', PROSE],
].join('\n');
const page = { file: 'saved.txt', text, now: new Date('2026-08-01T09:00:00Z') };

async function yieldsOf(from?: unknown): Promise<readonly Yielded[]> {
  const yields: Yielded[] = [];
  for await (const yielded of dailyPageSource(page).records(from)) yields.push(yielded);
  return yields;
}

test('a paper is known by its title and carries all that the page says of it', async () => {
  const [first] = await yieldsOf();
  expect(first).toEqual({
    place: 'saved.txt line 4',
    position: 1,
    record: {
      kind: 'paper',
      ids: [],
      title: 'On Boats',
      abstract: `${PROSE} See https://github.com/harbour/boats.`,
      publishedAt: '2026-05-19',
      commentCount: 2,
      organizations: [{ slug: 'harbour', name: 'Harbour Works' }],
      repositories: [{ url: 'https://github.com/harbour/boats', foundIn: 'ABSTRACT' }],
      provenance: {
        source: 'HUGGING_FACE',
        detail: 'page saved.txt of 2026-05-21',
        observedAt: '2026-05-21T00:00:00Z',
        confidence: 1,
      },
    },
  });
});

test('every record is of the form that all sources share', async () => {
  for (const yielded of await yieldsOf()) {
    if ('record' in yielded) expect(PaperRecord.parse(yielded.record)).toEqual(yielded.record);
  }
});

test('a line that cannot be placed is set aside where it stands', async () => {
  const [, second] = await yieldsOf();
  expect(second).toEqual({
    setAside: {
      place: 'saved.txt line 12',
      reason: '"Load more" is followed by neither an abstract nor a day.',
    },
    position: 2,
  });
});

test('an import that was cut off goes on where it stopped', async () => {
  const all = await yieldsOf();
  expect(await yieldsOf(all[0]?.position)).toEqual(all.slice(1));
  expect(await yieldsOf(all.at(-1)?.position)).toEqual([]);
  expect(await yieldsOf('of another kind')).toEqual(all);
});

test('a page that was saved anew is another source', () => {
  const { name, size } = dailyPageSource(page);
  expect(size).toBe(2);
  expect(dailyPageSource({ ...page, file: 'copy.txt' }).name).toBe(name);
  expect(dailyPageSource({ ...page, text: `${text}\n` }).name).not.toBe(name);
});

test('a page without its day was seen when it is read', async () => {
  const records: unknown[] = [];
  for await (const yielded of dailyPageSource({
    ...page,
    text: `Daily Papers\n\nOn Boats\n\n${PROSE}`,
  }).records(undefined)) {
    if ('record' in yielded) records.push(yielded.record.provenance);
  }
  expect(records).toEqual([
    {
      source: 'HUGGING_FACE',
      detail: 'page saved.txt',
      observedAt: '2026-08-01T09:00:00.000Z',
      confidence: 1,
    },
  ]);
});

test.each([
  ['no such heading', `On Boats\n\n${PROSE}`, 'no line "Daily Papers"'],
  ['no paper', 'Daily Papers\n\nOn Boats', 'no paper'],
  [
    'more lines without a place than papers',
    `Daily Papers\n\nOn Boats\n\n${PROSE}\n\none\n\ntwo`,
    '2 lines that belong to no paper, and only 1 papers',
  ],
])('a text with %s is no such page', (_what, text, found) => {
  expect(() => dailyPageSource({ ...page, text })).toThrow(NotADailyPageError);
  expect(() => dailyPageSource({ ...page, text })).toThrow(
    `saved.txt is no saved Hugging Face Daily Papers page: it has ${found}. Expected is`,
  );
});
