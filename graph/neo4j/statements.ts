/**
 * Runs statements for many questions at once: those of one text, raised in one tick, are one statement with a row of
 * values each. Four statements for one level would use up what hand-written Cypher gains: see bench/.
 */
import DataLoader from 'dataloader';
import type { Statement } from '../statement.ts';

type Row = Readonly<Record<string, unknown>>;
/** `limit` and `steps` are parameters of the whole statement, since LIMIT cannot differ by row: the largest asked holds. */
export interface Run {
  readonly statement: Statement;
  readonly limit?: number;
  readonly steps?: number;
}
/** Rows of one statement, each with the place of the question it answers. */
export type Execute = (
  text: string,
  parameters: Readonly<Record<string, unknown>>,
) => Promise<readonly { readonly place: number; readonly answer: unknown }[]>;

/**
 * The whole text of a statement, as it is sent. The version of the graph is read after all answers are: one of its own
 * after each ask would be a third of what is sent.
 */
export const textOf = ({ statement }: Run): string =>
  `UNWIND $rows AS row CALL (row) { ${statement.text((index) => `row.p${String(index)}`)} } WITH collect({place: row.place, answer: answer}) AS answers OPTIONAL MATCH (g:Graph {id: 'graph'}) RETURN answers, coalesce(g.version, 0) AS version`;

/** Gives what runs a statement and gives back its answers, each an object as its RETURN says. At most MAX_ROWS at once. */
export function createRunner(execute: Execute): (run: Run) => Promise<readonly Row[]> {
  const loader = new DataLoader<Run, readonly Row[]>(
    async (runs) => {
      const answers: Row[][] = runs.map(() => []);
      const groups = Map.groupBy(runs.entries(), ([, run]) => textOf(run));
      await Promise.all(
        [...groups].map(async ([text, group]) => {
          const rows = group.map(([place, { statement }]) => ({
            place,
            ...Object.fromEntries(
              statement.values.map((value, index) => [`p${String(index)}`, value]),
            ),
          }));
          const most = (of: (run: Run) => number | undefined) =>
            Math.max(...group.map(([, run]) => of(run) ?? 0));
          const limits = { limit: most(({ limit }) => limit), steps: most(({ steps }) => steps) };
          for (const { place, answer } of await execute(text, { rows, ...limits })) {
            answers[place]?.push(answer as Row);
          }
        }),
      );
      return answers;
    },
    { cache: false, maxBatchSize: MAX_ROWS },
  );
  return (run) => loader.load(run);
}
const MAX_ROWS = 10_000;
