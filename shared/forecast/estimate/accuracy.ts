/**
 * What the forecasts of a day were worth: the wait told at issue against the wait to the first call.
 * Whoever left before being called has no outcome and is counted as such, not left out in silence.
 */
import type { BusinessDate, ZoneCode } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { Day } from '../../hall/day.ts';
import type { EstimateBasis } from '../../hall/estimates.ts';
import type { Ticket } from '../../hall/ticket.ts';
import type { Outcome } from './calibrate.ts';

/** A forecast with its outcome as it was told to the visitor. */
export interface Told extends Outcome {
  readonly p90Ms: number;
  readonly basis: EstimateBasis;
}

export interface Accuracy {
  /** Visitors with a forecast who were called. */
  readonly count: number;
  /** Mean of |waited − p50|, ms. */
  readonly errorMs: number;
  /** Mean of waited − p50, ms: above 0 the hall promised too much. */
  readonly biasMs: number;
  /** Share called within their p90. */
  readonly coverage: number;
  readonly meanWaitMs: number;
}

export interface DayAccuracy {
  readonly date: BusinessDate;
  /** Null while nobody with a forecast was called. */
  readonly all: Accuracy | null;
  readonly zones: readonly (Accuracy & { readonly zone: ZoneCode })[];
  /** `mixed`: the catalogue's first, the hall's own later. */
  readonly basis: EstimateBasis | 'mixed' | null;
  /** Had a forecast and left before a call. */
  readonly gone: number;
}

/** What the day's forecasts were worth so far. */
export function accuracyOf(day: Day): DayAccuracy {
  const told = toldOn(day);
  const bases = new Set(told.map(({ basis }) => basis));
  const [basis = null] = bases;
  return {
    date: day.date,
    all: sumUp(told),
    zones: [...Map.groupBy(told, ({ zone }) => zone)].flatMap(([zone, rows]) => {
      const sums = sumUp(rows);
      return sums ? [{ zone, ...sums }] : [];
    }),
    basis: bases.size > 1 ? 'mixed' : basis,
    gone: [...day.tickets.values()].filter(isGone).length,
  };
}

/** The day's forecasts that have an outcome. */
export function toldOn(day: Day): Told[] {
  return [...day.tickets.values()].flatMap(({ forecast, firstCalledAt, arrivedAt, zone }) => {
    if (!forecast || firstCalledAt === null) return [];
    const { p50Ms, p90Ms, rawP90Ms = p90Ms, basis } = forecast;
    return [{ zone, p50Ms, p90Ms, rawP90Ms, basis, waitedMs: firstCalledAt - arrivedAt }];
  });
}

/** Those that corrections learn from: a credit's forecast is another's, corrected already. */
export function newcomersOn(day: Day): Told[] {
  const plain = new Map([...day.tickets].filter(([, { creditMs }]) => creditMs === 0));
  return toldOn({ ...day, tickets: plain });
}

/** Sums over told forecasts; null of none. */
export function sumUp(told: readonly Told[]): Accuracy | null {
  const count = told.length;
  if (count === 0) return null;
  const mean = (of: (row: Told) => number) => told.reduce((sum, row) => sum + of(row), 0) / count;
  return {
    count,
    errorMs: mean(({ waitedMs, p50Ms }) => Math.abs(waitedMs - p50Ms)),
    biasMs: mean(({ waitedMs, p50Ms }) => waitedMs - p50Ms),
    coverage: mean(({ waitedMs, p90Ms }) => (waitedMs <= asTold(p90Ms) ? 1 : 0)),
    meanWaitMs: mean(({ waitedMs }) => waitedMs),
  };
}

/** Screens and paper tell whole minutes, rounded up, and never less than one. */
function asTold(p90Ms: number): number {
  return Math.max(1, Math.ceil(p90Ms / MINUTE_MS)) * MINUTE_MS;
}

function isGone({ forecast, firstCalledAt, state }: Ticket): boolean {
  const isOver = state.status === 'abandoned' || state.status === 'expired';
  return forecast !== null && firstCalledAt === null && isOver;
}
