// The database that the hall's servers use: a foreign one by DATABASE_URL, else the embedded one.
//
// Promises migrated tables and addresses that work, or one sentence that never holds a password.
// A foreign one that is not up yet, as after a power cut, is waited for, and that is said.
import { join } from 'node:path';
import { START_WAIT_MS, whenDatabaseAnswers } from '../storage/absent-database.ts';
import { isDatabaseAway, sqlStateOf } from '../storage/database-error.ts';
import { openDatabase } from '../storage/database.ts';
import { migrateDatabase } from '../storage/migrate.ts';
import { appMayServe, ensureForeignApp } from './database-roles.ts';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';
import { SetupError } from './setup-error.ts';

export interface HallDatabase {
  readonly kind: 'embedded' | 'external';
  /** With this address the servers serve. */
  readonly appUrl: string;
  /** Whether serving has a role of its own that owns nothing. */
  readonly rolesSeparated: boolean;
  stop(): Promise<void>;
}

const REACH_DEADLINE_MS = 5000;
const VERSION_MIN = 150_000;

/** Starts, adopts or reaches the database and migrates it. */
export async function openHallDatabase(
  root: string,
  dataDir: string,
  databaseUrl: string | null,
  say: (sentence: string) => void,
): Promise<HallDatabase> {
  if (databaseUrl !== null) return foreignDatabase(databaseUrl, dataDir, say);
  const folder = join(dataDir, 'postgres');
  const embedded = await startEmbeddedPostgres({ root, folder, onTrouble: say });
  try {
    await migrate(embedded.ownerUrl);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  const { appUrl } = embedded;
  return { kind: 'embedded', appUrl, rolesSeparated: true, stop: () => embedded.stop() };
}

async function foreignDatabase(
  url: string,
  dataDir: string,
  say: (sentence: string) => void,
): Promise<HallDatabase> {
  await untilReachable(url, say);
  const made = await ensureForeignApp(url, join(dataDir, 'database-app.json'));
  await migrate(url);
  const app = made !== null && (await appMayServe(url)) ? made : null;
  return {
    kind: 'external',
    appUrl: app ?? url,
    rolesSeparated: app !== null,
    stop: () => Promise.resolve(),
  };
}

/** Waits for a server that is absent; refuses at once what no waiting mends. */
async function untilReachable(url: string, say: (sentence: string) => void): Promise<void> {
  try {
    await whenDatabaseAnswers(() => assertUsable(url), {
      waitMs: START_WAIT_MS,
      onWaiting: (error) => {
        const seconds = String(START_WAIT_MS / 1000);
        const place = placeOf(url);
        say(`The database ${place}: ${reasonOf(error)}. Waiting for it, up to ${seconds} s.`);
      },
      onAnswer: () => say('The database answers.'),
    });
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`The database ${placeOf(url)} cannot be used: ${reasonOf(error)}.`);
  }
}

async function assertUsable(url: string): Promise<void> {
  const options = { max: 1, name: 'yichuang-setup', deadlineMs: REACH_DEADLINE_MS };
  const database = openDatabase(url, options);
  try {
    const [row] = await database.sql<{ version: string }[]>`
      select current_setting('server_version_num') as version`;
    if (Number(row?.version) >= VERSION_MIN) return;
    throw new SetupError(
      `The database ${placeOf(url)} is too old: PostgreSQL 15 or newer is needed.`,
    );
  } finally {
    await database.close(100);
  }
}

async function migrate(ownerUrl: string): Promise<void> {
  try {
    await migrateDatabase(ownerUrl);
  } catch (error) {
    throw new SetupError(
      `The tables of the database could not be brought up to date: ${messageOf(error)}`,
    );
  }
}

/** Host, port and name of the database: no user, no password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error ? codeOf(error.cause) : undefined;
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'its host is not known';
  if (isDatabaseAway(error)) return `no answer within ${REACH_DEADLINE_MS / 1000} s`;
  const state = sqlStateOf(error);
  if (state === '28P01' || state === '28000') return 'user or password is refused';
  if (state === '3D000') return 'there is no database of that name';
  return messageOf(error);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
