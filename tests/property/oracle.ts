/**
 * The rules of calling, told once more and naively, straight from the configuration: no lookups, no
 * sorted queue, nothing shared with the routing. What decides differently is wrong, one or the other.
 */
import type { ItemCode, StaffNo, TicketId } from '../../shared/base/ids.ts';
import type { HallConfig, ServiceItem } from '../../shared/hall/config.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import type { HallWindow } from '../../shared/hall/window.ts';
import { bestScore, overdue } from './oracle-order.ts';
import type { Asking } from './oracle-order.ts';

const FIVE_MINUTES_MS = 300_000;

/** The ticket that this window and clerk are to call at that instant, or null. */
export function oracleChoice(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): TicketId | null {
  const able = [...day.tickets.values()].filter(
    (ticket) => ticket.state.status === 'waiting' && mayCall(day, ticket, window, clerk, at),
  );
  const { state } = window;
  const before = state.status === 'idle' ? state.pauseAfter : null;
  const first = (list: readonly Ticket[]) => earliest(list)?.id ?? null;
  if (before) return first(able.filter((ticket) => before.first.includes(ticket.id)));
  const returned = able.filter(
    ({ affinity }) => affinity !== null && affinity.clerk === clerk && affinity.untilAt > at,
  );
  if (returned.length > 0) return first(returned);
  const sent = able.filter(
    ({ target }) =>
      (target?.kind === 'window' && target.window === window.no) ||
      (target?.kind === 'clerk' && target.clerk === clerk),
  );
  if (sent.length > 0) return first(sent);
  const byPromise = day.plan.config.policy.routing === 'promise';
  const asking: Asking = {
    ...{ day, clerk, at, dueItems: due, itemIn: (code) => itemIn(day.plan.config, code) },
    isOwn: (ticket) => takesByZone(day, ticket, window, window.zones),
    windowsFor: (ticket) =>
      [...day.windows.values()].filter(
        (other) =>
          other.state.status !== 'closed' &&
          mayCall(day, ticket, other, other.state.session.clerk, at),
      ).length,
  };
  const late = byPromise ? overdue(asking, able) : null;
  if (late) return isCreditUsedUp(day, window, able, late, asking) ?? late.id;
  return byOrder(asking, window, able);
}

/** Rights that everybody sees, then the lane, then the order that the hall has chosen. */
function byOrder(asking: Asking, window: HallWindow, able: readonly Ticket[]): TicketId | null {
  const { day, at } = asking;
  const atSlot = able.filter(
    ({ appointment }) => appointment?.right === 'slot' && appointment.slotAt <= at,
  );
  if (atSlot.length > 0) return earliest(atSlot)?.id ?? null;
  const green = able.filter((ticket) => ticket.green !== null && ticket.green.untilAt > at);
  if (green.length > 0) return oldestGrant(green);
  const short = inLane(day, window, able, at);
  if (day.plan.config.policy.routing !== 'promise') {
    return earliest(short)?.id ?? byWait(day, window, able, at);
  }
  return (bestScore(asking, short) ?? bestScore(asking, able))?.id ?? null;
}

/** A promise brought forward by a credit steps back where the share is used up. */
function isCreditUsedUp(
  day: Day,
  window: HallWindow,
  able: readonly Ticket[],
  late: Ticket,
  asking: Asking,
): TicketId | null {
  const { overtakenMax } = day.plan.config.policy;
  const isGreen = late.green !== null && late.green.untilAt > asking.at;
  if (isGreen || late.overtaken >= overtakenMax) return null;
  if (!stepsBack(day, window, able, late, asking.at)) return null;
  const normal = able.filter((ticket) => ticket.creditMs === 0);
  return overdue(asking, normal)?.id ?? byOrder(asking, { ...window, lane: 'any' }, normal);
}

function oldestGrant(green: readonly Ticket[]): TicketId | null {
  const since = Math.min(...green.map((ticket) => ticket.green?.grantedAt ?? Infinity));
  return earliest(green.filter((ticket) => ticket.green?.grantedAt === since))?.id ?? null;
}

function inLane(
  day: Day,
  window: HallWindow,
  able: readonly Ticket[],
  at: number,
): readonly Ticket[] {
  if (window.lane !== 'flash') return [];
  const { flashYieldWaitMs } = day.plan.config.policy;
  const longest = Math.max(0, ...able.map((ticket) => at - ticket.orderKey - ticket.creditMs));
  if (longest > flashYieldWaitMs) return [];
  return able.filter((ticket) =>
    due(ticket).every((code) => itemIn(day.plan.config, code)?.flash === true),
  );
}

/** The strict order, where a credit may have to step back. */
function byWait(
  day: Day,
  window: HallWindow,
  able: readonly Ticket[],
  at: number,
): TicketId | null {
  const best = earliest(able);
  if (!best) return null;
  const normal = able.filter((ticket) => ticket.creditMs === 0);
  return stepsBack(day, window, able, best, at) ? (earliest(normal)?.id ?? best.id) : best.id;
}

/** One in three was boosted while others wait long: the credit that would pass somebody waits. */
function stepsBack(
  day: Day,
  window: HallWindow,
  able: readonly Ticket[],
  best: Ticket,
  at: number,
): boolean {
  const placeOf = ({ orderKey, creditMs }: Ticket) => orderKey + creditMs;
  const passes = able.some((other) => placeOf(other) < placeOf(best));
  if (best.creditMs === 0 || !passes) return false;
  const normal = able.filter((ticket) => ticket.creditMs === 0);
  const waits = normal.map((ticket) => at - placeOf(ticket)).sort((left, right) => left - right);
  const p90 = waits[Math.ceil(waits.length * 0.9) - 1] ?? 0;
  const { priorityShareMax, priorityShareAboveWaitMs } = day.plan.config.policy;
  const lastCalls = window.boosts.slice(1 - Math.round(1 / priorityShareMax));
  const isUsedUp = lastCalls.includes(true);
  return isUsedUp && p90 > priorityShareAboveWaitMs;
}

