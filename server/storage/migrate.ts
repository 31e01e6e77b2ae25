// Brings a database to the present schema: drizzle's migrations, each once, in the journal's order.
//
// Drizzle's migrator takes no lock and passes silently over a migration that is older than the
// newest applied one. So an advisory lock is held around it (two servers that start on an empty
// database both succeed), and the journal's order is checked first.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { openDatabase } from './database.ts';

const MIGRATION_DEADLINE_MS = 60_000;
/** Any number, the same in every version: "yichuang" as bytes, cut to 48 bits. */
const LOCK_KEY = 0x79_69_63_68_75_61;

const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', 'drizzle', 'migrations');

/** Migrates as the owner of the tables, then closes its connections. Waits for another migrator. */
export async function migrateDatabase(
  ownerUrl: string,
  migrationsFolder: string = MIGRATIONS_FOLDER,
): Promise<void> {
  checkJournal(migrationsFolder);
  const options = { max: 1, name: 'yichuang-migrate', deadlineMs: MIGRATION_DEADLINE_MS };
  const locking = openDatabase(ownerUrl, options);
  const working = openDatabase(ownerUrl, options);
  try {
    // The lock lives as long as its session: no transaction needs to stay open beside the work.
    await locking.sql`select pg_advisory_lock(${LOCK_KEY}::bigint)`;
    await migrate(drizzle(working.sql), { migrationsFolder });
  } finally {
    await Promise.all([working.close(), locking.close()]);
  }
}

interface JournalEntry {
  readonly idx: number;
  readonly when: number;
  readonly tag: string;
}

/** Refuses a journal whose times do not rise, or whose files are missing. */
export function checkJournal(migrationsFolder: string): void {
  const path = join(migrationsFolder, 'meta', '_journal.json');
  const { entries } = JSON.parse(readFileSync(path, 'utf8')) as { entries: JournalEntry[] };
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (entry.idx !== index || (before && entry.when <= before.when)) {
      throw new Error(`Migration ${entry.tag} is out of order: it would be passed over silently.`);
    }
    if (!existsSync(join(migrationsFolder, `${entry.tag}.sql`))) {
      throw new Error(`Migration ${entry.tag} has no file.`);
    }
  });
}
