/**
 * When the hall is open, and whether a ticket may be taken now: sessions of a working day, cut-offs of
 * each session, times and quotas of single items. A hall that is always open knows neither sessions
 * nor cut-offs; a quota binds there too. Everything is answered as instants, for screens that are cut
 * off and must know by themselves when to sleep and to wake.
 */
import type { BusinessDate, ItemCode, PackageCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import { businessDateAt, hallTime, startOfDay } from '../calendar/business-date.ts';
import { holidayOn, isWorkingDay, nextWorkingDay } from '../calendar/working-days.ts';
import type { Names } from '../text/language.ts';
import type { Cutoff, ServiceItem } from './config.ts';
import type { Day } from './day.ts';
import type { Plan } from './plan.ts';
import { usedUpQuota } from './quotas.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';

export interface SessionHours {
  readonly openAt: number;
  readonly closeAt: number;
}

export interface DayHours {
  readonly isWorkingDay: boolean;
  /** The holiday that closes the hall; null on a working day and on a plain weekend. */
  readonly holiday: Names | null;
  /** Empty on a day off. */
  readonly sessions: readonly SessionHours[];
  /** Screens and kiosks wake; null on a day off. */
  readonly kioskOnAt: number | null;
  /** The first session of the next working day, and when screens wake for it. */
  readonly nextOpenAt: number | null;
  readonly nextKioskOnAt: number | null;
}

/** The opening hours of a date, and of the first working day after it, within 400 days. */
export function hoursOn(plan: Plan, date: BusinessDate): DayHours {
  const { calendar, kioskOnAt } = plan.config;
  const isWorked = isWorkingDay(calendar, date);
  const next = nextWorkingDay(calendar, date);
  return {
    isWorkingDay: isWorked,
    holiday: isWorked ? null : (holidayOn(calendar, date)?.name ?? null),
    sessions: isWorked ? sessionsOf(plan, date) : [],
    kioskOnAt: isWorked ? instantOn(date, kioskOnAt) : null,
    nextOpenAt: next && (sessionsOf(plan, next)[0]?.openAt ?? null),
    nextKioskOnAt: next && instantOn(next, kioskOnAt),
  };
}

/** The next instant at which a session begins, today or later; null when none is known. */
export function nextOpening(plan: Plan, at: number): number | null {
  const hours = hoursOn(plan, businessDateAt(at));
  return hours.sessions.find(({ openAt }) => openAt > at)?.openAt ?? hours.nextOpenAt;
}

/** Whether visitors are received at that instant. */
export function isOpenAt(plan: Plan, at: number): boolean {
  if (plan.config.policy.alwaysOpen) return true;
  const { sessions } = hoursOn(plan, businessDateAt(at));
  return sessions.some(({ openAt, closeAt }) => openAt <= at && at < closeAt);
}

/** The end of the date's last session; null on a day off. */
export function lastCloseAt(plan: Plan, date: BusinessDate): number | null {
  return hoursOn(plan, date).sessions.at(-1)?.closeAt ?? null;
}

export interface WantedTicket {
  readonly items: readonly ItemCode[];
  readonly package?: PackageCode | null;
  readonly at: number;
}

/** Why no ticket may be taken for these items now, or null when one may. */
export function mayIssue(day: Day, wanted: WantedTicket): Refusal | null {
  const { config, items } = day.plan;
  const rows = wanted.items.flatMap((code) => items.get(code) ?? []);
  if (!config.policy.alwaysOpen) {
    const closed = closedFor(day.plan, rows, wanted);
    if (closed) return closed;
  }
  return usedUpQuota(day, wanted.items);
}

function closedFor(
  plan: Plan,
  rows: readonly ServiceItem[],
  { at, package: pack }: WantedTicket,
): Refusal | null {
  const date = businessDateAt(at);
  const { sessions, kioskOnAt } = hoursOn(plan, date);
  const place = sessions.findIndex(({ closeAt }) => at < closeAt);
  const session = sessions[place];
  if (!session) return refused('hall-closed');
  const isEarly = at < session.openAt;
  const isAwake = kioskOnAt !== null && at >= kioskOnAt;
  if (isEarly && !(plan.config.policy.preOpenIssue && isAwake)) {
    return refused('not-open-yet', hallTime(session.openAt));
  }
  const cutoff = earliest(
    rows.map((item) => cutoffFor(plan.config.cutoffs, item, Boolean(pack))?.at[place]),
  );
  if (cutoff !== undefined && hallTime(at) >= cutoff) return refused('past-cutoff', cutoff);
  return itemNotNow(plan, rows, hallTime(at));
}

/** The first row that fits an item decides, as the hall wrote them. */
export function cutoffFor(
  cutoffs: readonly Cutoff[],
  item: ServiceItem,
  isPackage: boolean,
): Cutoff | undefined {
  return cutoffs.find(
    (row) =>
      (row.items?.includes(item.code) ?? true) &&
      (row.zone ?? item.zone) === item.zone &&
      (row.kinds?.includes(item.kind) ?? true) &&
      (row.packages === undefined || isPackage) &&
      (row.flash === undefined || item.flash) &&
      item.expectedMinutes >= (row.minExpectedMinutes ?? 0),
  );
}

function itemNotNow(plan: Plan, rows: readonly ServiceItem[], now: string): Refusal | null {
  for (const { code } of rows) {
    const rule = plan.config.itemRules.find(({ item }) => item === code);
    if (!rule) continue;
    const { from = '00:00', to = '24:00' } = rule;
    if (now < from || now >= to) return refused('item-not-now', `${from}–${to}`);
  }
  return null;
}

function sessionsOf(plan: Plan, date: BusinessDate): SessionHours[] {
  return plan.config.sessions.map(({ open, close }) => ({
    openAt: instantOn(date, open),
    closeAt: instantOn(date, close),
  }));
}

/** `HH:MM` of a day as an instant; `24:00` is the next midnight. */
export function instantOn(date: BusinessDate, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return startOfDay(date) + (hours * 60 + minutes) * MINUTE_MS;
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.filter((time) => time !== undefined).sort()[0];
}
