/**
 * One batch of estimates: everybody who waits, and who comes now to each zone, from rollouts of the
 * day as it stands. With many waiting fewer rollouts are played, so that a batch stays short: what is
 * lost in precision is small against what the wait itself is uncertain.
 */
import type { TicketId, ZoneCode } from '../../base/ids.ts';
import type { Day } from '../../hall/day.ts';
import type {
  Estimates,
  GroupEstimate,
  NewcomerEstimate,
  WaitEstimate,
} from '../../hall/estimates.ts';
import type { Calibration } from './calibrate.ts';
import { calibratedP90 } from './calibrate.ts';
import type { Learned } from './learn.ts';
import type { LiveFacts } from './live-situation.ts';
import { liveSituation } from './live-situation.ts';
import { playOn } from './play-on.ts';
import { bandOf } from './quantiles.ts';

export const ROLLOUTS_MAX = 96;
const ROLLOUTS_MIN = 40;
/** Rollouts × people waiting that a batch may play. */
const WORK_MAX = 9_600;
/** Looks at the queue that a batch in the engine may take, some tenth of a second. */
export const LOOKS_MAX = 8_000_000;

/** Estimates of the day at the instant of the facts; deterministic for a day's `seq`. */
export function estimate(
  day: Day,
  learned: Learned,
  calibration: Calibration,
  facts: LiveFacts,
): Estimates {
  const { basis, days } = learned;
  const tickets = new Map<TicketId, WaitEstimate>();
  const zones = new Map<ZoneCode, NewcomerEstimate>();
  const groups: GroupEstimate[] = [];
  const live = liveSituation(day, learned, facts);
  if (live) {
    const { situation } = live;
    const inGroups = live.groups.map(({ kind }) => [kind]);
    const newcomers = [...situation.newcomers, ...inGroups];
    const options = {
      rollouts: rolloutsFor(situation.waiting.length),
      seed: day.seq,
      looksMax: LOOKS_MAX,
    };
    const waits = playOn({ ...situation, newcomers }, options);
    live.tickets.forEach((ticket, index) => {
      const band = bandOf(waits.waiting[index] ?? new Float64Array());
      if (!band) return;
      const p90Ms = calibratedP90(calibration, ticket.zone, band.p50Ms, band.p90Ms);
      tickets.set(ticket.id, { p50Ms: band.p50Ms, p90Ms });
    });
    const newcomerAt = (index: number, zone: ZoneCode): NewcomerEstimate | null => {
      const band = bandOf(waits.newcomers[index] ?? new Float64Array());
      if (!band) return null;
      const { p50Ms, p90Ms: rawP90Ms } = band;
      return { p50Ms, rawP90Ms, p90Ms: calibratedP90(calibration, zone, p50Ms, rawP90Ms) };
    };
    day.plan.config.zones.forEach(({ code }, index) => {
      const found = newcomerAt(index, code);
      if (found) zones.set(code, found);
    });
    live.groups.forEach(({ zone, windows, expectedMs }, index) => {
      const found = newcomerAt(situation.newcomers.length + index, zone);
      if (found) groups.push({ ...found, zone, windows, expectedMs });
    });
  }
  return { madeAt: facts.at, seq: day.seq, basis, days, zones, groups, tickets };
}

/** How many rollouts a queue of that length gets. */
export function rolloutsFor(waiting: number): number {
  const affordable = Math.floor(WORK_MAX / Math.max(1, waiting));
  return Math.max(ROLLOUTS_MIN, Math.min(ROLLOUTS_MAX, affordable));
}
