/**
 * The certificate that would have saved most waiting: past days are played again in strict order with
 * one clerk certified for one department more, everything else as it was. Says nothing of what people
 * could learn, only of what it would be worth; a clerk who is new to it would be slower at first.
 */
import type { DepartmentCode, ItemCode, StaffNo } from '../../base/ids.ts';
import { MINUTE_MS } from '../../base/time.ts';
import type { Day } from '../../hall/day.ts';
import { servesVisitors } from '../../hall/plan.ts';
import type { ObservedDay } from '../observed/observed-day.ts';
import { hallAbility } from '../shadow/abilities.ts';
import { replayOrder } from '../shadow/orders.ts';
import { Replay } from '../shadow/replay.ts';

/** One clerk and one department: visitor-minutes a week of five days, and how many of the days gain. */
export interface TrainingGain {
  readonly clerk: StaffNo;
  readonly department: DepartmentCode;
  /** Items of the department that the clerk has no certificate for today. */
  readonly items: number;
  readonly minutesAWeek: number;
  readonly daysBetter: number;
}

export interface Training {
  /** Days that were played again; below three nothing is said. */
  readonly days: number;
  /** Best first, at most three; what saves less than half an hour a week is left out. */
  readonly gains: readonly TrainingGain[];
}

const DAYS_MAX = 5;
/** Below this nothing is said. */
export const TRAINING_DAYS_MIN = 3;
const VISITORS_MIN = 30;
const DEPARTMENTS_MAX = 4;
const CLERKS_MAX = 4;
const GAINS_MAX = 3;
const GAIN_MIN_MINUTES = 30;
const WEEK_DAYS = 5;

/** The newest days of `past` that were whole and busy enough; `day` lends rules and certificates. */
export function trainingOf(day: Day, past: readonly ObservedDay[]): Training {
  const days = past
    .filter(({ isClosed, tickets }) => isClosed && tickets.length >= VISITORS_MIN)
    .slice(-DAYS_MAX);
  if (days.length < TRAINING_DAYS_MIN) return { days: days.length, gains: [] };
  const before = days.map((observed) => waitedMinutes(observed, day));
  const gains = pairsOf(day, days).map(({ clerk, department, items }): TrainingGain => {
    const trained = withCertificates(day, clerk, items);
    const saved = days.map((row, index) => (before[index] ?? 0) - waitedMinutes(row, trained));
    const sum = saved.reduce((total, minutes) => total + minutes, 0);
    return {
      ...{ clerk, department, items: items.length },
      minutesAWeek: Math.round((sum * WEEK_DAYS) / days.length),
      daysBetter: saved.filter((minutes) => minutes > 0).length,
    };
  });
  return {
    days: days.length,
    gains: gains
      .filter(({ minutesAWeek }) => minutesAWeek >= GAIN_MIN_MINUTES)
      .sort((left, right) => right.minutesAWeek - left.minutesAWeek)
      .slice(0, GAINS_MAX),
  };
}

/** All waits of a day, played again under the day's own rules. */
function waitedMinutes(observed: ObservedDay, day: Day): number {
  const visits = new Replay(observed, hallAbility(day)).run(replayOrder('zones'));
  return visits.reduce((sum, { waitMs }) => sum + waitMs, 0) / MINUTE_MS;
}

interface Pair {
  readonly clerk: StaffNo;
  readonly department: DepartmentCode;
  readonly items: readonly ItemCode[];
}

/** The departments that are waited for most, each with the clerks who had most time. */
function pairsOf(day: Day, days: readonly ObservedDay[]): Pair[] {
  const waits = new Map<DepartmentCode, number>();
  const busyMs = new Map<StaffNo, number>();
  for (const { clerk, items, calledAt, waitedFromAt, endedAt } of days.flatMap(
    ({ services }) => services,
  )) {
    busyMs.set(clerk, (busyMs.get(clerk) ?? 0) + (endedAt ?? calledAt) - calledAt);
    for (const { department } of items) {
      waits.set(department, (waits.get(department) ?? 0) + calledAt - waitedFromAt);
    }
  }
  const departments = [...waits].sort((left, right) => right[1] - left[1]);
  const clerks = [...busyMs].sort((left, right) => left[1] - right[1]);
  return departments.slice(0, DEPARTMENTS_MAX).flatMap(([department]) =>
    clerks
      .flatMap(([clerk]): Pair[] => {
        const items = missingItems(day, clerk, department);
        return items.length > 0 ? [{ clerk, department, items }] : [];
      })
      .slice(0, CLERKS_MAX),
  );
}

/** What of the department the clerk may not handle; nothing for people who serve nobody. */
function missingItems({ plan, date }: Day, clerk: StaffNo, department: DepartmentCode): ItemCode[] {
  const person = plan.staff.get(clerk);
  if (!person || person.retired || !servesVisitors(person)) return [];
  const skills = plan.skills.get(clerk);
  return plan.config.items
    .filter((item) => item.department === department && !item.retired)
    .filter(({ code }) => (skills?.get(code) ?? '') < date)
    .map(({ code }) => code);
}

function withCertificates(day: Day, clerk: StaffNo, items: readonly ItemCode[]): Day {
  const own = new Set([...(day.grants.get(clerk) ?? []), ...items]);
  return { ...day, grants: new Map([...day.grants, [clerk, own]]) };
}
