/**
 * What the promise order would have done, as the manager reads it: whole minutes, today and the days
 * before, and their sum. A day of which nothing can be said stands there with that, not with figures.
 */
import type { BusinessDate, TicketId, ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { ShadowReport } from '../forecast/shadow/shadow.ts';
import type { ShadowDoubt, ShadowWorth } from '../forecast/shadow/worth.ts';
import type { WaitFigures } from '../forecast/shadow/waits.ts';

/** So many may wait ten minutes longer than in strict order; beyond, the order harms more than it may. */
const HARM_SHARE_MAX = 0.01;

export interface ShadowMinutes {
  /** Tenths of a minute count in a mean. */
  readonly mean: number;
  readonly p95: number;
  readonly longest: number;
}

export interface ShadowRow {
  readonly date: BusinessDate;
  readonly untilAt: number;
  readonly isClosed: boolean;
  readonly worth: ShadowWorth;
  readonly visitors: number;
  readonly strict: ShadowMinutes;
  readonly promise: ShadowMinutes;
  /** As it really was, and how far the strict replay is off on average. */
  readonly real: ShadowMinutes;
  readonly errorMinutes: number;
  /** Person-minutes; negative: more waiting. */
  readonly savedMinutes: number;
  readonly sooner5: number;
  readonly worse5: number;
  readonly worse10: number;
  /** More than one in a hundred would wait ten minutes longer: more than the order is meant to cost. */
  readonly isHarmGreat: boolean;
  readonly harmed: readonly { readonly ticket: TicketId; readonly moreMinutes: number }[];
  /** Where most of those belong who would wait five minutes longer. */
  readonly harmedZone: { readonly zone: ZoneCode; readonly count: number } | null;
  /** What keeps the worth from being better, and what it rests on. */
  readonly doubts: readonly ShadowDoubt[];
  readonly elsewherePercent: number;
  readonly lost: number;
  readonly brokenPromises: number;
  readonly overtakenMax: number;
  readonly leftOut: number;
  readonly learnedDays: number;
}

/** Over the days of which something can be said. */
export interface ShadowSum {
  readonly days: number;
  readonly visitors: number;
  readonly savedMinutes: number;
  readonly strictMean: number;
  readonly promiseMean: number;
  readonly worse5: number;
  readonly worse10: number;
  readonly brokenPromises: number;
  /** How many of the days lie worse with promises than without. */
  readonly daysWorse: number;
}

export interface ShadowView {
  /** False while the hall calls in another order: then there is nothing to compare today. */
  readonly isStrict: boolean;
  readonly today: ShadowRow | null;
  /** Newest first. */
  readonly past: readonly ShadowRow[];
  /** Null where there is no day to sum. */
  readonly sum: ShadowSum | null;
}

/** The view of today's report and those of past days, newest first. */
export function shadowView(
  isStrict: boolean,
  today: ShadowReport | null,
  past: readonly ShadowReport[],
): ShadowView {
  return {
    isStrict,
    today: today && shadowRow(today),
    past: past.map(shadowRow),
    sum: sumOf(past.filter(({ worth }) => worth === 'good' || worth === 'fair')),
  };
}

function shadowRow(report: ShadowReport): ShadowRow {
  const { date, untilAt, isClosed, worth, strict, promise, real, harmed } = report;
  const { sooner5, worse5, worse10, brokenPromises, overtakenMax, learnedDays } = report;
  const { doubts, harmedZone, elsewhere, lost } = report;
  const visitors = Math.max(1, strict.visitors);
  return {
    ...{ date, untilAt, isClosed, worth, sooner5, worse5, worse10 },
    ...{ brokenPromises, overtakenMax, learnedDays, doubts, harmedZone, lost },
    isHarmGreat: worse10 > HARM_SHARE_MAX * visitors,
    elsewherePercent: Math.round((100 * elsewhere) / visitors),
    visitors: strict.visitors,
    strict: minutesOf(strict),
    promise: minutesOf(promise),
    real: minutesOf(real),
    errorMinutes: tenths(report.errorMs),
    savedMinutes: Math.round(report.savedMs / MINUTE_MS),
    harmed: harmed.map(({ ticket, moreMs }) => ({
      ticket,
      moreMinutes: Math.round(moreMs / MINUTE_MS),
    })),
    leftOut: report.neverCalled + report.lost,
  };
}

function sumOf(reports: readonly ShadowReport[]): ShadowSum | null {
  if (reports.length === 0) return null;
  const total = (of: (report: ShadowReport) => number) =>
    reports.reduce((sum, report) => sum + of(report), 0);
  const visitors = total(({ strict }) => strict.visitors);
  const mean = (of: (report: ShadowReport) => WaitFigures) =>
    tenths(total((report) => of(report).sumMs) / Math.max(1, visitors));
  return {
    ...{ days: reports.length, visitors },
    savedMinutes: Math.round(total(({ savedMs }) => savedMs) / MINUTE_MS),
    strictMean: mean(({ strict }) => strict),
    promiseMean: mean(({ promise }) => promise),
    worse5: total(({ worse5 }) => worse5),
    worse10: total(({ worse10 }) => worse10),
    brokenPromises: total(({ brokenPromises }) => brokenPromises),
    daysWorse: reports.filter(({ savedMs }) => savedMs < 0).length,
  };
}

function minutesOf({ meanMs, p95Ms, maxMs }: WaitFigures): ShadowMinutes {
  return { mean: tenths(meanMs), p95: tenths(p95Ms), longest: Math.round(maxMs / MINUTE_MS) };
}

function tenths(ms: number): number {
  return Math.round(ms / (MINUTE_MS / 10)) / 10;
}
