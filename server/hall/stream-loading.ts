/**
 * Reads a day's stream from the log. Before an event that names a version of the configuration is
 * folded, that version is put into the stream: versions are immutable, so they are read once.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { lateRating } from '../../shared/hall/fold-ratings.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallLog } from '../storage/hall-log.ts';
import { learnVersions, versionsNamed } from './named-plans.ts';
import { DayStream } from './stream.ts';

export interface LoadingParts {
  readonly log: HallLog;
  readonly configs: ConfigStore;
}

/** The stream of a day as the log has it, or null when there is none. */
export async function loadStream(
  { log, configs }: LoadingParts,
  hall: HallId,
  date: BusinessDate,
): Promise<DayStream | null> {
  const rows = await log.readAfter(hall, date, 0);
  const [version] = versionsNamed(rows.slice(0, 1));
  if (rows.length === 0) return null;
  if (version === undefined) throw new Error(`${hall} ${date} does not begin with its day`);
  const stream = new DayStream(hall, date, await configs.plan(hall, version));
  await learnVersions(configs, stream, versionsNamed(rows));
  stream.readOn(rows);
  for (const row of await log.lateRatings(hall, date)) lateRating(stream.day, row, row.ratedAt);
  return stream;
}
