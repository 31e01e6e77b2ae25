/**
 * What the promise order would have done on a day that was called in strict order. Both orders are
 * played on the same people with the same service times, and only these two are compared with each
 * other. What the comparison is worth is judged by both: how far the strict replay is off from what
 * really happened, and how much the promise replay has to suppose (worth.ts).
 */
import type { BusinessDate, TicketId, ZoneCode } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { Day } from '../../hall/day.ts';
import { orderRules } from '../../hall/routing/contenders.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import { byRules } from '../simulation/policies.ts';
import { hallAbility } from './abilities.ts';
import { Replay } from './replay.ts';
import type { ReplayOrder, ReplayedVisit } from './replay.ts';
import { waitFigures } from './waits.ts';
import type { WaitFigures } from './waits.ts';
import { worthOf } from './worth.ts';
import type { ShadowDoubt, ShadowWorth } from './worth.ts';

/** Who would have been worse off, and by how much. */
export interface Harm {
  readonly ticket: TicketId;
  /** Where it waited first. */
  readonly zone: ZoneCode;
  readonly moreMs: number;
}

export interface ShadowReport {
  readonly date: BusinessDate;
  /** How far the day was looked at. */
  readonly untilAt: number;
  readonly isClosed: boolean;
  /** Visitors as they really waited, as strict order replays them, and under promises. */
  readonly real: WaitFigures;
  readonly strict: WaitFigures;
  readonly promise: WaitFigures;
  /** Strict replay against the real day: mean of the differences, and of their sizes, ms. */
  readonly biasMs: number;
  readonly errorMs: number;
  /** Saved by promises in sum; negative where they cost. */
  readonly savedMs: number;
  readonly worse5: number;
  readonly worse10: number;
  /** Those who would have waited longest beyond strict order, at most HARMED_MAX. */
  readonly harmed: readonly Harm[];
  /** The zone of most of those who would wait five minutes longer, where it is most of them. */
  readonly harmedZone: { readonly zone: ZoneCode; readonly count: number } | null;
  readonly sooner5: number;
  /** Called more than five minutes after the promise. */
  readonly brokenPromises: number;
  readonly overtakenMax: number;
  /** The limit K that the hall has set. */
  readonly overtakenLimit: number;
  /** Who left without being called; in neither order. */
  readonly neverCalled: number;
  /** Visits that a replay could not place; left out of both orders. */
  readonly lost: number;
  /** Days that the expected times were learned from; 0: the catalogue's minutes. */
  readonly learnedDays: number;
  /** Visits that another zone's window would serve which served no such visit that day. */
  readonly elsewhere: number;
  readonly worth: ShadowWorth;
  /** What keeps the worth from being better. */
  readonly doubts: readonly ShadowDoubt[];
}

