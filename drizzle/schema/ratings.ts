/**
 * Prompts and evaluations: two facts, each unique per (case, service). An evaluation is inserted
 * once and never changed; its words stand encrypted in `private_texts`, its row holds their hash.
 */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant, streamKey } from './columns.ts';

export const prompts = pgTable(
  'prompts',
  {
    ...streamKey(),
    caseId: text('case_id').notNull(),
    serviceSeq: integer('service_seq').notNull(),
    windowNo: integer('window_no').notNull(),
    clerk: text('clerk').notNull(),
    openedAt: instant('opened_at').notNull(),
    outcome: text('outcome'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({
      name: 'prompts_pk',
      columns: [table.hallId, table.businessDate, table.caseId, table.serviceSeq],
    }),
  ],
);

export const evaluations = pgTable(
  'evaluations',
  {
    /** The day of the service, not of the rating. */
    ...streamKey(),
    caseId: text('case_id').notNull(),
    serviceSeq: integer('service_seq').notNull(),
    windowNo: integer('window_no').notNull(),
    clerk: text('clerk').notNull(),
    level: integer('level').notNull(),
    /** Codes joined by `|`, as devices send them. */
    tags: text('tags').notNull(),
    channel: text('channel').notNull(),
    textHash: text('text_hash'),
    ratedAt: instant('rated_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'evaluations_pk',
      columns: [table.hallId, table.businessDate, table.caseId, table.serviceSeq],
    }),
  ],
);

export const privateTexts = pgTable(
  'private_texts',
  {
    hallId: text('hall_id').notNull(),
    /** Keyed hash of the text, as the event names it. */
    textHash: text('text_hash').notNull(),
    /** AES-256-GCM with a key outside the database: nonce, tag and ciphertext, base64. */
    sealed: text('sealed').notNull(),
    retainUntil: instant('retain_until').notNull(),
  },
  (table) => [primaryKey({ name: 'private_texts_pk', columns: [table.hallId, table.textHash] })],
);
