/**
 * How long a service is expected to take: learned from the hall's own days where there are any, else
 * the minutes of the catalogue. What was learned is part of the day's log, so that every call that
 * was decided by it can be decided again. Durations in ms.
 */
import type { ItemCode, StaffNo } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import { refused } from './refusal.ts';
import { isDue } from './routing/eligible.ts';
import type { Seeker } from './routing/eligible.ts';
import type { SetExpectations } from './system-commands.ts';

/** Handing out a result takes no service of the item. */
const PICKUP_MS = 3 * MINUTE_MS;
/** An item that no catalogue knows any more. */
const UNKNOWN_MS = 10 * MINUTE_MS;
/** Nobody is expected to take no time: scores divide by it. */
export const LEAST_MS = 30_000;

const DAYS_MAX = 10_000;
const ITEMS_MAX = 20_000;
const CLERKS_MAX = 5_000;
const ITEM_MS_MAX = 8 * 60 * MINUTE_MS;
const FACTOR_MIN = 0.1;
const FACTOR_MAX = 10;

/** What a hall has learned of its own service times. */
export interface Expectations {
  /** From so many observed days. */
  readonly days: number;
  readonly itemMs: Readonly<Record<string, number>>;
  /** A clerk's times as a multiple of the mean of all. */
  readonly clerkFactor: Readonly<Record<string, number>>;
  /** For items of another zone than the clerk's own: as a multiple. */
  readonly otherFactor?: number;
}

/** A hall without a history: the catalogue's minutes for everybody. */
export const NOTHING_LEARNED: Expectations = { days: 0, itemMs: {}, clerkFactor: {} };

/** One case of the item with this clerk, or with anybody. */
export function expectedItemMs(day: Day, item: ItemCode, clerk: StaffNo | null): number {
  const { itemMs, clerkFactor, otherFactor = 1 } = day.expectations;
  const row = day.plan.items.get(item);
  const mean = itemMs[item] ?? (row ? row.expectedMinutes * MINUTE_MS : UNKNOWN_MS);
  if (clerk === null) return mean;
  const home = day.plan.staff.get(clerk)?.homeZone ?? null;
  const isOther = home !== null && row !== undefined && row.zone !== home;
  return mean * (clerkFactor[clerk] ?? 1) * (isOther ? otherFactor : 1);
}

/** The window visit that is due, all its cases together; more than 0. */
export function expectedMs(
  day: Day,
  ticket: Pick<Seeker, 'series' | 'stop' | 'cases'>,
  clerk: StaffNo | null,
): number {
  if (ticket.series === 'L') return PICKUP_MS;
  let sum = 0;
  for (const row of ticket.cases) {
    if (isDue(ticket, row)) sum += expectedItemMs(day, row.item, clerk);
  }
  return Math.max(sum, LEAST_MS);
}

/** Takes what was learned into the day; refuses what is malformed or without end. */
export function setExpectations(day: Day, { expectations }: SetExpectations): Decision {
  if (!isSound(expectations)) return refused('malformed-expectations');
  if (JSON.stringify(expectations) === JSON.stringify(day.expectations)) {
    return refused('nothing-due');
  }
  return [{ type: 'ExpectationsSet', expectations }];
}

/** It comes from another process: nothing of its shape is taken for granted. */
function isSound(given: Partial<Record<keyof Expectations, unknown>> | null | undefined): boolean {
  const { days, itemMs, clerkFactor, otherFactor = 1 } = given ?? {};
  return (
    isWithin(days, 0, DAYS_MAX) &&
    Number.isInteger(days) &&
    isWithin(otherFactor, FACTOR_MIN, FACTOR_MAX) &&
    areAll(itemMs, ITEMS_MAX, (ms) => isWithin(ms, Number.MIN_VALUE, ITEM_MS_MAX)) &&
    areAll(clerkFactor, CLERKS_MAX, (factor) => isWithin(factor, FACTOR_MIN, FACTOR_MAX))
  );
}

/** A number and no word for one; neither without end nor none. */
function isWithin(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && value >= least && value <= most;
}

/** Rows by name, which a list is not. */
function areAll(rows: unknown, most: number, is: (value: unknown) => boolean): boolean {
  if (typeof rows !== 'object' || rows === null || Array.isArray(rows)) return false;
  const values: unknown[] = Object.values(rows);
  return values.length <= most && values.every(is);
}
