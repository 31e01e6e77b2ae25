/** Columns that many tables share. Instants are bigint milliseconds since 1970, hall clock. */
import { bigint, date, text } from 'drizzle-orm/pg-core';

/** An instant, epoch ms. */
export const instant = (name: string) => bigint(name, { mode: 'number' });

/** The key of a day's stream; `hall_id` leads every key, so that halls can be sharded by it. */
export const streamKey = () => ({
  hallId: text('hall_id').notNull(),
  businessDate: date('business_date', { mode: 'string' }).notNull(),
});
