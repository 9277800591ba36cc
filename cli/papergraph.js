#!/usr/bin/env node
/** Starts the command on a Node that can run it, or says which one it takes. Plain JavaScript, so that any Node can read it. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// node:sqlite needs no flag from 22.13 on, TypeScript none from 22.18 on.
const OLDEST = [22, 13];
const [major, minor] = process.versions.node.split('.').map(Number);

if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `papergraph needs Node ${OLDEST.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Run it through npm (npm start, npx papergraph), which brings its own, or install a newer Node.',
  );
  process.exitCode = 1;
} else if (process.features.typescript) {
  await import('./main.ts');
} else {
  const flags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, [...flags, main, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  // A terminal sends SIGINT to the child too; SIGTERM comes here alone.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
