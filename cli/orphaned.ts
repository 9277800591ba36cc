/** Tells when the process that started this one is gone. */

const LOOK_INTERVAL_MS = 500;

export interface Lookout {
  readonly parent: () => number;
  readonly every: (intervalMs: number, look: () => void) => () => void;
}

const system: Lookout = {
  parent: () => process.ppid,
  every: (intervalMs, look) => {
    const timer = setInterval(look, intervalMs);
    // Looking is no reason to stay alive.
    timer.unref();
    return () => clearInterval(timer);
  },
};

/**
 * Calls back once, when this process gets another parent. npm ends a script by ending the shell around it, and the
 * shell does not hand the signal on: what it ran would go on, unseen, and keep its port.
 */
export function whenOrphaned(callback: () => void, { parent, every }: Lookout = system): void {
  const first = parent();
  const stop = every(LOOK_INTERVAL_MS, () => {
    if (parent() === first) return;
    stop();
    callback();
  });
}
