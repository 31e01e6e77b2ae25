/**
 * Tables beside the log, written in the same statement as the events: for SQL, for reports, and for
 * the constraints that defend what must never happen. A row is upserted with its final state.
 */
import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { uniqueIndex } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { instant, streamKey } from './columns.ts';

export const tickets = pgTable(
  'tickets',
  {
    ...streamKey(),
    ticketId: text('ticket_id').notNull(),
    series: text('series').notNull(),
    number: integer('number').notNull(),
    zone: text('zone').notNull(),
    status: text('status').notNull(),
    windowNo: integer('window_no'),
    arrivedAt: instant('arrived_at').notNull(),
    misses: integer('misses').notNull(),
    /** Keyed hash of the token on the paper; the token itself stands nowhere. */
    tokenHash: text('token_hash').notNull(),
    /** Of an appointment: keyed hash of the identity number, for the limits of bookings. */
    personHash: text('person_hash'),
  },
  (table) => [
    primaryKey({
      name: 'tickets_pk',
      columns: [table.hallId, table.businessDate, table.ticketId],
    }),
    // A ticket carried over midnight (`B012~1121`) keeps the number that its own day gave it.
    uniqueIndex('tickets_number')
      .on(table.hallId, table.businessDate, table.series, table.number)
      .where(sql`strpos(ticket_id, '~') = 0`),
    uniqueIndex('tickets_one_at_a_window')
      .on(table.hallId, table.businessDate, table.windowNo)
      .where(sql`status in ('called', 'serving')`),
    index('tickets_token').on(table.tokenHash),
    index('tickets_person')
      .on(table.hallId, table.personHash, table.businessDate)
      .where(sql`person_hash is not null`),
  ],
);

export const cases = pgTable(
  'cases',
  {
    ...streamKey(),
    caseId: text('case_id').notNull(),
    ticketId: text('ticket_id').notNull(),
    item: text('item').notNull(),
    status: text('status').notNull(),
    outcome: text('outcome'),
    serviceSeq: integer('service_seq'),
    windowNo: integer('window_no'),
    clerk: text('clerk'),
    finishedAt: instant('finished_at'),
  },
  (table) => [
    primaryKey({ name: 'cases_pk', columns: [table.hallId, table.businessDate, table.caseId] }),
  ],
);

export const calls = pgTable(
  'calls',
  {
    ...streamKey(),
    callSeq: bigint('call_seq', { mode: 'number' }).notNull(),
    ticketId: text('ticket_id').notNull(),
    windowNo: integer('window_no').notNull(),
    at: instant('at').notNull(),
    recall: integer('recall').notNull(),
    /** CallReason as JSON text: why this ticket, complete enough to be chosen again. */
    why: text('why'),
  },
  (table) => [
    primaryKey({ name: 'calls_pk', columns: [table.hallId, table.businessDate, table.callSeq] }),
  ],
);
