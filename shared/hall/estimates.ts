/**
 * What is expected of waiting, as the shell tells the hall's core with a command, and as it is
 * recorded with a ticket. The core never computes it and decides nothing by it: a hall without
 * estimates works the same, and its tickets say nothing of a wait.
 */
import type { TicketId, ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { Wish } from './wish.ts';

/** From the hall's own past days, or from the catalogue's minutes while there are none. */
export type EstimateBasis = 'catalogue' | 'history';

/** From the instant of the estimate to the call: as likely sooner as later, and 9 times of 10. */
export interface WaitEstimate {
  readonly p50Ms: number;
  readonly p90Ms: number;
}

/** A newcomer's wait. */
export interface NewcomerEstimate extends WaitEstimate {
  /** p90 as simulated, before it was corrected by past errors; what the next correction learns from. */
  readonly rawP90Ms: number;
}

/** Of a zone's newcomers those who are alike in what they wish. */
export interface GroupEstimate extends NewcomerEstimate, Wish {
  readonly zone: ZoneCode;
}

/** One batch: everybody who waits, and who comes now. Whoever is missing is not known. */
export interface Estimates {
  readonly madeAt: number;
  /** The day's `seq` that it was made from. */
  readonly seq: number;
  readonly basis: EstimateBasis;
  /** How many past days it learned from. */
  readonly days: number;
  readonly zones: ReadonlyMap<ZoneCode, NewcomerEstimate>;
  /** Newcomers of a zone more closely; whoever belongs to none is told the zone's wait. */
  readonly groups?: readonly GroupEstimate[];
  readonly tickets: ReadonlyMap<TicketId, WaitEstimate>;
}

/** What a ticket was told when it was taken. */
export interface Forecast extends WaitEstimate {
  readonly rawP90Ms?: number;
  readonly basis: EstimateBasis;
}

/** A newcomer: its zone, and what it wishes where that is known. */
export interface Newcomer {
  readonly zone: ZoneCode;
  readonly wish?: Wish;
}

/**
 * The forecast for a newcomer: that of its windows' other newcomers who take about as long, else of
 * the whole zone; undefined where nothing is known.
 */
export function forecastFor(
  estimates: Estimates | null,
  { zone, wish }: Newcomer,
): Forecast | undefined {
  const found = (wish && groupOf(estimates, zone, wish)) ?? estimates?.zones.get(zone);
  if (!estimates || !found) return undefined;
  const { p50Ms, p90Ms, rawP90Ms } = found;
  return { p50Ms, p90Ms, rawP90Ms, basis: estimates.basis };
}

function groupOf(
  estimates: Estimates | null,
  zone: ZoneCode,
  { windows, expectedMs }: Wish,
): GroupEstimate | undefined {
  const ratioOf = (group: GroupEstimate) => Math.abs(Math.log(group.expectedMs / expectedMs));
  let nearest: GroupEstimate | undefined;
  for (const group of estimates?.groups ?? []) {
    if (group.zone !== zone || group.windows !== windows) continue;
    if (nearest === undefined || ratioOf(group) < ratioOf(nearest)) nearest = group;
  }
  return nearest;
}

/**
 * The forecast for a ticket whose credit places it before `behind`, the next one first. It takes
 * their place, so its wait is what the next one's was: the queue, not the credit's minutes, says how
 * much sooner it comes. Never later than a newcomer; where it passes nobody known, the same.
 */
export function forecastBefore(
  estimates: Estimates | null,
  newcomer: Newcomer,
  behind: readonly TicketId[],
  at: number,
): Forecast | undefined {
  const last = forecastFor(estimates, newcomer);
  const next = behind.find((id) => estimates?.tickets.has(id));
  const found = next === undefined ? undefined : estimates?.tickets.get(next);
  if (!estimates || !last || !found) return last;
  const restMs = (waitMs: number) => Math.max(0, estimates.madeAt + waitMs - at);
  const p50Ms = Math.min(last.p50Ms, restMs(found.p50Ms));
  const p90Ms = Math.min(last.p90Ms, Math.max(MINUTE_MS, restMs(found.p90Ms)));
  return { p50Ms, p90Ms: Math.max(p50Ms, p90Ms), basis: estimates.basis };
}
