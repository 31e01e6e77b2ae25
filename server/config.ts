/** What the server is told from outside, checked once: the supervisor sets it, or whoever starts it. */
import { join } from 'node:path';
import { demoClock } from './clock.ts';

export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly databaseKind: 'embedded' | 'external';
  readonly rolesSeparated: boolean;
  /** How long a query may take before a press is answered with "try again". */
  readonly databaseDeadlineMs: number;
  /** The hall of the pages that name none: a demo hall, or one that was founded by an import. */
  readonly hall: string;
  readonly clock: { readonly spec: string; readonly originMs: number } | null;
  readonly printer: { readonly host: string; readonly port: number } | null;
  readonly printerControlUrl: string | null;
  /** Several servers listen on the one port. */
  readonly reusePort: boolean;
  /** The address under which visitors' phones reach us; stands in the QR. */
  readonly publicUrl: string;
  readonly pagesDir: string;
  /** Whether waits are estimated; without, screens say that they do not know. */
  readonly estimates: boolean;
}

/** A clerk presses again after a second and a half. */
const DEADLINE_MS = 1_500;
const DEADLINE_MIN_MS = 200;
const DEADLINE_MAX_MS = 60_000;

/** A setting that cannot be used: its sentence goes to the terminal, and the start ends. */
export class UnusableSetting extends Error {
  override readonly name = 'UnusableSetting';
}

/** Reads the environment; throws UnusableSetting with one sentence. */
export function serverConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const port = Number(env['PORT'] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UnusableSetting(`PORT is not a port: ${env['PORT'] ?? ''}.`);
  }
  const databaseUrl = env['DATABASE_URL'];
  if (!databaseUrl) throw new UnusableSetting('DATABASE_URL is missing: start with npm start.');
  const host = env['HOST'] ?? '127.0.0.1';
  const spec = env['HALL_CLOCK'];
  if (spec) checkClock(spec);
  const printerPort = Number(env['PRINTER_PORT'] ?? 0);
  return {
    port,
    host,
    dataDir: env['DATA_DIR'] ?? './data',
    databaseUrl,
    databaseKind: env['DATABASE_KIND'] === 'embedded' ? 'embedded' : 'external',
    rolesSeparated: env['DATABASE_ROLES'] === 'separate',
    databaseDeadlineMs: deadlineOf(env['DATABASE_DEADLINE_MS']),
    hall: env['HALL'] ?? 'jingzhou',
    clock: spec ? { spec, originMs: Number(env['HALL_CLOCK_ORIGIN'] ?? Date.now()) } : null,
    printer:
      printerPort > 0 ? { host: env['PRINTER_HOST'] ?? '127.0.0.1', port: printerPort } : null,
    printerControlUrl: env['PRINTER_CONTROL_URL'] ?? null,
    reusePort: env['REUSE_PORT'] === '1',
    publicUrl: env['PUBLIC_URL'] ?? `http://${host}:${String(port)}`,
    pagesDir: env['PAGES_DIR'] ?? join(import.meta.dirname, '..', '.build', 'pages'),
    estimates: env['ESTIMATES'] !== 'off',
  };
}

function deadlineOf(given: string | undefined): number {
  if (!given) return DEADLINE_MS;
  const deadlineMs = Number(given);
  const isDeadline = Number.isInteger(deadlineMs) && deadlineMs >= DEADLINE_MIN_MS;
  if (isDeadline && deadlineMs <= DEADLINE_MAX_MS) return deadlineMs;
  throw new UnusableSetting(
    `DATABASE_DEADLINE_MS must be a whole number of milliseconds from ${String(DEADLINE_MIN_MS)} ` +
      `to ${String(DEADLINE_MAX_MS)}, not "${given}".`,
  );
}

function checkClock(spec: string): void {
  try {
    demoClock(spec, 0);
  } catch {
    throw new UnusableSetting(
      `HALL_CLOCK is not an instant with a speed, such as 2026-11-23T08:20+08:00x60: ${spec}.`,
    );
  }
}
