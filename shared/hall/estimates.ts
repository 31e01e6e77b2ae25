/**
 * What is expected of waiting, as the shell tells the hall's core with a command, and as it is
 * recorded with a ticket. The core never computes it and decides nothing by it: a hall without
 * estimates works the same, and its tickets say nothing of a wait.
 */
import type { TicketId, ZoneCode } from '../base/ids.ts';

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

/** One batch: everybody who waits, and who comes now. Whoever is missing is not known. */
export interface Estimates {
  readonly madeAt: number;
  /** The day's `seq` that it was made from. */
  readonly seq: number;
  readonly basis: EstimateBasis;
  /** How many past days it learned from. */
  readonly days: number;
  readonly zones: ReadonlyMap<ZoneCode, NewcomerEstimate>;
  readonly tickets: ReadonlyMap<TicketId, WaitEstimate>;
}

/** What a ticket was told when it was taken. */
export interface Forecast extends WaitEstimate {
  readonly rawP90Ms?: number;
  readonly basis: EstimateBasis;
}

/** The forecast for a newcomer of the zone; undefined where nothing is known. */
export function forecastFor(estimates: Estimates | null, zone: ZoneCode): Forecast | undefined {
  const found = estimates?.zones.get(zone);
  if (!estimates || !found) return undefined;
  const { p50Ms, p90Ms, rawP90Ms } = found;
  return { p50Ms, p90Ms, rawP90Ms, basis: estimates.basis };
}
