/**
 * The alert of items for which nobody can be called, one for each department and reason; red while
 * somebody waits with such an item. Looked at a minute after the last window opened, closed or was
 * moved, so that a morning of arriving clerks, or one who changes windows, raises nothing.
 */
import type { AlertAbout } from '../alerts.ts';
import { coverageHoles, holeOf, presentClerks, sitsElsewhere } from '../coverage.ts';
import type { CoverageHole } from '../coverage.ts';
import type { Day } from '../day.ts';
import { itemsDue, needsCertificates } from '../routing/eligible.ts';
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
      .filter((ticket) => needsCertificates(ticket))
      .flatMap((ticket) => itemsDue(ticket))
      .flatMap((code) => {
        const item = day.plan.items.get(code);
        const why = item ? holeOf(day, item, present) : null;
        return item && why !== null ? keyOf({ department: item.department, why }) : [];
      }),
  );
  return coverageHoles(day)
    .map((hole) => {
      const alert = keyOf(hole);
      return {
        ...{ alert, kind: 'coverage-hole' as const, about: aboutOf(hole) },
        measure: wanted.has(alert) ? HOLE_THAT_HURTS : HOLE,
        yellow: 0,
        red: HOLE,
      };
    })
    .filter(({ alert }) => isSettled || burns.has(alert));
}

/** The key of the alert of a hole. */
export function keyOf({ department, why }: Pick<CoverageHole, 'department' | 'why'>): string {
  return why === 'nobody' ? `coverage:${department}` : `misplaced:${department}`;
}

/** What its alert tells. Of a wrong window: who of the certified sits where, the one that covers most. */
export function aboutOf({ department, count, why, helpers }: CoverageHole): AlertAbout {
  const [first] = helpers;
  if (why === 'nobody' || !first || first.window === null || !sitsElsewhere(first)) {
    return { department, count };
  }
  return { department, count, window: first.window, clerk: first.clerk };
}

function lastMoveAt(day: Day): number {
  const moves = [...day.windows.values()].map(({ state, zonesSinceAt }) =>
    Math.max(zonesSinceAt, state.status === 'closed' ? state.sinceAt : state.session.openedAt),
  );
  return Math.max(0, ...moves);
}
