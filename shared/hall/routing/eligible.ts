/**
 * Which tickets a window and its clerk may call now. Furniture (zones, kind of window), certificates
 * and what the visit itself asks for: a transfer's target, the clerk of a held visit, a low window,
 * the time of an appointment. Only the cases of the window visit that is due bind. Nothing binds a
 * visitor to a window or clerk that has gone or cannot serve: the ticket would wait for ever.
 */
import type { ItemCode, PackageCode, StaffNo } from '../../base/ids.ts';
import { windowOfClerk } from '../at-window.ts';
import { isCertified } from '../certificates.ts';
import type { Package, Series, WindowPlace, ZoneScope } from '../config.ts';
import type { Day } from '../day.ts';
import type { Ticket } from '../ticket.ts';
import type { HallWindow } from '../window.ts';
import { clerkAt, pauseOf } from '../window.ts';
import { isForResult, placeAt } from './place.ts';

/** An appointment may be called so long before its slot, where nobody else waits. */
export const CALLABLE_BEFORE_SLOT_MS = 5 * 60_000;

/** A ticket, or one that does not exist yet: without stops and states every case binds. */
export interface Seeker {
  readonly series: Series;
  readonly package: PackageCode | null;
  readonly stop?: number;
  readonly cases: readonly {
    readonly item: ItemCode;
    readonly stop?: number;
    readonly state?: { readonly status: string };
  }[];
}

/** Whether `window` with `clerk` may call the ticket at the instant `at`. */
export function isEligible(
  day: Day,
  ticket: Ticket,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): boolean {
  return (
    isCallable(ticket, at) &&
    isMeantFor(day, ticket, window, clerk, at) &&
    isNearEnough(day, ticket, window, clerk, at) &&
    canServe(day, ticket, window, clerk) &&
    isLowEnough(day, ticket, window, clerk, at)
  );
}

/** Furniture and certificates alone: what even a manager's hand does not pass over. */
export function canServe(day: Day, ticket: Seeker, window: HallWindow, clerk: StaffNo): boolean {
  if (!windowTakes(day, ticket, window)) return false;
  return !needsCertificates(ticket) || everyDue(ticket, (item) => isCertified(day, clerk, item));
}

/** Handing out a finished result (统一出件) takes no certificate and knows no zones. */
export function needsCertificates(ticket: Pick<Seeker, 'series'>): boolean {
  return !isForResult(ticket);
}

/**
 * The furniture's half of eligibility, whoever sits there. Zones are walls in strict order alone;
 * the window's kind and what it is dedicated to always bind.
 */
export function windowTakes(day: Day, ticket: Seeker, window: HallWindow): boolean {
  return takes(day, ticket, window, day.plan.config.policy.routing === 'strict');
}

/** The same with the zones as walls, whatever the order: what a window is there for. */
export function isOwnZone(day: Day, ticket: Seeker, window: HallWindow): boolean {
  return takes(day, ticket, window, true);
}

function takes(day: Day, ticket: Seeker, window: HallWindow, hasWalls: boolean): boolean {
  const place = day.plan.windows.get(window.no);
  if (!place || (place.kind === 'collection') !== isForResult(ticket)) return false;
  if (place.kind === 'collection') return true;
  const zones = hasWalls ? window.zones : 'all';
  const takesOne = (item: ItemCode) => takesItem(day, item, zones, place);
  const pack = ticket.package === null ? undefined : day.plan.packages.get(ticket.package);
  if (!pack) return everyDue(ticket, takesOne);
  if (takesPackage(pack, zones, place)) {
    return everyDue(ticket, (item) => pack.items.includes(item) || takesOne(item));
  }
  // What is left of a package for a later window is no longer the package.
  return (ticket.stop ?? 1) > 1 && everyDue(ticket, takesOne);
}

/** Asked for every ticket at every window after each press: it makes no list of its own. */
function everyDue(ticket: Seeker, is: (item: ItemCode) => boolean): boolean {
  for (const row of ticket.cases) if (isDue(ticket, row) && !is(row.item)) return false;
  return true;
}

/** The items of the window visit that is due, as far as they are not finished. */
export function itemsDue(ticket: Seeker): ItemCode[] {
  return ticket.cases.filter((row) => isDue(ticket, row)).map((row) => row.item);
}

/** Whether a zone lies in a window's scope. */
export function inScope(zones: ZoneScope, zone: string): boolean {
  return zones === 'all' || zones.some((code) => code === zone);
}

