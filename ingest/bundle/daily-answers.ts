/** Recorded answers of the Hugging Face Daily Papers API, one file a day. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parsePythonLiteral } from './python-literal.ts';
import type { BuildReport } from './report.ts';

/** An item of https://huggingface.co/api/daily_papers?date=YYYY-MM-DD: only what is used. Keys are absent, not null. */
const DailyItem = z.object({
  paper: z.object({
    id: z.string().min(1),
    title: z.string().trim().min(1),
    summary: z.string().default(''),
    /** `hidden` authors hid the paper on their own page: they wrote it all the same. */
    authors: z.array(z.object({ name: z.string() })).default([]),
    publishedAt: z.iso.datetime(),
    upvotes: z.int().nonnegative(),
    githubRepo: z.string().optional(),
    githubStars: z.int().nonnegative().optional(),
    projectPage: z.string().optional(),
    ai_keywords: z.array(z.string()).default([]),
    organization: z
      .object({ name: z.string().trim().min(1), fullname: z.string().trim().min(1).optional() })
      .optional(),
  }),
  numComments: z.int().nonnegative(),
});
export type DailyItem = z.infer<typeof DailyItem>;

/** Some days were recorded with what the recorder said of them around the answer. */
const Answer = z.union([
  z.array(z.unknown()),
  z.object({ data: z.array(z.unknown()) }).transform(({ data }) => data),
]);

export interface DatedItem {
  /** Of the answer. */
  readonly day: string;
  readonly item: DailyItem;
}

const FILE = /^(\d{4}-\d{2}-\d{2})\.json$/u;

/** Day by day. What is damaged is left out and named by its file and place. */
export async function readDailyAnswers(
  folder: string,
  report: BuildReport,
): Promise<readonly DatedItem[]> {
  const items: DatedItem[] = [];
  for (const file of (await readdir(folder)).toSorted()) {
    const day = FILE.exec(file)?.[1];
    if (day === undefined) continue;
    report.count('daily answers');
    items.push(...readAnswer(await readFile(join(folder, file), 'utf8'), day, report));
  }
  return items;
}

/** The items of one day's answer. In some answers each item is a string that holds a Python dict. */
export function readAnswer(text: string, day: string, report: BuildReport): readonly DatedItem[] {
  let answer: readonly unknown[];
  try {
    answer = Answer.parse(JSON.parse(text));
  } catch {
    report.leaveOut('daily answer damaged', day);
    return [];
  }
  return answer.flatMap((stored, index) => {
    try {
      const isPython = typeof stored === 'string';
      const item = DailyItem.parse(isPython ? parsePythonLiteral(stored) : stored);
      report.count(isPython ? 'daily items as Python' : 'daily items as JSON');
      return [{ day, item }];
    } catch {
      report.leaveOut('daily item damaged', `${day} item ${index + 1}`);
      return [];
    }
  });
}
