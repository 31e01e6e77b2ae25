/**
 * What the clerks who are there can handle, and what they cannot: holes of the certificate matrix are
 * shown before they hurt, with the people who could close them. A clerk is present while sitting at a
 * window, paused or not. An emergency certificate is a manager's decision, stands in the log and holds
 * for this day alone.
 */
import type { DepartmentCode, ItemCode, StaffNo, TicketId } from '../base/ids.ts';
import { DAY_MS } from '../base/time.ts';
import { startOfDay } from '../calendar/business-date.ts';
import { isCertified } from './certificates.ts';
import type { GrantCertificate } from './hall-commands.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import { servesVisitors } from './plan.ts';
import { refused } from './refusal.ts';
import { isEligible } from './routing/eligible.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';
import { clerkAt } from './window.ts';

const HELPERS_MAX = 10;
const ITEMS_MAX = 100;

/** Items of one department that nobody present may handle. */
export interface CoverageHole {
  readonly department: DepartmentCode;
  readonly count: number;
  /** The first hundred of them, what is most wanted first. */
  readonly items: readonly ItemCode[];
  /** Who could close it, whoever covers most of it first; at most ten. */
  readonly helpers: readonly CoverageHelper[];
}

export interface CoverageHelper {
  readonly clerk: StaffNo;
  readonly isPresent: boolean;
  /** How many of the hole's items the clerk's certificates name, ended ones too. */
  readonly items: number;
  /** Days since the certificate ended; null where it is valid and only the clerk is missing. */
  readonly expiredDaysAgo: number | null;
}

/** Clerks who sit at a window. */
export function presentClerks(day: Day): StaffNo[] {
  return [...day.windows.values()].flatMap((window) => clerkAt(window) ?? []);
}

/** The holes, one row for each department that has one, the largest first. */
export function coverageHoles(day: Day): CoverageHole[] {
  const present = presentClerks(day);
  const holes = new Map<DepartmentCode, ItemCode[]>();
  const byWish = [...day.plan.config.items].sort((a, b) => b.popularity - a.popularity);
  for (const { code, department, retired } of byWish) {
    if (retired || present.some((clerk) => isCertified(day, clerk, code))) continue;
    const items = holes.get(department);
    if (items) items.push(code);
    else holes.set(department, [code]);
  }
  return [...holes]
    .map(([department, items]) => ({
      department,
      count: items.length,
      items: items.slice(0, ITEMS_MAX),
      helpers: helpersFor(day, items, new Set(present)),
    }))
    .sort((a, b) => b.count - a.count || (a.department < b.department ? -1 : 1));
}

function helpersFor(
  day: Day,
  items: readonly ItemCode[],
  present: ReadonlySet<StaffNo>,
): CoverageHelper[] {
  const helpers: CoverageHelper[] = [];
  for (const person of day.plan.config.staff) {
    const skills = day.plan.skills.get(person.staffNo);
    const ends = items.flatMap((item) => skills?.get(item) ?? []).sort();
    const last = ends.at(-1);
    if (person.retired || last === undefined) continue;
    helpers.push({
      clerk: person.staffNo,
      isPresent: present.has(person.staffNo),
      items: ends.length,
      expiredDaysAgo: last < day.date ? daysSince(last, day) : null,
    });
  }
  const ended = (row: CoverageHelper) => row.expiredDaysAgo ?? 0;
  return helpers
    .sort((a, b) => b.items - a.items || ended(a) - ended(b) || (a.clerk < b.clerk ? -1 : 1))
    .slice(0, HELPERS_MAX);
}

function daysSince(date: string, day: Day): number {
  return Math.round((startOfDay(day.date) - Date.parse(`${date}T00:00:00+08:00`)) / DAY_MS);
}

/**
 * Waiting tickets that this window with this clerk may call at `at`, and no other window that is open
 * and neither paused nor about to pause.
 */
export function onlyHere(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  at: number = day.lastAt,
): Ticket[] {
  const others = [...day.windows.values()].filter((other) => other !== window && isCalling(other));
  return day.waiting.filter((ticket) => {
    if (!isEligible(day, ticket, window, clerk, at)) return false;
    return !others.some((other) => {
      const there = clerkAt(other);
      return there !== null && isEligible(day, ticket, other, there, at);
    });
  });
}

/** The numbers of `onlyHere`, at most `limit` of them. */
export function idsOnlyHere(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  limit: number,
): TicketId[] {
  return onlyHere(day, window, clerk)
    .slice(0, limit)
    .map(({ id }) => id);
}

function isCalling({ state }: HallWindow): boolean {
  return state.status !== 'closed' && state.status !== 'paused' && state.pauseAfter === null;
}

/** An emergency certificate for the rest of the day; what the clerk may do already is left out. */
export function grantCertificate(day: Day, command: GrantCertificate): Decision {
  const person = day.plan.staff.get(command.clerk);
  if (!person || person.retired) return refused('unknown-clerk', command.clerk);
  if (!servesVisitors(person)) return refused('not-certified', command.clerk);
  const wanted = [...new Set(command.items)];
  if (wanted.length === 0) return refused('no-items');
  const unknown = wanted.find((code) => day.plan.items.get(code)?.retired !== undefined);
  const missing = unknown ?? wanted.find((code) => !day.plan.items.has(code));
  if (missing) return refused('unknown-item', missing);
  const items = wanted.filter((code) => !isCertified(day, command.clerk, code));
  if (items.length === 0) return refused('already-certified');
  const { clerk, reason } = command;
  return [{ type: 'CertificateGranted', clerk, items, reason }];
}
