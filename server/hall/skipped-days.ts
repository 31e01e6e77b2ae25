/**
 * Days that took bookings and never opened, because no server was there: they are closed in the very
 * transaction that opens the day after them, so that nobody's appointment stays booked for ever. It
 * is the hall that did not come, so nobody's number is counted as a no-show.
 */
import type { BusinessDate, CommandId, HallId } from '../../shared/base/ids.ts';
import { decide } from '../../shared/hall/decide.ts';
import { isRefusal } from '../../shared/hall/decision.ts';
import type { HallClock } from '../clock.ts';
import type { Secrets } from '../secrets.ts';
import type { Slice } from '../storage/hall-log.ts';
import { sliceOf } from './slice.ts';
import type { LoadingParts } from './stream-loading.ts';
import { loadStream } from './stream-loading.ts';

/** Nobody books further ahead than a year of working days. */
const SKIPPED_MAX = 400;

export interface SkippedParts extends LoadingParts {
  readonly clock: HallClock;
  readonly secrets: Secrets;
}

/** What closes the days between the two; empty where none of them took a booking. */
export async function skippedDays(
  { log, configs, clock, secrets }: SkippedParts,
  hall: HallId,
  between: { readonly after: BusinessDate; readonly before: BusinessDate },
  commandId: CommandId,
): Promise<Slice[]> {
  const slices: Slice[] = [];
  for (const date of await log.begunBetween(hall, between.after, between.before, SKIPPED_MAX)) {
    const stream = await loadStream({ log, configs }, hall, date);
    if (stream?.day.phase !== 'booking') continue;
    const at = Math.max(clock.now(), stream.day.lastAt);
    const closing = decide(stream.day, { type: 'closeDay' }, { at, by: { kind: 'system' } });
    if (isRefusal(closing)) continue;
    const about = { at, by: 'system', commandId };
    stream.draftEvents(closing, about, secrets.commandHash(commandId));
    slices.push(sliceOf(stream, secrets));
  }
  return slices;
}
