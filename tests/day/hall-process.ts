/**
 * A hall of our own: the very supervisor that `npm start` runs, with a data folder of its own below
 * the temp dir. Killed servers are its children, found by their command line; the supervisor starts
 * them again. It ends with us, also when we are killed, for it notices the broken channel.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const READY_MS = 120_000;
const STOP_MS = 30_000;
const SAID_LINES_MAX = 60;

export interface OwnHall {
  readonly url: string;
  /** Kills one of the servers with SIGKILL; its process id, or null when none was found. */
  killServer(index: number): number | null;
  /** What it printed last, for a report of a failure. */
  said(): string[];
  stop(keepData: boolean): Promise<string>;
}

export interface OwnHallOptions {
  readonly hall: string;
  /** `2026-11-23T08:20+08:00x60`. */
  readonly hallClock: string;
  readonly servers: number;
  /** Data of an earlier start to go on with; a fresh folder where left out. */
  readonly dataDir?: string;
}

/** Starts a hall and waits until it is ready. */
export async function startOwnHall(options: OwnHallOptions): Promise<OwnHall> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'yichuang-day-'));
  const child = spawn(
    process.execPath,
    [join(ROOT, 'server', 'setup', 'supervisor.ts'), '--hall', options.hall],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...withoutHallSettings(),
        PORT: String(await freePort()),
        PRINTER_PORT: String(await freePort()),
        DATA_DIR: dataDir,
        HALL_CLOCK: options.hallClock,
        SERVERS: String(options.servers),
      },
    },
  );
  const said: string[] = [];
  const stop = async (keepData: boolean) => {
    await ended(child);
    if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    return dataDir;
  };
  try {
    const url = await readyUrl(child, said);
    return {
      url,
      said: () => said,
      stop,
      killServer: (index) => killOne(child.pid ?? 0, index),
    };
  } catch (error) {
    await stop(false);
    throw error;
  }
}

/** Settings of the caller's own hall must not reach this one. */
function withoutHallSettings(): NodeJS.ProcessEnv {
  const own = new Set(['DATABASE_URL', 'HALL', 'HOST', 'HALL_CLOCK_ORIGIN']);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)));
}

function readyUrl(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error([why, ...said].join('\n')));
    const timer = setTimeout(() => fail('the hall was not ready in time'), READY_MS);
    const hear = (chunk: Buffer) => {
      for (const line of chunk.toString('utf8').split('\n')) {
        if (line.trim() === '') continue;
        said.push(line);
        if (said.length > SAID_LINES_MAX) said.shift();
        const [, url] = /^ready (http\S+)/.exec(line) ?? [];
        if (url === undefined) continue;
        clearTimeout(timer);
        resolve(url);
      }
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`the hall ended with code ${String(code)}`);
    });
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}

/** Children of the supervisor that run the server, oldest first. */
function serversOf(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${String(pid)}/task/${String(pid)}/children`, 'utf8');
    return children
      .split(' ')
      .map(Number)
      .filter((child) => child > 0)
      .filter((child) =>
        readFileSync(`/proc/${String(child)}/cmdline`, 'utf8').includes('server/main.ts'),
      );
  } catch {
    return [];
  }
}

function killOne(supervisor: number, index: number): number | null {
  const servers = serversOf(supervisor);
  const pid = servers[index % Math.max(1, servers.length)];
  if (pid === undefined) return null;
  process.kill(pid, 'SIGKILL');
  return pid;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
