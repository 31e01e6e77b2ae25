// `npm start`: prepares the repository, then runs the supervisor on Node 24 in its place.
//
// Runs on any Node from 18 on. On Node 24 (every start but the first, as npm puts the installed one
// first in the path) the supervisor runs in this very process; else in a child that is tied to us:
// signals are passed on, and if we are killed the child sees the channel close and stops as well.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { NODE_24, prepare, ROOT } from './prepare.mjs';

const PARENT_POLL_MS = 1000;
const SUPERVISOR = join(ROOT, 'server', 'setup', 'supervisor.ts');

prepare((sentence) => process.stdout.write(`${sentence}\n`));
followNpm();
if (process.version.startsWith('v24.')) await import('./supervisor.ts');
else runInChild();

function runInChild() {
  const child = spawn(NODE_24, [SUPERVISOR, ...process.argv.slice(2)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  }
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** When npm started us and is gone without a word (killed), nobody is left to stop us: stop. */
function followNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, PARENT_POLL_MS).unref();
}
