/**
 * The alert of items that nobody present may handle, one for each department; red while somebody
 * waits with such an item. Looked at a minute after the last window opened or closed, so that a
 * morning of arriving clerks, or one who changes windows, raises nothing.
 */
import { coverageHoles } from '../coverage.ts';
import { isCertified } from '../certificates.ts';
import { presentClerks } from '../coverage.ts';
import type { Day } from '../day.ts';
import { itemsDue } from '../routing/eligible.ts';
import type { Burning, LookedAt } from './burning.ts';

const SETTLED_AFTER_MS = 60_000;
const HOLE = 1;
const HOLE_THAT_HURTS = 2;

export function coverageHole({ day, at }: LookedAt): Burning[] {
  const present = presentClerks(day);
  if (present.length === 0) return [];
  const isSettled = at - lastMoveAt(day) >= SETTLED_AFTER_MS;
  const burns = new Set(day.alerts.keys());
  const wanted = new Set(
    day.waiting
      .flatMap((ticket) => itemsDue(ticket))
      .filter((item) => !present.some((clerk) => isCertified(day, clerk, item)))
      .map((item) => day.plan.items.get(item)?.department),
  );
  return coverageHoles(day)
    .map(({ department, count }) => ({
      alert: `coverage:${department}`,
      kind: 'coverage-hole' as const,
      about: { department, count },
      measure: wanted.has(department) ? HOLE_THAT_HURTS : HOLE,
      yellow: 0,
      red: HOLE,
    }))
    .filter(({ alert }) => isSettled || burns.has(alert));
}

function lastMoveAt(day: Day): number {
  const moves = [...day.windows.values()].map(({ state }) =>
    state.status === 'closed' ? state.sinceAt : state.session.openedAt,
  );
  return Math.max(0, ...moves);
}