const HARMED_MAX = 20;
/** Both orders on what was observed so far; `day` lends rules, certificates and expectations. */
export function shadow(observed: ObservedDay, day: Day): ShadowReport {
  const replay = new Replay(observed, hallAbility(day));
  const { policy } = day.plan.config;
  const { promiseSlackMs, overtakenMax: overtakenLimit } = policy;
  const plain = { overflowAfterMs: 0, hasCredits: true };
  const strictOrder: ReplayOrder = {
    ...plain,
    ...{ choose: byRules({ kind: 'strict' }), promiseSlackMs: null, hasWalls: true },
  };
  const promiseOrder: ReplayOrder = {
    ...plain,
    ...{ choose: byRules(orderRules({ ...policy, routing: 'promise' })), promiseSlackMs },
    hasWalls: false,
  };
  const strict = replay.run(strictOrder);
  const promise = replay.run(promiseOrder);
  // Who was called in life and in one of the replays is not, for the window that served it had but
  // minutes for it, would count as having waited to the end: nothing can be said of this visit.
  const isLost = (index: number) =>
    replay.visits[index]?.real !== null &&
    (strict[index]?.isCalled === false || promise[index]?.isCalled === false);
  const strictOf = byTicket(strict.filter((_, index) => !isLost(index)));
  const promiseOf = byTicket(promise.filter((_, index) => !isLost(index)));
  const strictFigures = waitFigures([...strictOf.values()]);
  const promiseFigures = waitFigures([...promiseOf.values()]);
  const { real, biasMs, errorMs } = against(replay, strict);
  const zones = new Map(
    replay.visits.map(({ ticket, kind }) => [ticket, kind.zone] as const).reverse(),
  );
  const more = [...promiseOf].flatMap(([ticket, waitMs]): Harm[] => {
    const zone = zones.get(ticket);
    return zone === undefined
      ? []
      : [{ ticket, zone, moreMs: waitMs - (strictOf.get(ticket) ?? waitMs) }];
  });
  const harmed = more.filter(({ moreMs }) => moreMs > 5 * MINUTE_MS);
  const brokenPromises = promise.filter(({ lateMs }) => lateMs > 5 * MINUTE_MS).length;
  const elsewhere = promise.filter(({ isElsewhere }) => isElsewhere).length;
  const lost = strict.filter((_, index) => isLost(index)).length;
  const learnedDays = day.expectations.days;
  const worseThan = (minutes: number) =>
    more.filter(({ moreMs }) => moreMs > minutes * MINUTE_MS).length;
  return {
    date: observed.date,
    untilAt: observed.untilAt,
    isClosed: observed.isClosed,
    ...{ real, strict: strictFigures, promise: promiseFigures, biasMs, errorMs },
    savedMs: strictFigures.sumMs - promiseFigures.sumMs,
    worse5: worseThan(5),
    worse10: worseThan(10),
    harmed: harmed.toSorted((left, right) => right.moreMs - left.moreMs).slice(0, HARMED_MAX),
    harmedZone: zoneOfMost(harmed),
    sooner5: more.filter(({ moreMs }) => moreMs < -5 * MINUTE_MS).length,
    ...{ brokenPromises, elsewhere, lost },
    overtakenMax: promise.reduce((most, { overtaken }) => Math.max(most, overtaken), 0),
    overtakenLimit,
    neverCalled: replay.neverCalled,
    learnedDays,
    ...worthOf({
      ...{ real, errorMs, learnedDays, elsewhere, brokenPromises, lost },
      visitors: strictFigures.visitors,
    }),
  };
}

/** Where more than half of several belong. */
function zoneOfMost(harmed: readonly Harm[]): ShadowReport['harmedZone'] {
  const counts = Map.groupBy(harmed, ({ zone }) => zone);
  for (const [zone, rows] of counts) {
    if (rows.length > 1 && rows.length * 2 > harmed.length) return { zone, count: rows.length };
  }
  return null;
}

/** A visit of several stops waits at each; what counts is the sum. */
function byTicket(visits: readonly ReplayedVisit[]): Map<TicketId, number> {
  const waits = new Map<TicketId, number>();
  for (const { ticket, waitMs } of visits) waits.set(ticket, (waits.get(ticket) ?? 0) + waitMs);
  return waits;
}

/** The real waits of those who were called, by ticket, and how far the strict replay is off. */
export function against(
  { visits }: Replay,
  replayed: readonly ReplayedVisit[],
): { waitsMs: number[]; real: WaitFigures; biasMs: number; errorMs: number } {
  const waits = new Map<TicketId, { realMs: number; replayedMs: number }>();
  visits.forEach(({ ticket, real, arrivesAt, slotAt }, index) => {
    const { waitMs = 0, isCalled = false } = replayed[index] ?? {};
    if (!real || !isCalled) return;
    const fromAt = slotAt < Infinity ? Math.max(arrivesAt, slotAt) : arrivesAt;
    const sum = waits.get(ticket) ?? { realMs: 0, replayedMs: 0 };
    sum.realMs += Math.max(0, real.calledAt - fromAt);
    sum.replayedMs += waitMs;
    waits.set(ticket, sum);
  });
  const rows = [...waits.values()];
  const mean = (of: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / Math.max(1, rows.length);
  const waitsMs = rows.map(({ realMs }) => realMs);
  return {
    ...{ waitsMs, real: waitFigures(waitsMs) },
    biasMs: mean(({ realMs, replayedMs }) => replayedMs - realMs),
    errorMs: mean(({ realMs, replayedMs }) => Math.abs(replayedMs - realMs)),
  };
}
