/**
 * Estimates as screens show them. Whole minutes, so that a screen is not sent anew for seconds; p90 is
 * rounded up, for it is a bound. An estimate names until when it may be shown: older ones are not
 * known to be true, and a screen then says that it does not know.
 */
import type { ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { DayAccuracy } from '../forecast/estimate/accuracy.ts';
import { accuracyOf } from '../forecast/estimate/accuracy.ts';
import type { Day } from '../hall/day.ts';
import type { EstimateBasis, Estimates } from '../hall/estimates.ts';
import type { Ticket } from '../hall/ticket.ts';

const PAST_DAYS_MAX = 20;

/** What a view may know besides the day. */
export interface Outlook {
  /** The newest batch, or null where there is none. */
  readonly estimates: Estimates | null;
  /** How long a batch may be shown, in the hall's time. */
  readonly freshForMs: number;
  /** What the forecasts of past days were worth, newest first. */
  readonly past: readonly DayAccuracy[];
}

export const NO_OUTLOOK: Outlook = { estimates: null, freshForMs: 0, past: [] };

/** For somebody who takes a ticket now. */
export interface NewcomerView {
  readonly p50Minutes: number;
  readonly p90Minutes: number;
  readonly freshUntilAt: number;
  readonly basis: EstimateBasis;
}

/** For one who waits; instants. */
export interface CallView {
  readonly p50At: number;
  readonly p90At: number;
  readonly freshUntilAt: number;
  readonly basis: EstimateBasis;
}

/** A newcomer's wait in the zone; null where nobody knows. */
export function newcomerView(outlook: Outlook, zone: ZoneCode): NewcomerView | null {
  const { estimates } = outlook;
  const found = estimates?.zones.get(zone);
  if (!estimates || !found) return null;
  const p50Minutes = Math.round(found.p50Ms / MINUTE_MS);
  return {
    p50Minutes,
    p90Minutes: Math.max(p50Minutes, Math.ceil(found.p90Ms / MINUTE_MS)),
    freshUntilAt: freshUntil(outlook, estimates),
    basis: estimates.basis,
  };
}

/** When a waiting ticket is expected to be called; null where nobody knows. */
export function callView(outlook: Outlook, { id, state }: Ticket): CallView | null {
  const { estimates } = outlook;
  const found = estimates?.tickets.get(id);
  if (!estimates || !found || state.status !== 'waiting') return null;
  const { madeAt, basis } = estimates;
  const p50At = Math.round((madeAt + found.p50Ms) / MINUTE_MS) * MINUTE_MS;
  const p90At = Math.ceil((madeAt + found.p90Ms) / MINUTE_MS) * MINUTE_MS;
  return {
    p50At,
    p90At: Math.max(p50At, p90At),
    freshUntilAt: freshUntil(outlook, estimates),
    basis,
  };
}

/** The estimate as long as it may be shown; null after that, and for a copy of before there were any. */
export function fresh<T extends { readonly freshUntilAt: number }>(
  estimate: T | null | undefined,
  now: number,
): T | null {
  return estimate && now <= estimate.freshUntilAt ? estimate : null;
}

/** In steps of half the time, so that the same numbers are not sent again with every batch. */
function freshUntil({ freshForMs }: Outlook, { madeAt }: Estimates): number {
  const step = Math.max(1, freshForMs / 2);
  return Math.floor(madeAt / step) * step + freshForMs;
}

/** For the manager: what forecasts are made from, and what they were worth, today first. */
export interface AccuracyView {
  readonly basis: EstimateBasis | null;
  /** Past days that the estimates were learned from. */
  readonly days: number;
  readonly accuracy: readonly DayAccuracy[];
}

/** Today's forecasts against what came, and those of past days. */
export function accuracyView(day: Day, { estimates, past }: Outlook): AccuracyView {
  return {
    basis: estimates?.basis ?? null,
    days: estimates?.days ?? 0,
    accuracy: [accuracyOf(day), ...past.slice(0, PAST_DAYS_MAX)],
  };
}
