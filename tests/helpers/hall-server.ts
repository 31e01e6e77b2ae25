/**
 * A whole hall for a test: a fresh database, a simulated printer, and real server processes on one
 * port. `kill` ends a server as a crash would, `restart` brings it back on the same port and data.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isPortFree } from '../../server/setup/embedded-postgres/credentials.ts';
import { startPrinterSimulator } from '../../server/printer/simulator/start.ts';
import type { DeviceKind } from '../../shared/protocol/http.ts';
import type { Answer } from '../../shared/protocol/messages.ts';
import { PATIENT_MS } from './patience.ts';
import { freshDatabase } from './postgres.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const READY_DEADLINE_MS = 90_000;
const REQUEST_DEADLINE_MS = 60_000;
/** Below the ports that a system gives to whoever asks for any: nobody takes it between two starts. */
const PORT_MIN = 12_000;
const PORT_MAX = 30_000;
const PORT_ATTEMPTS_MAX = 50;

/** Headers that prove who asks: `{cookie}` of staff or `{authorization}` of a device or ticket. */
export type Auth = Readonly<Record<string, string>>;

export interface HallServer {
  readonly url: string;
  readonly hall: string;
  readonly databaseUrl: string;
  readonly adminUrl: string;
  readonly dataDir: string;
  readonly printerControlUrl: string;
  signIn(staffNo: string): Promise<Auth>;
  deviceKey(kind: DeviceKind, window?: number): Promise<Auth>;
  /** Sends a command; a `commandId` is made unless the body has one. */
  command(auth: Auth, body: object): Promise<Answer & { status: number }>;
  get<T>(path: string, auth?: Auth): Promise<T>;
  /** SIGKILL to one server process, and waits until it is gone. */
  kill(index?: number): Promise<void>;
  /** Starts a killed server again, with another hall clock if one is given. */
  restart(index?: number, clock?: string): Promise<void>;
  stop(): Promise<void>;
}

export interface HallOptions {
  readonly hall?: 'jingzhou' | 'yantai' | 'township';
  /** `2026-11-23T09:00+08:00x60`. */
  readonly clock?: string;
  readonly servers?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a hall; `stop` takes everything away again. */
export async function startHall(options: HallOptions = {}): Promise<HallServer> {
  const hall = options.hall ?? 'jingzhou';
  const count = options.servers ?? 1;
  const database = await freshDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'yichuang-hall-'));
  const printer = await startPrinterSimulator({ port: 0 });
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    DATABASE_ROLES: 'separate',
    DATABASE_DEADLINE_MS: String(PATIENT_MS),
    HALL: hall,
    PRINTER_PORT: String(printer.port),
    PRINTER_CONTROL_URL: printer.controlUrl,
    ...clockEnv(options.clock),
    ...(count > 1 && { REUSE_PORT: '1' }),
    ...options.env,
  };
  const children: ChildProcess[] = [];
  for (let index = 0; index < count; index += 1) children.push(await startServer(env));

  const command: HallServer['command'] = async (auth, body) => {
    const answer = await fetch(`${url}/api/halls/${hall}/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...auth },
      body: JSON.stringify({ commandId: crypto.randomUUID(), ...body }),
      signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
    });
    return { ...((await answer.json()) as Answer), status: answer.status };
  };
  return {
    url,
    hall,
    databaseUrl: database.url,
    adminUrl: database.adminUrl,
    dataDir,
    printerControlUrl: printer.controlUrl,
    command,
    async signIn(staffNo) {
      const answer = await post(`${url}/api/sign-in`, { staffNo, password: 'yichuang' });
      return { cookie: (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
    },
    async deviceKey(kind, window) {
      const answer = await post(`${url}/api/demo/device-key`, { kind, window });
      return { authorization: `Device ${((await answer.json()) as { key: string }).key}` };
    },
    async get<T>(path: string, auth: Auth = {}) {
      const signal = AbortSignal.timeout(REQUEST_DEADLINE_MS);
      const answer = await fetch(`${url}${path}`, { headers: auth, signal });
      return (await answer.json()) as T;
    },
    async kill(index = 0) {
      const child = children[index];
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async restart(index = 0, clock = options.clock) {
      children[index] = await startServer({ ...env, ...clockEnv(clock) });
    },
    async stop() {
      await Promise.all(children.map(stopServer));
      await printer.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function clockEnv(clock: string | undefined): Readonly<Record<string, string>> {
  return clock ? { HALL_CLOCK: clock, HALL_CLOCK_ORIGIN: String(Date.now()) } : {};
}

async function post(url: string, body: object): Promise<Response> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(REQUEST_DEADLINE_MS),
  });
  if (!answer.ok) throw new Error(`${url} answered ${String(answer.status)}`);
  return answer;
}

async function startServer(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const node = join(ROOT, 'node_modules', '.bin', 'node');
  const child = fork(join(ROOT, 'server', 'main.ts'), [], {
    env,
    execPath: node,
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server is not ready')), READY_DEADLINE_MS);
    child.once('message', () => {
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the server ended with ${String(code)}`));
    });
  });
  return child;
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < PORT_ATTEMPTS_MAX; attempt += 1) {
    const port = randomInt(PORT_MIN, PORT_MAX);
    if (await isPortFree(port, '127.0.0.1')) return port;
  }
  throw new Error('no port is free for a hall');
}
