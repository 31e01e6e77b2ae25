/**
 * One supervisor alone works on a data folder. The lock is a name in the kernel (an abstract
 * socket), not a file: it vanishes with its owner, however that dies, so there is nothing stale to
 * judge.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './setup-error.ts';
import { POLL_MS, readOwner } from './folder-owner.ts';

/** A stop that came as the death of npm takes a moment to be noticed. */
const NOTICE_WAIT_MS = 2000;
const STOPPING_WAIT_MS = 30_000;

/**
 * Takes the folder for this process, until it ends; refuses when another one has it. One that is
 * about to stop is waited for, so that a restart right after a stop succeeds.
 */
export async function lockDataFolder(folder: string): Promise<void> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  for (let waitedMs = 0; !(await takeName(`\0yichuang-${name}`)); waitedMs += POLL_MS) {
    const owner = readOwner(folder);
    if (waitedMs < (owner?.isStopping === true ? STOPPING_WAIT_MS : NOTICE_WAIT_MS)) {
      await sleep(POLL_MS);
      continue;
    }
    const who = owner ? ` (process ${owner.pid})` : '';
    throw new SetupError(`Another Yichuang${who} already runs on the data folder ${folder}.`);
  }
}

function takeName(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => {
      resolve(false);
    });
    server.listen(name, () => {
      server.unref();
      resolve(true);
    });
  });
}
