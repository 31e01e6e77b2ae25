/**
 * Reads a hall's past days out of the log and tells them to the worker, a page at a time with rests
 * between: nobody waits for it. The database connection is that of look-ups, not the hall's own.
 */
import type { BusinessDate, HallId } from '../../shared/base/ids.ts';
import { LEARNED_DAYS_MAX } from '../../shared/forecast/estimate/learn.ts';
import type { StoredEvent } from '../../shared/hall/events.ts';
import { restFor } from '../rest.ts';
import { versionsNamed } from '../hall/named-plans.ts';
import type { ConfigStore } from '../storage/config-store.ts';
import type { HallLog } from '../storage/hall-log.ts';
import { storedEvent } from '../storage/log-row.ts';
import type { ToWorker } from './messages.ts';

const PAGE_EVENTS = 500;
const DAY_EVENTS_MAX = 60_000;
const REST_MS = 10;

export interface HistoryParts {
  readonly log: Pick<HallLog, 'newestDates' | 'readPage'>;
  readonly configs: Pick<ConfigStore, 'plan'>;
  /** To one worker from the first page to the last; false once it is gone. */
  readonly send: (message: ToWorker) => boolean;
  readonly rest?: (forMs: number) => Promise<void>;
}

/**
 * The newest `daysMax` days before `date`, told to the worker unless it knows them; oldest first. Null where
 * `send` failed on the way: a day counts as told with its last page, for half a day teaches wrongly.
 */
export async function tellHistory(
  parts: HistoryParts,
  hall: HallId,
  date: BusinessDate,
  told: Set<string>,
  daysMax = LEARNED_DAYS_MAX,
): Promise<readonly BusinessDate[] | null> {
  const newest = await parts.log.newestDates(hall, daysMax + 1);
  const dates = newest
    .filter((day) => day < date)
    .slice(0, daysMax)
    .reverse();
  for (const day of dates) {
    const key = `${hall}/${day}`;
    if (told.has(key)) continue;
    if (!(await tellDay(parts, hall, day, told))) return null;
    told.add(key);
  }
  return dates;
}

/** Tells a version of the configuration once. */
export async function tellConfig(
  { configs, send }: Pick<HistoryParts, 'configs' | 'send'>,
  hall: HallId,
  version: number,
  told: Set<string>,
): Promise<void> {
  const key = `${hall}#${String(version)}`;
  if (told.has(key)) return;
  const { config } = await configs.plan(hall, version);
  if (send({ kind: 'config', config })) told.add(key);
}

/** Whether all of the day was told; a day with nothing in it is. */
async function tellDay(
  parts: HistoryParts,
  hall: HallId,
  date: BusinessDate,
  told: Set<string>,
): Promise<boolean> {
  const { log, send, rest = restFor } = parts;
  let configVersion: number | null = null;
  let page: StoredEvent[] = [];
  for (let seq = 0; seq < DAY_EVENTS_MAX; seq += PAGE_EVENTS) {
    const rows = await log.readPage(hall, date, seq, PAGE_EVENTS);
    for (const version of versionsNamed(rows)) {
      configVersion ??= version;
      await tellConfig(parts, hall, version, told);
    }
    const isLast = rows.length < PAGE_EVENTS || seq + PAGE_EVENTS >= DAY_EVENTS_MAX;
    page = rows.map(storedEvent);
    if (configVersion === null) return true;
    if (!send({ kind: 'events', hall, date, configVersion, events: page, isLast })) return false;
    if (isLast) return true;
    await rest(REST_MS);
  }
  return true;
}
