/**
 * A new version of the configuration takes hold of a day that is going on: which waiting tickets it
 * moves, and how. Pure, for the dry run and the event are the same sum. Publishing drops nobody:
 * whatever a ticket was issued with stays in the configuration, at most retired, and only tickets
 * that wait are moved. A zone that a transfer chose and a credit that somebody set stay as they are.
 */
import type { TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import { MINUTE_MS } from '../base/time.ts';
import type { PublishedChange } from './hall-events.ts';
import type { PublishConfig } from './system-commands.ts';
import { closedWindow } from './day.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import type { Plan } from './plan.ts';
import { refused } from './refusal.ts';
import { itemsDue, windowTakes } from './routing/eligible.ts';
import { promisesFor } from './routing/promise.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';

/** Where a ticket stands under one version. */
export interface TicketStanding {
  readonly zone: ZoneCode;
  readonly creditMs: number;
  /** Called by then, where the hall promises it. */
  readonly promiseAt?: number;
  /** From 1, in the order of its zone. */
  readonly place: number;
  /** Windows that may take it, by their furniture. */
  readonly windows: readonly WindowNo[];
}

/** One waiting ticket that the new version treats otherwise. */
export interface TicketChange {
  readonly ticket: TicketId;
  readonly before: TicketStanding;
  readonly after: TicketStanding;
}

export interface PlanChanges {
  /** What the event records: zones, credits and places. */
  readonly changes: readonly PublishedChange[];
  /** What the manager reads, windows included, in the order of the queue. */
  readonly rows: readonly TicketChange[];
  readonly waiting: number;
  /** Tickets that no window could take any more; somebody must open or assign one. */
  readonly stranded: readonly TicketId[];
}

/** Publishes a version that the shell has stored and put into `day.plans`. */
export function publishConfig(day: Day, command: PublishConfig, { at }: CommandContext): Decision {
  const next = day.plans.get(command.configVersion);
  if (!next) return refused('unknown-version', String(command.configVersion));
  if (next.config.version <= day.plan.config.version) return refused('nothing-due');
  const { changes } = planChanges(day, next, at);
  return [{ type: 'ConfigPublished', configVersion: next.config.version, changes }];
}

/** Which waiting tickets the plan would change, and how. */
export function planChanges(day: Day, next: Plan, at: number = day.lastAt): PlanChanges {
  const after: Day = { ...day, plan: next, windows: windowsUnder(day, next) };
  const moved = new Map(day.waiting.map((ticket) => [ticket, movedTicket(day.plan, next, ticket)]));
  const queue = [...moved.values()].sort(
    (left, right) => left.orderKey - right.orderKey || left.orderSeq - right.orderSeq,
  );
  const promises = promisesFor(after, queue, at);
  const placesBefore = placesOf(day.waiting);
  const placesAfter = placesOf(queue);
  const changes: PublishedChange[] = [];
  const rows: TicketChange[] = [];
  for (const [ticket, then] of moved) {
    const promise = promises.get(ticket.id);
    const row = {
      ticket: ticket.id,
      before: standing(day, ticket, placesBefore),
      after: standing(after, { ...then, ...promise }, placesAfter),
    };
    if (JSON.stringify(row.before) !== JSON.stringify(row.after)) rows.push(row);
    const { zone, creditMs, orderKey } = then;
    const isMoved =
      zone !== ticket.zone || creditMs !== ticket.creditMs || orderKey !== ticket.orderKey;
    if (isMoved || promise) {
      changes.push({ ticket: ticket.id, zone, creditMs, orderKey, ...promise });
    }
  }
  const stranded = rows
    .filter((row) => row.before.windows.length > 0 && row.after.windows.length === 0)
    .map((row) => row.ticket);
  return { changes, rows, waiting: day.waiting.length, stranded };
}

function movedTicket(before: Plan, next: Plan, ticket: Ticket): Ticket {
  const zone =
    naturalZone(before, ticket) === ticket.zone
      ? (naturalZone(next, ticket) ?? ticket.zone)
      : ticket.zone;
  const creditMs =
    creditOf(before, ticket) === ticket.creditMs
      ? (creditOf(next, ticket) ?? ticket.creditMs)
      : ticket.creditMs;
  const orderKey = ticket.orderKey + ticket.creditMs - creditMs;
  return { ...ticket, zone, creditMs, orderKey };
}

/** The zone of most of the minutes that are due; of the first item when even. */
function naturalZone(plan: Plan, ticket: Ticket): ZoneCode | undefined {
  const pack = ticket.package === null ? undefined : plan.packages.get(ticket.package);
  if (pack && ticket.stop === 1) return pack.zone;
  const minutes = new Map<ZoneCode, number>();
  for (const code of itemsDue(ticket)) {
    const item = plan.items.get(code);
    if (item) minutes.set(item.zone, (minutes.get(item.zone) ?? 0) + item.expectedMinutes);
  }
  return [...minutes].sort(([, left], [, right]) => right - left)[0]?.[0];
}

/** What the version gives for the ticket's class; undefined without one. */
function creditOf(plan: Plan, ticket: Ticket): number | undefined {
  if (ticket.class === null) return undefined;
  const row = plan.classes.get(ticket.class);
  return plan.config.policy.priorityCredits && row?.enabled ? row.creditMinutes * MINUTE_MS : 0;
}

/** The windows as the fold of the event leaves them: those that stand where they belong move along. */
function windowsUnder(day: Day, next: Plan): Map<WindowNo, HallWindow> {
  const windows = new Map(day.windows);
  for (const place of next.config.windows) {
    const window = day.windows.get(place.no);
    const home = day.plan.windows.get(place.no)?.zones;
    if (!window) windows.set(place.no, closedWindow(place));
    else if (JSON.stringify(home) === JSON.stringify(window.zones)) {
      windows.set(place.no, { ...window, zones: place.zones });
    }
  }
  return windows;
}

function placesOf(queue: readonly Ticket[]): ReadonlyMap<TicketId, number> {
  const counts = new Map<ZoneCode, number>();
  return new Map(
    queue.map(({ id, zone }) => {
      const place = (counts.get(zone) ?? 0) + 1;
      counts.set(zone, place);
      return [id, place];
    }),
  );
}

function standing(day: Day, ticket: Ticket, places: ReadonlyMap<TicketId, number>): TicketStanding {
  const { zone, creditMs } = ticket;
  const isPromised = day.plan.config.policy.routing === 'promise';
  const windows = [...day.windows.values()]
    .filter(({ no }) => !day.plan.windows.get(no)?.retired)
    .filter((window) => windowTakes(day, ticket, window))
    .map(({ no }) => no);
  const promise = isPromised && ticket.promiseAt !== null && { promiseAt: ticket.promiseAt };
  return { zone, creditMs, ...promise, place: places.get(ticket.id) ?? 0, windows };
}
