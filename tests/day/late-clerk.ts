/** The clerk who comes late: the one without whom most of what the hall offers can be had nowhere. */
import type { HallConfig } from '../../shared/hall/config.ts';
import type { Seat } from './roster.ts';
import { holds } from './skills.ts';

/** A hall with fewer seats could hardly begin without one of them. */
const SEATS_MIN = 3;

/** The seat that stays empty in the morning; null where everybody can be done without. */
export function mostMissed(hall: HallConfig, seats: readonly Seat[]): Seat | null {
  if (seats.length < SEATS_MIN) return null;
  const gaps = new Map<Seat, number>();
  for (const item of hall.items) {
    const [able, other] = seats.filter(({ clerk }) => holds(clerk, item));
    if (able && !other) gaps.set(able, (gaps.get(able) ?? 0) + 1);
  }
  const serving = [...gaps].filter(([{ place }]) => place.kind !== 'collection');
  const [worst] = serving.sort(([, one], [, other]) => other - one);
  return worst?.[0] ?? null;
}
