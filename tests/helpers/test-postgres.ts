// The one PostgreSQL of a test run: the embedded one, in a folder of its own, in memory (/dev/shm)
// where there is room, else below the temp dir.
//
// Both the integration and the browser project ask for it; the first starts it, the last stops it.
// fsync is off here and nowhere else. A run that was killed leaves its server; the next run finds
// it by the dead pid in the folder's name, and removes it.
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../server/setup/embedded-postgres/embedded-postgres.ts';
import { stopPostmaster } from '../../server/setup/embedded-postgres/postmaster.ts';
import { openDatabase } from '../../server/storage/database.ts';
import { migrateDatabase } from '../../server/storage/migrate.ts';
import { PATIENT_MS } from './patience.ts';

/** Addresses of the run's server; the databases are made by `freshDatabase`. */
export interface TestPostgres {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

export const TEMPLATE = 'yichuang_template';

interface Holder {
  postgresOfThisRun?: Shared;
}

interface Shared {
  users: number;
  readonly started: Promise<TestPostgres & { stop(): Promise<void> }>;
}

const ROOT = join(import.meta.dirname, '..', '..');
const PREFIX = 'yichuang-tests-';
const MEMORY = '/dev/shm';
/** The databases of a run take about a third of it. */
const MEMORY_MIN_BYTES = 4 * 2 ** 30;

/** Vitest's global setup of a project: starts or joins the server; returns the teardown. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const holder = globalThis as Holder;
  const shared = (holder.postgresOfThisRun ??= { users: 0, started: start() });
  shared.users += 1;
  const { adminUrl, ownerUrl, appUrl } = await shared.started;
  project.provide('postgres', { adminUrl, ownerUrl, appUrl });
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete holder.postgresOfThisRun;
    await (await shared.started).stop();
  };
}

async function start(): Promise<TestPostgres & { stop(): Promise<void> }> {
  await removeLeftOvers();
  const home = join(placeForDatabases(), `${PREFIX}${process.pid}`);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  const postgres = await startEmbeddedPostgres({
    root: ROOT,
    folder: join(home, 'postgres'),
    durable: false,
  });
  await makeTemplate(postgres);
  return {
    ...postgres,
    stop: async () => {
      await postgres.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function placeForDatabases(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    const isUsable = bavail * bsize >= MEMORY_MIN_BYTES && freemem() >= MEMORY_MIN_BYTES;
    return isUsable ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

async function makeTemplate(postgres: TestPostgres): Promise<void> {
  const admin = openDatabase(postgres.adminUrl, { max: 1, name: 'tests', deadlineMs: PATIENT_MS });
  await admin.sql.unsafe(`create database ${TEMPLATE} owner yichuang_owner`);
  await admin.close();
  if (existsSync(join(ROOT, 'drizzle', 'migrations', 'meta', '_journal.json'))) {
    await migrateDatabase(withDatabaseName(postgres.ownerUrl, TEMPLATE));
  }
}

/** The same server and role, another database. */
export function withDatabaseName(url: string, name: string): string {
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

async function removeLeftOvers(): Promise<void> {
  const places = [MEMORY, tmpdir()].filter((place) => existsSync(place));
  const homes = places.flatMap((place) => readdirSync(place).map((name) => join(place, name)));
  for (const home of homes) {
    const name = basename(home);
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : 0;
    if (pid === 0 || existsSync(`/proc/${pid}`)) continue;
    await stopPostmaster(join(home, 'postgres', 'cluster'));
    rmSync(home, { recursive: true, force: true });
  }
}
