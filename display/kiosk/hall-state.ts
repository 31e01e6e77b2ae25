/**
 * Whether the kiosk gives out tickets now, rests, or sleeps, by the hall's hours and clock. Pure, so
 * that a kiosk that is cut off still knows. It works from the time that kiosks are switched on until
 * some time after the last session; a day off shows its calendar by day and is dark at night.
 */
import { clockTime } from '../../shared/client/format.ts';
import type { HoursView } from '../../shared/views/hours.ts';

/** So long after the last session somebody may still look. */
const CLOSED_SHOWN_MS = 2 * 3_600_000;
/** On a day off the calendar shows between these. */
const DAY_FROM = '07:00';
const DAY_TO = '21:00';

/** before: today's first session is to come. between: the next one is. over: none today. */
export type HallState =
  | { readonly is: 'open' }
  | { readonly is: 'before' | 'between'; readonly openAt: number; readonly asleep: boolean }
  | { readonly is: 'over' | 'dayOff'; readonly openAt: number | null; readonly asleep: boolean };

/** What the kiosk does at `now`, an instant of the hall's clock. */
export function hallState(hours: HoursView, now: number, mayIssueEarly: boolean): HallState {
  const { alwaysOpen, sessions, kioskOnAt, nextKioskOnAt, nextOpenAt, isWorkingDay } = hours;
  if (alwaysOpen) return { is: 'open' };
  // Cut off since yesterday: the next working day has begun, and only the server knows its hours.
  if (nextKioskOnAt !== null && now >= nextKioskOnAt) return { is: 'open' };
  const lastCloseAt = sessions.at(-1)?.closeAt;
  if (!isWorkingDay || lastCloseAt === undefined) {
    const time = clockTime(now);
    return { is: 'dayOff', openAt: nextOpenAt, asleep: time < DAY_FROM || time >= DAY_TO };
  }
  const session = sessions.find(({ closeAt }) => now < closeAt);
  if (!session) {
    return { is: 'over', openAt: nextOpenAt, asleep: now >= lastCloseAt + CLOSED_SHOWN_MS };
  }
  const isAwake = kioskOnAt === null || now >= kioskOnAt;
  if (now >= session.openAt || (mayIssueEarly && isAwake)) return { is: 'open' };
  const is = session === sessions[0] ? 'before' : 'between';
  return { is, openAt: session.openAt, asleep: !isAwake };
}
