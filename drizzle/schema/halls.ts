/** Halls and the versions of their configuration; a version is never changed once it stands. */
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

export const halls = pgTable(
  'halls',
  {
    hallId: text('hall_id').notNull(),
    demo: boolean('demo').notNull(),
    configVersion: integer('config_version').notNull(),
  },
  (table) => [primaryKey({ name: 'halls_pk', columns: [table.hallId] })],
);

export const hallConfigs = pgTable(
  'hall_configs',
  {
    hallId: text('hall_id').notNull(),
    version: integer('version').notNull(),
    /** HallConfig as JSON text. */
    body: text('body').notNull(),
    publishedAt: instant('published_at').notNull(),
    publishedBy: text('published_by').notNull(),
  },
  (table) => [primaryKey({ name: 'hall_configs_pk', columns: [table.hallId, table.version] })],
);
