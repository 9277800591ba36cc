/** What the builder of the facts counted and what it could not use. */

export interface BuildReport {
  /** Adds to a count. */
  readonly count: (what: string, howMany?: number) => void;
  /** Counts something that did not get in, and names it. */
  readonly leaveOut: (why: string, name: string) => void;
}

export interface BuildSummary {
  /** What got in. */
  readonly counts: Readonly<Record<string, number>>;
  /** Why something did not get in, and what. */
  readonly leftOut: Readonly<Record<string, readonly string[]>>;
}

export interface Report extends BuildReport {
  readonly summary: () => BuildSummary;
}

export function createReport(): Report {
  const counts = new Map<string, number>();
  const leftOut = new Map<string, string[]>();
  return {
    count: (what, howMany = 1) => {
      counts.set(what, (counts.get(what) ?? 0) + howMany);
    },
    leaveOut: (why, name) => {
      const names = leftOut.get(why) ?? [];
      names.push(name);
      leftOut.set(why, names);
    },
    summary: () => ({
      counts: Object.fromEntries(counts),
      leftOut: Object.fromEntries(leftOut),
    }),
  };
}

/** Lines for people; of a long list the first names, so many of each. */
export function formatSummary({ counts, leftOut }: BuildSummary, namesShown = 10): string {
  const lines = Object.entries(counts).map(([what, howMany]) => `${what}: ${howMany}`);
  for (const [why, names] of Object.entries(leftOut)) {
    const more = names.length > namesShown ? `, and ${names.length - namesShown} more` : '';
    lines.push(
      `left out, ${why}: ${names.length} (${names.slice(0, namesShown).join(', ')}${more})`,
    );
  }
  return lines.join('\n');
}
