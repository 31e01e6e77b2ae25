/**
 * What the clerks who are there can handle where they sit, and what they cannot: holes are shown before
 * they hurt, with the people who could close them. A hole is of certificates, or of furniture: who is
 * certified sits at a window that does not take it. A clerk is present while sitting at a window,
 * paused or not. An emergency certificate is a manager's decision, stands in the log and holds for
 * this day alone.
 */
import type { DepartmentCode, ItemCode, StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import { DAY_MS } from '../base/time.ts';
import { startOfDay } from '../calendar/business-date.ts';
import { isCertified } from './certificates.ts';
import type { ServiceItem } from './config.ts';
import type { GrantCertificate } from './hall-commands.ts';
import type { Day } from './day.ts';
import type { Decision } from './decision.ts';
import { servesVisitors } from './plan.ts';
import { refused } from './refusal.ts';
import type { Seeker } from './routing/eligible.ts';
import { canServe, isEligible } from './routing/eligible.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';
import { clerkAt } from './window.ts';

const HELPERS_MAX = 10;
const ITEMS_MAX = 100;

/** Items of one department for which nobody can be called at any open window. */
export interface CoverageHole {
  readonly department: DepartmentCode;
  /** nobody: none of those present is certified; elsewhere: whoever is sits at a wrong window. */
  readonly why: 'nobody' | 'elsewhere';
  readonly count: number;
  /** The first hundred of them, what is most wanted first. */
  readonly items: readonly ItemCode[];
  /** Who could close it, first who sits at a wrong window, then whoever covers most; at most ten. */
  readonly helpers: readonly CoverageHelper[];
}

export interface CoverageHelper {
  readonly clerk: StaffNo;
  /** Where the clerk sits now; null while not present. */
  readonly window: WindowNo | null;
  /** How many of the hole's items the clerk's certificates name, ended ones too. */
  readonly items: number;
  /** Days since the certificate ended; null where it is valid: today's emergency grant is, too. */
  readonly expiredDaysAgo: number | null;
}

/** A clerk who sits at a window. */
interface Present {
  readonly window: HallWindow;
  readonly clerk: StaffNo;
}

/** Clerks who sit at a window, each with the window. */
export function presentClerks(day: Day): Present[] {
  return [...day.windows.values()].flatMap((window) => {
    const clerk = clerkAt(window);
    return clerk === null ? [] : [{ window, clerk }];
  });
}

/**
 * Why nobody can be called for the item, or null where somebody can: the question that routing asks
 * of a ticket with this item alone, at each window where somebody sits.
 */
export function holeOf(
  day: Day,
  item: Pick<ServiceItem, 'code' | 'zone'>,
  present: readonly Present[],
): CoverageHole['why'] | null {
  const series = day.plan.zones.get(item.zone)?.series ?? 'A';
  const visit: Seeker = { series, package: null, cases: [{ item: item.code }] };
  if (present.some(({ window, clerk }) => canServe(day, visit, window, clerk))) return null;
  const isElsewhere = present.some(({ clerk }) => isCertified(day, clerk, item.code));
  return isElsewhere ? 'elsewhere' : 'nobody';
}

/** The holes, one row for each department and reason, the largest first. */
export function coverageHoles(day: Day): CoverageHole[] {
  const present = presentClerks(day);
  const byWish = day.plan.config.items
    .filter(({ retired }) => !retired)
    .sort((a, b) => b.popularity - a.popularity);
  const rows = byWish.flatMap((item) => {
    const why = holeOf(day, item, present);
    return why === null ? [] : [{ code: item.code, department: item.department, why }];
  });
  const seats = new Map(present.map(({ window, clerk }) => [clerk, window.no]));
  return [...Map.groupBy(rows, ({ department, why }) => `${why}/${department}`).values()]
    .flatMap((group) => {
      const items = group.map(({ code }) => code);
      return group.slice(0, 1).map(({ department, why }) => ({
        ...{ department, why, count: items.length, items: items.slice(0, ITEMS_MAX) },
        helpers: helpersFor(day, items, seats),
      }));
    })
    .sort(
      (a, b) =>
        b.count - a.count ||
        (a.department < b.department ? -1 : Number(a.department > b.department)) ||
        (a.why === 'nobody' ? -1 : 1),
    );
}

function helpersFor(
  day: Day,
  items: readonly ItemCode[],
  seats: ReadonlyMap<StaffNo, WindowNo>,
): CoverageHelper[] {
  const helpers: CoverageHelper[] = [];
  for (const person of day.plan.config.staff) {
    const skills = day.plan.skills.get(person.staffNo);
    const granted = day.grants.get(person.staffNo);
    const ends = items
      .flatMap((item) => (granted?.has(item) ? day.date : (skills?.get(item) ?? [])))
      .sort();
    const last = ends.at(-1);
    if (person.retired || last === undefined) continue;
    helpers.push({
      clerk: person.staffNo,
      window: seats.get(person.staffNo) ?? null,
      items: ends.length,
      expiredDaysAgo: last < day.date ? daysSince(last, day) : null,
    });
  }
  const ended = (row: CoverageHelper) => row.expiredDaysAgo ?? 0;
  const away = (row: CoverageHelper) => (sitsElsewhere(row) ? 0 : 1);
  return helpers
    .sort(
      (a, b) =>
        away(a) - away(b) ||
        b.items - a.items ||
        ended(a) - ended(b) ||
        (a.clerk < b.clerk ? -1 : 1),
    )
    .slice(0, HELPERS_MAX);
}

/** Certified and present, and yet nobody is called there: the window does not take it. */
export function sitsElsewhere({ window, expiredDaysAgo }: CoverageHelper): boolean {
  return window !== null && expiredDaysAgo === null;
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
