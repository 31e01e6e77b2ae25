/** Who comes today and who serves: drawn once, for the night before and for the day itself. */
import { demoHall } from '../../drizzle/seed/demo-hall.ts';
import { seededRandom } from '../../shared/base/seeded-random.ts';
import type { HallConfig } from '../../shared/hall/config.ts';
import { Deck } from './awkward.ts';
import type { DayOptions } from './options.ts';
import type { ArrivalProfile } from './profile.ts';
import { collectorOf, morningRoster } from './roster.ts';
import type { Seat } from './roster.ts';
import { withTraits } from './traits.ts';
import { visitorsOf } from './visitors.ts';
import type { Visitor } from './visitors.ts';

export interface People {
  readonly hall: HallConfig;
  readonly date: string;
  readonly visitors: readonly Visitor[];
  readonly seats: readonly Seat[];
  readonly deck: Deck;
}

/** The people of one day; the same options, the same people. */
export function peopleOf(options: DayOptions, profile: ArrivalProfile, date: string): People {
  const hall = demoHall(options.hall);
  const seats = morningRoster(hall, date);
  const random = seededRandom(options.seed * 7_919 + 13);
  const deck = new Deck(options.shares, random);
  const drawn = visitorsOf(hall, profile, {
    count: options.visitors,
    seed: options.seed,
    date,
    noShowRate: options.noShowRate,
    abandonRate: options.abandonRate,
    multiRate: options.multiRate,
    classShare: options.shares.class,
    timeFactor: options.timeFactor,
  });
  const collector = collectorOf(seats);
  const visitors = withTraits(drawn, { hall, date, collector, deck, random });
  return { hall, date, visitors, seats, deck };
}
