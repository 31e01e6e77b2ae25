// `npm start`: prepares the repository, then runs the supervisor on Node 24 in its place.
//
// Runs on any Node from 18 on. On Node 24 (every start but the first, as npm puts the installed one
// first in the path) the supervisor runs in this very process; else in a child that is tied to us:
// signals are passed on, and if we are killed the child sees the channel close and stops as well.
// `--run FILE …` prepares in the same way and then runs that file instead.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { NODE_24, prepare, ROOT } from './prepare.mjs';

const PARENT_POLL_MS = 1000;
const given = process.argv.slice(2);
const [script, args] =
  given[0] === '--run' && given[1]
    ? [resolve(ROOT, given[1]), given.slice(2)]
    : [join(ROOT, 'server', 'setup', 'supervisor.ts'), given];

try {
  prepare((sentence) => process.stdout.write(`${sentence}\n`));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
followNpm();
if (process.version.startsWith('v24.')) {
  process.argv = [process.argv[0], script, ...args];
  await import(pathToFileURL(script).href);
} else runInChild();

function runInChild() {
  const child = spawn(NODE_24, [script, ...args], {
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
  const started = npmPid();
  setInterval(() => {
    if (npmPid() !== started) process.kill(process.pid, 'SIGTERM');
  }, PARENT_POLL_MS).unref();
}

/** Our parent, or its parent when the shell that npm uses stays between us. */
function npmPid() {
  const parent = process.ppid;
  try {
    if (!readFileSync(`/proc/${parent}/cmdline`, 'utf8').startsWith('sh\0-c\0')) return parent;
    const stat = readFileSync(`/proc/${parent}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return process.ppid;
  }
}
