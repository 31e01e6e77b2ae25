/**
 * The note in the data folder on who works there, so that servers left over by a killed supervisor
 * can be ended before their port is wanted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, startedAtOf } from './process-table.ts';
import { writeWhole } from './whole-file.ts';

interface Owner {
  readonly pid: number;
  readonly isStopping?: boolean;
  readonly servers: readonly { readonly pid: number; readonly startedAt: number }[];
}

const ORPHAN_WAIT_MS = 6000;
export const POLL_MS = 50;
const SAME_START_MS = 1500;

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

export function readOwner(folder: string): Owner | null {
  try {
    return JSON.parse(readFileSync(ownerPath(folder), 'utf8')) as Owner;
  } catch {
    return null;
  }
}

function ownerPath(folder: string): string {
  return join(folder, 'supervisor.json');
}
