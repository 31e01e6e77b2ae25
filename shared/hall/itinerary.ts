/**
 * The way of a visit through the windows: what no single window and clerk can take is grouped into
 * stops, and an agent's many cases into turns. The visitor takes one ticket and queues once; each
 * further stop keeps the first arrival's place, each further turn of an agent lets some others pass.
 */
import type { CaseId, ItemCode } from '../base/ids.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import { keyBehind, waitingIn } from './queue-places.ts';
import type { Visit } from './reach.ts';
import { isTakeable, takeable, zoneFor } from './reach.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { promiseFor } from './routing/promise.ts';
import type { Case, Ticket } from './ticket.ts';

interface Wanted {
  readonly item: ItemCode;
}

/**
 * Groups the rows into as few stops as taking the most each time gives; the first chosen one comes
 * first. Refuses only what nobody in the hall can take, and names it.
 */
export function groupedByStop<Row extends Wanted>(
  day: Day,
  visit: Visit,
  firstStop: number,
  rows: readonly Row[],
): Row[][] | Refusal {
  const groups: Row[][] = [];
  let rest = rows;
  while (rest.length > 0) {
    const stop = firstStop + groups.length;
    const items = [...new Set(rest.map(({ item }) => item))];
    const sets = takeable(day, visit, stop, items);
    const [first] = items;
    const withFirst = sets.filter((set) => first !== undefined && set.has(first));
    const best = longest(groups.length === 0 && withFirst.length > 0 ? withFirst : sets, rest);
    if (!best) return refused('no-window-for-items', first);
    groups.push(rest.filter(({ item }) => best.has(item)));
    rest = rest.filter(({ item }) => !best.has(item));
  }
  return groups;
}

function longest(
  sets: readonly ReadonlySet<ItemCode>[],
  rows: readonly Wanted[],
): ReadonlySet<ItemCode> | undefined {
  let best: ReadonlySet<ItemCode> | undefined;
  let most = 0;
  for (const set of sets) {
    const covered = rows.filter(({ item }) => set.has(item)).length;
    if (covered > most) [best, most] = [set, covered];
  }
  return best;
}

/** An agent's groups cut into turns of so many cases; anybody else's stay whole. */
export function inTurns<Row>(day: Day, isAgent: boolean, groups: readonly Row[][]): Row[][] {
  if (!isAgent) return [...groups];
  const { agentCasesPerTurn } = day.plan.config.policy;
  return groups.flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / agentCasesPerTurn) }, (_, turn) =>
      group.slice(turn * agentCasesPerTurn, (turn + 1) * agentCasesPerTurn),
    ),
  );
}

/** Leaves cases to later stops: to one that is planned already where it fits, else to new ones. */
export function leftToLater(
  day: Day,
  ticket: Ticket,
  rows: readonly { readonly id: CaseId; readonly item: ItemCode }[],
): EventOf<'StopPlanned'>[] | Refusal {
  let next = Math.max(...ticket.cases.map(({ stop }) => stop)) + 1;
  const groups = groupedByStop(day, ticket, next, rows);
  if ('refused' in groups) return groups;
  const joined = new Set<number>();
  return groups.map((group) => {
    const items = group.map(({ item }) => item);
    const stop = stopThatFits(day, ticket, items, joined) ?? next++;
    joined.add(stop);
    return { type: 'StopPlanned', ticket: ticket.id, cases: group.map(({ id }) => id), stop };
  });
}

function stopThatFits(
  day: Day,
  ticket: Ticket,
  items: readonly ItemCode[],
  joined: ReadonlySet<number>,
): number | undefined {
  if (ticket.agent !== null) return undefined;
  const later = draftsOf(ticket).filter(({ stop }) => stop > ticket.stop && !joined.has(stop));
  return [...new Set(later.map(({ stop }) => stop))].sort(ascending).find((stop) => {
    const there = later.filter((row) => row.stop === stop).map(({ item }) => item);
    return isTakeable(day, ticket, stop, [...there, ...items]);
  });
}

/** The cases that are not yet finished, at any stop. */
export function draftsOf(ticket: Ticket): Case[] {
  return ticket.cases.filter(({ state }) => state.status === 'draft');
}

/** The cases that are not yet finished and are due at the present stop. */
export function draftsHere(ticket: Ticket): Case[] {
  return draftsOf(ticket).filter(({ stop }) => stop === ticket.stop);
}

/**
 * How the visit goes on when its present stop has nothing left: to the next one, or it is done. An
 * agent who has used a whole turn lets others pass; anybody else keeps the place of the arrival.
 */
export function afterStop(
  day: Day,
  ticket: Ticket,
  window: EventOf<'TicketFinished'>['window'],
  finished: CaseId,
  at: number,
): EventOf<'TicketFinished'> | EventOf<'TicketMovedOn'> {
  const { promptMs, agentCasesPerTurn, agentBehindTickets } = day.plan.config.policy;
  const about = { ticket: ticket.id, window, promptDeadlineAt: at + promptMs } as const;
  const rest = draftsOf(ticket).filter(({ id }) => id !== finished);
  const [stop] = rest.map((row) => row.stop).sort(ascending);
  if (stop === undefined) return { type: 'TicketFinished', ...about };
  const items = rest.filter((row) => row.stop === stop).map(({ item }) => item);
  const zone = zoneFor(day, ticket, stop, items);
  const taken = ticket.cases.filter((row) => row.stop === ticket.stop).length;
  const isBatch = ticket.agent !== null && taken >= agentCasesPerTurn;
  const orderKey = isBatch
    ? keyBehind(waitingIn(day, { ...ticket, zone }), agentBehindTickets, ticket.orderKey)
    : ticket.orderKey;
  const promise = isBatch ? promiseFor(day, { ...ticket, stop, orderKey, creditMs: 0 }, at) : {};
  const moved = { ...about, stop, zone, orderKey, ...(isBatch && { isBatch }), ...promise };
  return { type: 'TicketMovedOn', ...moved };
}

function ascending(left: number, right: number): number {
  return left - right;
}
