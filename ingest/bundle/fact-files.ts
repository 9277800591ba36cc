/** Which files the bundled facts are in, in the order they are imported, and what their lines are. */
import type { z } from 'zod';
import { VocabularyEntry } from '../concepts/vocabulary.ts';
import type { SourceRecord } from '../record.ts';
import {
  citationRecords,
  dailyPaperRecords,
  keywordConceptRecords,
  listedPaperRecords,
  outsidePaperRecords,
  seedPaperRecords,
  Summary,
  summaryRecords,
  topicRecords,
  vocabularyRecords,
} from './fact-records.ts';
import {
  Citations,
  DailyPaper,
  KeywordConcept,
  ListedPaper,
  OutsidePaper,
  SeedPaper,
  Topic,
} from './facts.ts';
import { type Line, readJsonLines } from './json-lines.ts';

/** A kind of file: where in seeds/ its files are, and how its lines become records. */
export interface FileKind {
  readonly path: RegExp;
  /** The records of one line. Throws where the line has another form. */
  readonly recordsOf: (line: unknown) => readonly SourceRecord[];
  /** The records of each line of a file. Rejects at a damaged line, naming file and line. */
  readonly read: (file: URL) => AsyncIterable<Line<readonly SourceRecord[]>>;
}

function fileKind<Schema extends z.ZodType>(
  path: RegExp,
  schema: Schema,
  recordsOf: (value: z.output<Schema>) => readonly SourceRecord[],
): FileKind {
  return {
    path,
    recordsOf: (line) => recordsOf(schema.parse(line)),
    async *read(file) {
      for await (const { line, value } of readJsonLines(file, schema)) {
        yield { line, value: recordsOf(value) };
      }
    },
  };
}

/**
 * A paper comes before what refers to it: topics and citations name papers that are there by then.
 * What the curators say of a paper comes after what others say.
 */
const FILE_KINDS: readonly FileKind[] = [
  fileKind(/^concepts\.jsonl$/u, VocabularyEntry, vocabularyRecords),
  fileKind(/^facts\/keyword-concepts\.jsonl$/u, KeywordConcept, keywordConceptRecords),
  fileKind(/^facts\/papers\/\d{4}-\d{2}\.jsonl$/u, DailyPaper, dailyPaperRecords),
  fileKind(/^facts\/listing\.jsonl$/u, ListedPaper, listedPaperRecords),
  fileKind(/^facts\/seed-papers\.jsonl$/u, SeedPaper, seedPaperRecords),
  fileKind(/^summaries\.jsonl$/u, Summary, summaryRecords),
  fileKind(/^facts\/titles\/\d{4}\.jsonl$/u, OutsidePaper, outsidePaperRecords),
  fileKind(/^facts\/topics\.jsonl$/u, Topic, topicRecords),
  fileKind(/^facts\/citations\/\d{4}\.jsonl$/u, Citations, citationRecords),
];

/** Undefined where no file of the facts has that path. */
export const kindOfFile = (path: string): FileKind | undefined =>
  FILE_KINDS.find((kind) => kind.path.test(path));

/** Paths in the order of import. */
export const inImportOrder = (paths: readonly string[]): readonly string[] =>
  FILE_KINDS.flatMap((kind) => paths.filter((path) => kind.path.test(path)).toSorted());
