/**
 * The log: one stream per (hall, business date), its head, and the audit rows of staff actions.
 * The head is what an append compares and advances; the key of `events` refuses a second writer.
 */
import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, streamKey } from './columns.ts';

export const hallDays = pgTable(
  'hall_days',
  {
    ...streamKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    /** Hash of the last event, the head of the chain. */
    head: text('head').notNull(),
  },
  (table) => [primaryKey({ name: 'hall_days_pk', columns: [table.hallId, table.businessDate] })],
);

export const events = pgTable(
  'events',
  {
    ...streamKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    commandId: text('command_id').notNull(),
    /** Keyed hash of the command's body: the same id with another body is refused. */
    commandHash: text('command_hash').notNull(),
    type: text('type').notNull(),
    /** The event as JSON text; its bytes are what the chain hashes, so never jsonb. */
    body: text('body').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    primaryKey({ name: 'events_pk', columns: [table.hallId, table.businessDate, table.seq] }),
  ],
);

export const audit = pgTable(
  'audit',
  {
    ...streamKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    action: text('action').notNull(),
    detail: text('detail').notNull(),
  },
  (table) => [
    primaryKey({ name: 'audit_pk', columns: [table.hallId, table.businessDate, table.seq] }),
    index('audit_newest').on(table.hallId, table.at),
  ],
);