/** An appointment that is to be called at its slot is left alone until shortly before. */
export function isCallable({ appointment }: Ticket, at: number): boolean {
  return appointment?.right !== 'slot' || at >= appointment.slotAt - CALLABLE_BEFORE_SLOT_MS;
}

/** Whether the case is served at the window visit that is due, and not finished. */
export function isDue(ticket: Pick<Seeker, 'stop'>, row: Seeker['cases'][number]): boolean {
  return row.stop === ticket.stop && (row.state === undefined || row.state.status === 'draft');
}

function takesItem(day: Day, code: ItemCode, zones: ZoneScope, place: WindowPlace): boolean {
  const item = day.plan.items.get(code);
  if (!item || !inScope(zones, item.zone)) return false;
  if (place.kind === 'dedicated') return place.items?.includes(code) ?? false;
  return place.kind !== 'domain' || place.domains.includes(item.department);
}

/** A package belongs to its own zone; its items' zones do not bind it. */
function takesPackage(pack: Package, zones: ZoneScope, place: WindowPlace): boolean {
  if (!inScope(zones, pack.zone)) return false;
  if (place.kind === 'dedicated') return place.packages?.includes(pack.code) ?? false;
  return place.kind !== 'domain';
}

/** Sent to this window or clerk; a target that has gone gives nobody a right. */
export function isSentTo({ target }: Ticket, window: HallWindow, clerk: StaffNo): boolean {
  if (target === null) return false;
  return target.kind === 'window' ? target.window === window.no : target.clerk === clerk;
}

/**
 * A transfer names a window or a clerk, a held visit its clerk: as long as they are there and can
 * serve it. Another clerk may sit there by now, or the same one at another window.
 */
function isMeantFor(
  day: Day,
  ticket: Ticket,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): boolean {
  const { target, affinity } = ticket;
  if (affinity && affinity.untilAt > at && affinity.clerk !== clerk) {
    if (serves(day, ticket, windowOfClerk(day, affinity.clerk))) return false;
  }
  if (target === null || isSentTo(ticket, window, clerk)) return true;
  const meant =
    target.kind === 'window' ? day.windows.get(target.window) : windowOfClerk(day, target.clerk);
  return !serves(day, ticket, meant);
}

function serves(day: Day, ticket: Ticket, window: HallWindow | undefined): boolean {
  const clerk = window ? clerkAt(window) : null;
  return window !== undefined && clerk !== null && canServe(day, ticket, window, clerk);
}

/** Where zones overflow, another zone's visitor comes after a long wait, or was sent or comes back. */
function isNearEnough(
  day: Day,
  ticket: Ticket,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): boolean {
  const { routing, zoneOverflowMs } = day.plan.config.policy;
  if (routing !== 'zones' || isOwnZone(day, ticket, window)) return true;
  if (at - placeAt(ticket) >= zoneOverflowMs || isSentTo(ticket, window, clerk)) return true;
  return isBackTo(ticket, clerk, at);
}

/** Came back from a hold to this clerk, who has it alone for some minutes. */
export function isBackTo({ affinity }: Ticket, clerk: StaffNo, at: number): boolean {
  return affinity !== null && affinity.clerk === clerk && affinity.untilAt > at;
}

/**
 * Who needs a low window gets one, while one is working that could take the ticket, not at lunch; but
 * where the visitor was sent, or comes back to, counts more.
 */
function isLowEnough(
  day: Day,
  ticket: Ticket,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): boolean {
  if (!ticket.accessible || isLow(day, window) || isSentTo(ticket, window, clerk)) return true;
  const { affinity } = ticket;
  if (affinity && affinity.clerk === clerk && affinity.untilAt > at) return true;
  return ![...day.windows.values()].some((other) => {
    const clerk = clerkAt(other);
    const isWorking = clerk !== null && worksOnFor(other, ticket);
    return isWorking && isLow(day, other) && canServe(day, ticket, other, clerk);
  });
}

/** Neither at a pause nor about to begin one that leaves this visitor out. */
function worksOnFor(window: HallWindow, { id }: Ticket): boolean {
  const pause = pauseOf(window);
  return pause === null || (window.state.status !== 'paused' && pause.first.includes(id));
}

function isLow(day: Day, window: HallWindow): boolean {
  return day.plan.windows.get(window.no)?.accessible ?? false;
}
