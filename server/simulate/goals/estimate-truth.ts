/**
 * What nobody in a hall can know, for floors: the generator's own spread of services, the level of the
 * day, the kinds that people will want. An estimate that knows all of it is left with the dice alone.
 */
import { HALF_HOUR_MS, HOUR_MS } from '../../../shared/base/time.ts';
import type { Stream } from '../../../shared/forecast/estimate/situation.ts';
import type { Spread } from '../../../shared/forecast/estimate/spread.ts';
import { LOGNORMAL, SPREAD_POINTS } from '../../../shared/forecast/estimate/spread.ts';
import { arrivalsPerMs } from '../../../shared/forecast/simulation/day-draw.ts';
import type { HallModel } from '../../../shared/forecast/simulation/hall-model.ts';
import { ZONES } from '../../../shared/forecast/simulation/hall-model.ts';
import { Chance, sigmaOf } from '../../../shared/forecast/simulation/random.ts';
import { PRIORITY_SHARE, PROFILE } from '../../../shared/forecast/simulation/scenario.ts';
import type { Scenario } from '../../../shared/forecast/simulation/scenario.ts';
import { mean, quantile } from '../../../shared/forecast/statistics.ts';
import type { StaffedDay } from './staffed-days.ts';

const DRAWS = 65_536;
const SEED = 8;
const STREAM_KINDS = 24;
/** As far as a live hall looks ahead. */
const AHEAD_MS = 3 * HOUR_MS;

export interface TrueSpread {
  readonly spread: Spread;
  /** Mean and standard deviation of the log of a draw whose mean is 1. */
  readonly logMean: number;
  readonly sd: number;
}

/** How the scenario's services spread around their mean. */
export function trueSpread({ service, serviceCv }: Scenario): TrueSpread {
  const sigma = sigmaOf(serviceCv);
  if (service === 'lognormal') return { spread: LOGNORMAL, logMean: -(sigma ** 2) / 2, sd: sigma };
  const chance = new Chance(SEED);
  const logs = Float64Array.from({ length: DRAWS }, () => Math.log(chance.gamma(serviceCv))).sort();
  const logMean = mean(logs);
  const sd = Math.sqrt(mean(logs.map((log) => (log - logMean) ** 2)));
  const spread = Array.from(
    { length: SPREAD_POINTS },
    (_, index) => (quantile(logs, (index + 0.5) / SPREAD_POINTS) - logMean) / sd,
  );
  return { spread, logMean, sd };
}

/** Who comes after `at` as the generator has it, without shocks; people with a credit apart. */
export function trueStreams(hall: HallModel, { drawn }: StaffedDay, at: number): Stream[] {
  const perMs = arrivalsPerMs(hall, drawn.scenario, drawn.seed);
  const creditMs = drawn.visitors.reduce((most, one) => Math.max(most, one.creditMs), 0);
  return Array.from({ length: ZONES }, (_, zone) => {
    const own = drawn.visitors.filter(({ kind }) => drawn.kinds[kind]?.zone === zone);
    const kinds = Array.from({ length: Math.min(STREAM_KINDS, own.length) }, (_, index) => {
      const place = Math.floor(((index + 0.5) / STREAM_KINDS) * own.length);
      return own[place]?.kind ?? 0;
    });
    const parts = (share: number) =>
      PROFILE.map((rate, half) => ({
        fromAt: Math.max(at, half * HALF_HOUR_MS),
        untilAt: (half + 1) * HALF_HOUR_MS,
        perMs: perMs * rate * share * (hall.zoneShares[zone] ?? 0),
      })).filter(({ fromAt, untilAt }) => untilAt > at && fromAt < at + AHEAD_MS);
    return [
      { parts: parts(1 - PRIORITY_SHARE), kinds, creditMs: 0 },
      { parts: parts(PRIORITY_SHARE), kinds, creditMs },
    ];
  }).flat();
}
