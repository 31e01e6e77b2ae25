// Starts and stops one PostgreSQL server. It is a process of its own, not a child that dies with
// us: when we are killed it goes on, and the next start adopts it.
import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from '../setup-error.ts';
import { commandLineOf } from '../process-table.ts';
import { launchAs, type RunUser } from './run-user.ts';
import { findPostmaster, hasBackends, isPidFileStale } from './running-postmaster.ts';

export interface PostmasterOptions {
  readonly folder: string;
  readonly cluster: string;
  readonly binary: string;
  readonly user: RunUser;
  readonly port: number;
  /** False only for tests: no fsync. */
  readonly durable: boolean;
}

const START_ATTEMPTS_MAX = 3;
const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 20_000;
const CONNECTIONS_MAX = 60;
const LOG_BYTES_MAX = 5_000_000;
const POLL_MS = 20;
/** For tests, whose many small databases all go at the end: nothing waits for a disk. */
const FORGETFUL = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  max_connections: 200,
};

/** Starts the server, up to three times; returns its pid once it takes connections. */
export async function startPostmaster(options: PostmasterOptions): Promise<number> {
  for (let attempt = 1; attempt <= START_ATTEMPTS_MAX; attempt += 1) {
    await clearTheWay(options.cluster);
    const pid = await startOnce(options);
    if (pid !== null) return pid;
    await sleep(300 * attempt);
  }
  throw new SetupError(
    `The embedded PostgreSQL did not start (${START_ATTEMPTS_MAX} attempts); ` +
      `the end of its log:\n${logTail(logPath(options.folder))}`,
  );
}

/** Waits until an adopted server takes connections; false when it does not within a minute. */
export async function waitUntilReady(cluster: string): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < READY_TIMEOUT_MS; waitedMs += POLL_MS) {
    const running = findPostmaster(cluster);
    if (!running) return false;
    if (running.status === 'ready') return true;
    await sleep(POLL_MS);
  }
  return false;
}

/** Fast shutdown: open transactions are rolled back, what was committed is kept. */
export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster);
  if (!running) return;
  process.kill(running.pid, 'SIGINT');
  if (await isGone(running.pid, STOP_TIMEOUT_MS)) return;
  process.kill(running.pid, 'SIGQUIT');
  await isGone(running.pid, STOP_TIMEOUT_MS);
}

/** A killed server's children may still hold its memory; a foreign pid in the way is removed. */
async function clearTheWay(cluster: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < 5000 && hasBackends(cluster); waitedMs += 100) {
    await sleep(100);
  }
  if (isPidFileStale(cluster)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

async function startOnce(options: PostmasterOptions): Promise<number | null> {
  const { folder, cluster, binary, user } = options;
  const launch = launchAs(user, binary, ['-D', cluster, ...settings(options)], cluster);
  const log = openLog(logPath(folder));
  const child = spawn(launch.command, launch.args, {
    ...launch.options,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const life = { hasEnded: false };
  child.once('exit', () => (life.hasEnded = true));
  child.once('error', () => (life.hasEnded = true));
  child.unref();
  for (let waitedMs = 0; waitedMs < READY_TIMEOUT_MS && !life.hasEnded; waitedMs += POLL_MS) {
    await sleep(POLL_MS);
    const running = findPostmaster(cluster);
    if (running?.status === 'ready') return running.pid;
  }
  if (!life.hasEnded) child.kill('SIGINT');
  return null;
}

function settings(options: PostmasterOptions): string[] {
  const durability = options.durable ? {} : FORGETFUL;
  return Object.entries({
    port: options.port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: CONNECTIONS_MAX,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    // Details of an error quote the row, and a row may hold a person's name.
    log_error_verbosity: 'terse',
    shared_buffers: '128MB',
    ...durability,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function isGone(pid: number, timeoutMs: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += POLL_MS) {
    if (commandLineOf(pid) === null) return true;
    await sleep(POLL_MS);
  }
  return false;
}

function logPath(folder: string): string {
  return join(folder, 'postgresql.log');
}

function openLog(path: string): number {
  if (existsSync(path) && statSync(path).size > LOG_BYTES_MAX) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}

function logTail(path: string): string {
  if (!existsSync(path)) return '(no log)';
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
}
