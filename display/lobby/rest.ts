/**
 * Whether the lobby's screen works or rests. Pure: instants of the view's hours and the hall's clock
 * decide, so that a screen that is cut off still sleeps and wakes by itself. It works from the time
 * at which kiosks are switched on until the last visitor of the day has left; then it says when the
 * hall opens next, and in the depth of night it is dark. A day off shows its calendar page.
 */
import { clockTime } from '../../shared/client/format.ts';
import type { LobbyView } from '../../shared/views/lobby-board.ts';

/** So long after the doors closed somebody may still look at the screen. */
const CLOSED_SHOWN_MS = 2 * 3_600_000;
/** On a day off the calendar page shows between these. */
const DAY_FROM = '07:00';
const DAY_TO = '21:00';

export type Rest = 'awake' | 'closed' | 'dayOff' | 'dark';
type Known = Pick<LobbyView, 'hours' | 'calls' | 'zones' | 'phase'>;

/** What the screen does at `now`, an instant of the hall's clock. */
export function restAt({ hours, calls, zones, phase }: Known, now: number): Rest {
  const { alwaysOpen, isWorkingDay, sessions, kioskOnAt, nextKioskOnAt } = hours;
  if (alwaysOpen) return 'awake';
  // Cut off since yesterday: the next working day has begun.
  if (nextKioskOnAt !== null && now >= nextKioskOnAt) return 'awake';
  const lastCloseAt = sessions.at(-1)?.closeAt;
  if (!isWorkingDay || lastCloseAt === undefined) {
    const time = clockTime(now);
    return time >= DAY_FROM && time < DAY_TO ? 'dayOff' : 'dark';
  }
  if (kioskOnAt !== null && now < kioskOnAt) return 'dark';
  if (now < lastCloseAt) return 'awake';
  const isBusy =
    calls.some(({ status }) => status === 'called' || status === 'serving') ||
    zones.some(({ waiting }) => waiting > 0);
  if (isBusy && phase === 'open') return 'awake';
  return now < lastCloseAt + CLOSED_SHOWN_MS ? 'closed' : 'dark';
}
