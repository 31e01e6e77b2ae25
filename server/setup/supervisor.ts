// The small parent of a hall's servers: checks, starts what they need, keeps them alive, stops all.
//
// Runs on Node 24, by start.mjs or by itself. Promises one clear sentence and exit code 1 when the
// hall cannot be served; SIGTERM and SIGINT stop everything, PostgreSQL last, exit code 0. When it
// is killed, its servers end by themselves and PostgreSQL goes on, to be adopted by the next start.
import { join } from 'node:path';
import { announcement } from './announcement.ts';
import { usableDataFolder } from './data-folder.ts';
import { lockDataFolder } from './folder-lock.ts';
import { endOrphans, noteOwner, noteStopping } from './folder-owner.ts';
import { hallClockOrigin } from './hall-clock-origin.ts';
import { openHallDatabase, type HallDatabase } from './hall-database.ts';
import { listeningPort } from './listening-port.ts';
import { startPrinter, type DemoPrinter } from './demo-printer.ts';
import { keepServer, ServerCannotRun, type ServerProcess } from './server-process.ts';
import { SetupError } from './setup-error.ts';
import { supervisorOptions, type SupervisorOptions } from './supervisor-options.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const STOP_GRACE_MS = 5000;

/** What to undo, in the order in which it was done. */
const undo: (() => Promise<unknown>)[] = [];
const life = { isStopping: false };
let notice = (): void => undefined;

process.on('SIGTERM', () => void stopAll(0));
process.on('SIGINT', () => void stopAll(0));
process.on('disconnect', () => void stopAll(0));
// Whoever read our output may be gone; that is no reason to die.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

try {
  await run(supervisorOptions(process.argv.slice(2), process.env));
} catch (error) {
  if (!life.isStopping) await stopAll(1, error);
}

async function run(options: SupervisorOptions): Promise<void> {
  if (!process.version.startsWith('v24.')) throw new SetupError('Run this by npm start: Node 24.');
  const dataDir = usableDataFolder(options.dataDir);
  await lockDataFolder(dataDir);
  notice = () => noteStopping(dataDir);
  await endOrphans(dataDir);
  const port = await listeningPort(options.port, options.host);
  const clock = options.hallClock;
  const clockOrigin = clock === null ? null : hallClockOrigin(dataDir, clock, Date.now());

  const opening = openHallDatabase(ROOT, dataDir, options.databaseUrl, say);
  undo.push(async () => (await opening).stop());
  const database = await opening;
  const printer = await startPrinter(options.printerPort, say);
  if (printer) undo.push(() => printer.close());

  const env = {
    ...process.env,
    PORT: String(port),
    HOST: options.host,
    DATA_DIR: dataDir,
    HALL: options.hall,
    ...databaseEnv(database),
    ...printerEnv(printer),
    ...(clock === null ? {} : { HALL_CLOCK: clock, HALL_CLOCK_ORIGIN: String(clockOrigin) }),
    ...(options.servers > 1 ? { REUSE_PORT: '1' } : {}),
  };
  await serve(options, env, dataDir);
  const host = ['0.0.0.0', '::'].includes(options.host) ? '127.0.0.1' : options.host;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  if (life.isStopping) return;
  for (const line of announcement({ hall: options.hall, url, printer })) console.log(line);
}

/** Starts the servers and waits until all of them serve. */
async function serve(
  options: SupervisorOptions,
  env: NodeJS.ProcessEnv,
  dataDir: string,
): Promise<void> {
  const servers: ServerProcess[] = [];
  const note = (): void => {
    noteOwner(
      dataDir,
      servers.map(({ pid }) => pid).filter((pid) => pid !== undefined),
    );
  };
  undo.push(() => Promise.all(servers.map((server) => server.stop(STOP_GRACE_MS))));
  for (let index = 0; index < options.servers; index += 1) {
    servers.push(
      keepServer({
        script: join(ROOT, 'server', 'main.ts'),
        env: { ...env, SERVER_INDEX: String(index) },
        onStart: note,
        onHopeless: () => void stopAll(1),
        say,
      }),
    );
    note();
  }
  await Promise.all(servers.map(({ ready }) => ready));
}

function databaseEnv(database: HallDatabase): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: database.appUrl,
    DATABASE_KIND: database.kind,
    DATABASE_ROLES: database.rolesSeparated ? 'separate' : 'one',
  };
}

function printerEnv(printer: DemoPrinter | null): NodeJS.ProcessEnv {
  if (!printer) return {};
  return {
    PRINTER_HOST: '127.0.0.1',
    PRINTER_PORT: String(printer.port),
    PRINTER_CONTROL_URL: printer.controlUrl,
  };
}

async function stopAll(code: number, error?: unknown): Promise<void> {
  if (life.isStopping) return;
  life.isStopping = true;
  notice();
  if (error instanceof SetupError) process.stderr.write(`${error.message}\n`);
  else if (isFileFault(error)) say(`The data folder cannot be used: ${error.message}.`);
  else if (error !== undefined && !(error instanceof ServerCannotRun)) console.error(error);
  for (const step of undo.reverse()) await step().catch(() => undefined);
  process.exit(code);
}

/** A full disk, a missing right, a file where a folder is wanted. */
function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
