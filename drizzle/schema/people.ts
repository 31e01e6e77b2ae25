/** Who may sign in, and the devices that have a place in the hall. */
import { boolean, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const staffLogins = pgTable(
  'staff_logins',
  {
    hallId: text('hall_id').notNull(),
    staffNo: text('staff_no').notNull(),
    /** argon2id: parameters, salt and tag as one text. */
    passwordHash: text('password_hash').notNull(),
    failedTries: integer('failed_tries').notNull().default(0),
    lockedUntil: instant('locked_until').notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'staff_logins_pk', columns: [table.hallId, table.staffNo] }),
    uniqueIndex('staff_logins_number').on(table.staffNo),
  ],
);

export const devices = pgTable(
  'devices',
  {
    hallId: text('hall_id').notNull(),
    deviceId: text('device_id').notNull(),
    kind: text('kind').notNull(),
    windowNo: integer('window_no'),
    /** Keyed hash of the device's key. */
    keyHash: text('key_hash').notNull(),
    revoked: boolean('revoked').notNull().default(false),
    /** When it last said that it lives, wall clock, epoch ms. */
    seenAt: instant('seen_at').notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'devices_pk', columns: [table.hallId, table.deviceId] }),
    uniqueIndex('devices_key').on(table.keyHash),
  ],
);
