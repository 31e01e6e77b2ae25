/** How far each effect has followed the log, and the print jobs that were begun. */
import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, streamKey } from './columns.ts';

export const effectCursors = pgTable(
  'effect_cursors',
  {
    effect: text('effect').notNull(),
    ...streamKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({
      name: 'effect_cursors_pk',
      columns: [table.effect, table.hallId, table.businessDate],
    }),
  ],
);

/** A job is written before its first byte is sent: found again, it may stand on paper. */
export const printJobs = pgTable(
  'print_jobs',
  {
    ...streamKey(),
    job: text('job').notNull(),
    startedAt: instant('started_at').notNull(),
  },
  (table) => [
    primaryKey({ name: 'print_jobs_pk', columns: [table.hallId, table.businessDate, table.job] }),
  ],
);
