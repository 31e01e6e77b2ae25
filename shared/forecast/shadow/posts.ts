/**
 * Where a day could be served: each window with its clerk for as long as it served the same zones,
 * with its pauses left out, the announced ones and those that show: a window that calls nobody for
 * more than five minutes though somebody waits is away.
 */
import type { StaffNo, WindowNo } from '../../base/ids.ts';
import type { ZoneScope } from '../../hall/config.ts';
import type { ObservedDay, ObservedService, ObservedSession } from '../observed/observed-day.ts';
import type { Shift } from '../simulation/floor.ts';

export interface Post {
  readonly window: WindowNo;
  readonly clerk: StaffNo;
  readonly zones: ZoneScope;
  readonly shifts: readonly Shift[];
}

/** Between two visitors a window takes up to this; longer it was away. */
export const GAP_MAX_MS = 5 * 60_000;
/** Who was there until about the end would have stayed for those who were left. */
const STAYS_MS = 45 * 60_000;

/** The posts of a day, by session; a day that goes on has posts without an end. */
export function postsOf(day: ObservedDay): Post[] {
  const { sessions, services } = day;
  const lastAt = services.reduce((last, { waitedFromAt }) => Math.max(last, waitedFromAt), 0);
  const closesAt = sessions.reduce((last, { closedAt }) => Math.max(last, closedAt ?? 0), 0);
  const staysFromAt = Math.min(lastAt, closesAt - STAYS_MS);
  const byWindow = Map.groupBy(services, ({ window }) => window);
  return sessions.flatMap((session) => {
    const { closedAt, window, clerk, scopes } = session;
    const untilAt = closedAt === null || closedAt >= staysFromAt ? Infinity : closedAt;
    const worked = workedIn(session, byWindow.get(window) ?? [], untilAt);
    return scopes.map(({ zones, fromAt }, index): Post => ({
      ...{ window, clerk, zones },
      shifts: within(worked, fromAt, scopes[index + 1]?.fromAt ?? Infinity),
    }));
  });
}

function workedIn(
  { openedAt, clerk, pauses }: ObservedSession,
  services: readonly ObservedService[],
  untilAt: number,
): Shift[] {
  const away = [
    ...pauses.map(({ fromAt, toAt }): Shift => [fromAt, toAt ?? Infinity]),
    ...services.flatMap((service) => (service.clerk === clerk ? awayAfter(service) : [])),
  ].sort((left, right) => left[0] - right[0]);
  const shifts: Shift[] = [];
  let fromAt = openedAt;
  for (const [leavesAt, backAt] of away) {
    if (leavesAt > fromAt) shifts.push([fromAt, Math.min(leavesAt, untilAt)]);
    fromAt = Math.max(fromAt, backAt);
  }
  if (untilAt > fromAt) shifts.push([fromAt, untilAt]);
  return shifts;
}

function awayAfter({ endedAt, nextCalledAt, somebodyWaited }: ObservedService): Shift[] {
  if (!somebodyWaited || endedAt === null || nextCalledAt === null) return [];
  return nextCalledAt - endedAt > GAP_MAX_MS ? [[endedAt, nextCalledAt]] : [];
}

function within(shifts: readonly Shift[], fromAt: number, untilAt: number): Shift[] {
  return shifts.flatMap(([from, until]): Shift[] => {
    const [start, end] = [Math.max(from, fromAt), Math.min(until, untilAt)];
    return end > start ? [[start, end]] : [];
  });
}
