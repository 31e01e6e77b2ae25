// The database of a hall for a tool beside it: the running one if there is one, else started here.
//
// A tool may work while the servers serve: it then uses their PostgreSQL and leaves it running.
// Where nothing runs, it takes the data folder as a start would, and gives it back at the end.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { roleUrl } from './database-roles.ts';
import { usableDataFolder } from './data-folder.ts';
import { lockDataFolder } from './folder-lock.ts';
import { loadCredentials } from './embedded-postgres/credentials.ts';
import { findPostmaster } from './embedded-postgres/running-postmaster.ts';
import { openHallDatabase } from './hall-database.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface ToolDatabase {
  /** The address of the serving role. */
  readonly url: string;
  readonly dataDir: string;
  stop(): Promise<void>;
}

/** Finds or starts the database that DATABASE_URL or DATA_DIR name. */
export async function openToolDatabase(env: NodeJS.ProcessEnv): Promise<ToolDatabase> {
  const dataDir = usableDataFolder(resolve(env['DATA_DIR'] || 'data'));
  const foreign = env['DATABASE_URL'] || null;
  const running = foreign === null ? await runningUrl(join(dataDir, 'postgres')) : null;
  if (running !== null) return { url: running, dataDir, stop: () => Promise.resolve() };
  if (foreign === null) await lockDataFolder(dataDir);
  const say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const opened = await openHallDatabase(ROOT, dataDir, foreign, say);
  return { url: opened.appUrl, dataDir, stop: () => opened.stop() };
}

async function runningUrl(folder: string): Promise<string | null> {
  const kept = join(folder, 'credentials.json');
  const cluster = join(folder, 'cluster');
  if (!existsSync(kept) || !existsSync(cluster)) return null;
  const found = findPostmaster(cluster);
  if (found?.status !== 'ready') return null;
  const { appPassword } = await loadCredentials(kept);
  const url = `postgres://127.0.0.1:${String(found.port)}/yichuang`;
  return roleUrl(url, 'yichuang_app', appPassword);
}
