/** Makes a process of ours hang, though never for longer than we live. */
import { type ChildProcess, spawn } from 'node:child_process';

/** Whoever is stopped cannot see that we have ended: this waits for it in its place, and wakes it. */
const WAKE_WHEN_ALONE = 'read -r line; kill -CONT "$0"';

/** Returns what lets the process go on. */
export function pauseProcess(child: ChildProcess): () => void {
  const guard = spawn('sh', ['-c', WAKE_WHEN_ALONE, String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.kill('SIGSTOP');
  return () => {
    guard.kill('SIGKILL');
    child.kill('SIGCONT');
  };
}
