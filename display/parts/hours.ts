/** What opening hours mean for a screen, by the hall's clock. Pure. */
import type { HoursView } from '../../shared/views/hours.ts';

/** When visitors are received next: today's next session, else the next working day's first. */
export function nextOpenAt({ sessions, nextOpenAt: next }: HoursView, now: number): number | null {
  return sessions.find(({ openAt }) => openAt > now)?.openAt ?? next;
}

/** The next session's opening while none is running; null while visitors are received. */
export function opensAt(hours: HoursView, now: number): number | null {
  const { alwaysOpen, sessions } = hours;
  const isRunning = sessions.some(({ openAt, closeAt }) => openAt <= now && now < closeAt);
  if (alwaysOpen || isRunning) return null;
  return sessions.find(({ openAt }) => openAt > now)?.openAt ?? null;
}
