/** How far a long piece of work is: a bar that moves on a terminal, a line now and then elsewhere. */
import type { Terminal } from './terminal.ts';

const BAR_WIDTH = 30;
/** A log should show that the work goes on, not every step of it. */
const LINE_INTERVAL_MS = 5_000;

export interface Progress {
  readonly update: (step: { records: number; size: number | undefined }) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

export function showProgress(
  label: string,
  { redraw, tell }: Terminal,
  now: () => number = Date.now,
): Progress {
  let lastLineAt = now();
  return {
    update: (step) => {
      if (redraw !== undefined) {
        redraw(`${label} ${bar(step)}${amount(step)}`);
      } else if (now() - lastLineAt >= LINE_INTERVAL_MS) {
        lastLineAt = now();
        tell(`${label}: ${amount(step)}`);
      }
    },
    end: () => redraw?.(''),
  };
}

type Step = Parameters<Progress['update']>[0];

function bar({ records, size }: Step): string {
  if (size === undefined || size === 0) return '';
  const filled = Math.min(BAR_WIDTH, Math.round((BAR_WIDTH * records) / size));
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}] `;
}

const grouped = (number: number) => number.toLocaleString('en');
const amount = ({ records, size }: Step) =>
  size === undefined
    ? `${grouped(records)} records`
    : `${grouped(records)} of ${grouped(size)} records`;