function earliest(list: readonly Ticket[]): Ticket | null {
  return list.reduce<Ticket | null>(
    (best, ticket) => (best === null || isBefore(ticket, best) ? ticket : best),
    null,
  );
}

function isBefore(left: Ticket, right: Ticket): boolean {
  return (
    left.orderKey < right.orderKey ||
    (left.orderKey === right.orderKey && left.orderSeq < right.orderSeq)
  );
}

function due({ cases, stop }: Ticket): ItemCode[] {
  const rows = cases.filter((row) => row.state.status === 'draft' && row.stop === stop);
  return rows.map((row) => row.item);
}

const clerkOf = ({ state }: HallWindow) => (state.status === 'closed' ? null : state.session.clerk);

function mayCall(
  day: Day,
  ticket: Ticket,
  window: HallWindow,
  clerk: StaffNo,
  at: number,
): boolean {
  const { appointment, target, affinity, accessible } = ticket;
  if (appointment?.right === 'slot' && at < appointment.slotAt - FIVE_MINUTES_MS) return false;
  const windows = [...day.windows.values()];
  const couldThere = (is: (other: HallWindow) => boolean) =>
    windows.some((other) => {
      const there = clerkOf(other);
      return is(other) && there !== null && canTake(day, ticket, other, there);
    });
  const isBack = affinity !== null && at < affinity.untilAt;
  if (isBack && affinity.clerk !== clerk) {
    if (couldThere((other) => clerkOf(other) === affinity.clerk)) return false;
  }
  if (target?.kind === 'clerk' && target.clerk !== clerk) {
    if (couldThere((other) => clerkOf(other) === target.clerk)) return false;
  }
  if (target?.kind === 'window' && target.window !== window.no) {
    if (couldThere((other) => other.no === target.window)) return false;
  }
  if (!canTake(day, ticket, window, clerk)) return false;
  const isLow = (no: number) =>
    day.plan.config.windows.some((place) => place.no === no && place.accessible);
  const isSent = target?.kind === 'clerk' ? target.clerk === clerk : target?.window === window.no;
  const isOwn = isSent || (isBack && affinity.clerk === clerk);
  const { routing, zoneOverflowMs } = day.plan.config.policy;
  const isFar = routing === 'zones' && !takesByZone(day, ticket, window, window.zones);
  const waitedMs = at - ticket.orderKey - ticket.creditMs;
  if (isFar && !isOwn && waitedMs < zoneOverflowMs) return false;
  if (!accessible || isLow(window.no) || isOwn) return true;
  return !windows.some((other) => {
    const there = clerkOf(other);
    const isThere = there !== null && callsOn(other, ticket.id);
    return isThere && isLow(other.no) && canTake(day, ticket, other, there);
  });
}

/** No lunch, and none to come before this visitor's turn. */
function callsOn({ state }: HallWindow, ticket: TicketId): boolean {
  if (state.status === 'paused' || state.status === 'closed') return false;
  return state.pauseAfter?.first.includes(ticket) ?? true;
}

/** Zones are walls in strict order alone. */
function canTake(day: Day, ticket: Ticket, window: HallWindow, clerk: StaffNo): boolean {
  const zones = day.plan.config.policy.routing === 'strict' ? window.zones : 'all';
  if (!takesByZone(day, ticket, window, zones)) return false;
  const isGranted = (code: ItemCode) => day.grants.get(clerk)?.has(code) === true;
  return (
    ticket.series === 'L' ||
    due(ticket).every((code) => isGranted(code) || holdsCertificate(day, clerk, code))
  );
}

/** The furniture alone, with these zones. */
function takesByZone(
  day: Day,
  ticket: Ticket,
  window: HallWindow,
  zones: HallWindow['zones'],
): boolean {
  const { config } = day.plan;
  const place = config.windows.find((one) => one.no === window.no);
  if (!place) return false;
  if (place.kind === 'collection' && ticket.series !== 'L') return false;
  if (place.kind !== 'collection' && ticket.series === 'L') return false;
  if (ticket.series === 'L') return true;
  const serves = (zone: string) => zones === 'all' || zones.some((one) => one === zone);
  const pack = config.packages.find((one) => one.code === ticket.package);
  const takesPack = pack !== undefined && place.kind !== 'domain' && serves(pack.zone);
  if (pack && !takesPack && ticket.stop === 1) return false;
  return due(ticket).every((code) => {
    const item = itemIn(config, code);
    if (!item) return false;
    if (takesPack && pack.items.includes(code)) return true;
    const inDomain = place.kind !== 'domain' || place.domains.includes(item.department);
    return inDomain && serves(item.zone);
  });
}

const catalogues = new WeakMap<HallConfig, Map<string, ServiceItem>>();

function itemIn(config: HallConfig, code: ItemCode): ServiceItem | undefined {
  const known = catalogues.get(config);
  if (known) return known.get(code);
  catalogues.set(config, new Map(config.items.map((item) => [item.code, item])));
  return itemIn(config, code);
}

/** Whether the clerk's certificate names the item and is valid on the day. */
export function holdsCertificate(day: Day, clerk: StaffNo, code: ItemCode): boolean {
  const { config } = day.plan;
  const person = config.staff.find((one) => one.staffNo === clerk);
  const item = itemIn(config, code);
  if (!person || !item || person.certificateExpires === null) return false;
  if (person.certificateExpires < day.date) return false;
  if (person.extraItems.includes(code)) return true;
  if (person.excludedItems.includes(code)) return false;
  return person.certifiedDepartments.includes(item.department);
}
