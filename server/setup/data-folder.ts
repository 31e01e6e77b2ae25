// The data folder: there, writable, and worked on by one supervisor alone.
//
// The lock is a name in the kernel (an abstract socket), not a file: it vanishes with its owner,
// however that dies, so there is nothing stale to judge. The file beside it only tells who it was,
// so that servers left over by a killed supervisor can be ended before their port is wanted.
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, startedAtOf } from './process-table.ts';
import { SetupError } from './setup-error.ts';
import { writeWhole } from './whole-file.ts';

interface Owner {
  readonly pid: number;
  readonly isStopping?: boolean;
  readonly servers: readonly { readonly pid: number; readonly startedAt: number }[];
}

const ORPHAN_WAIT_MS = 6000;
/** A stop that came as the death of npm takes a moment to be noticed. */
const NOTICE_WAIT_MS = 2000;
const STOPPING_WAIT_MS = 30_000;
const POLL_MS = 50;
const SAME_START_MS = 1500;
const FOLDERS_IN_IT = ['postgres', 'high-water'];

/** Makes the folder if it is missing; refuses one that cannot be used. Returns its real path. */
export function usableDataFolder(path: string): string {
  try {
    makeFolder(path);
    if (!statSync(path).isDirectory()) throw new Error('it is not a folder');
    const probe = join(path, `.probe-${process.pid}`);
    writeFileSync(probe, 'probe');
    rmSync(probe);
    for (const name of FOLDERS_IN_IT) {
      const inside = join(path, name);
      if (existsSync(inside) && !statSync(inside).isDirectory()) {
        throw new Error(`${name} in it is not a folder`);
      }
    }
    return realpathSync(path);
  } catch (error) {
    throw new SetupError(`The data folder ${path} cannot be used: ${reasonOf(error)}.`);
  }
}

/** Like mkdir -p. Node's own recursive mkdir never returns where a file system refuses folders. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

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

/** Tells the next start that this one is on its way out. */
export function noteStopping(folder: string): void {
  const owner = readOwner(folder);
  if (owner?.pid !== process.pid) return;
  writeWhole(ownerPath(folder), `${JSON.stringify({ ...owner, isStopping: true })}\n`);
}

/** Notes who works here now. */
export function noteOwner(folder: string, serverPids: readonly number[]): void {
  const servers = serverPids.map((pid) => ({ pid, startedAt: startedAtOf(pid) ?? 0 }));
  writeWhole(ownerPath(folder), `${JSON.stringify({ pid: process.pid, servers })}\n`);
}

/** Ends the servers of a supervisor that was killed; they are about to end by themselves. */
export async function endOrphans(folder: string): Promise<void> {
  const orphans = readOwner(folder)?.servers.filter(isOurs) ?? [];
  for (let waitedMs = 0; orphans.some(isOurs) && waitedMs < ORPHAN_WAIT_MS; waitedMs += POLL_MS) {
    await sleep(POLL_MS);
  }
  for (const orphan of orphans.filter(isOurs)) process.kill(orphan.pid, 'SIGKILL');
}

function isOurs({ pid, startedAt }: Owner['servers'][number]): boolean {
  const isServer = commandLineOf(pid)?.some((part) => part.endsWith('/server/main.ts')) ?? false;
  return isServer && Math.abs((startedAtOf(pid) ?? 0) - startedAt) < SAME_START_MS;
}

function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(ownerPath(folder), 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function ownerPath(folder: string): string {
  return join(folder, 'supervisor.json');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'it cannot be made there';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EROFS') return 'the file system is read-only';
  if (code === 'ENOSPC') return 'the disk is full';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'it is, or lies below, a file';
  return error instanceof Error ? error.message : String(error);
}
