/**
 * Who comes to a desk: the next ones that it may call, visitors on hold who come back to this clerk,
 * those still served elsewhere whose next stop this window can take, and whom this window alone may
 * call. Every list is bounded.
 */
import type { StaffNo, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import type { HoldReason } from '../hall/command-words.ts';
import type { Day } from '../hall/day.ts';
import { isCertified } from '../hall/certificates.ts';
import { choose } from '../hall/routing/choose.ts';
import { deskOf, lent, orderRules, promiseOf } from '../hall/routing/contenders.ts';
import { isBackTo, isSentTo } from '../hall/routing/eligible.ts';
import { isPromiseDue, passPrice, scoreOf } from '../hall/routing/pick.ts';
import { isAtSlot, isGreen } from '../hall/routing/place.ts';
import type { Ticket } from '../hall/ticket.ts';
import type { HallWindow } from '../hall/window.ts';
import type { Names } from '../text/language.ts';
import { caseRow } from './cases.ts';

const NEXT_MAX = 6;
const HELD_MAX = 12;
const COMING_MAX = 6;
const SCORE_MAX = 1e6;
/** Puts what is due below every score, also by a promise that is still some minutes off, in ms. */
const DUE_FIRST = 2 * SCORE_MAX;

export interface NextRow {
  readonly ticket: TicketId;
  readonly zone: ZoneCode;
  readonly arrivedAt: number;
  readonly creditMs: number;
  readonly items: readonly Names[];
  /** A hold that came back to this clerk. */
  readonly isReturned: boolean;
  /** Transferred to this very window or clerk. */
  readonly isSentHere: boolean;
  readonly isGreen: boolean;
  readonly slotAt: number | null;
  /** By when it is to be called; null where the hall promises nothing. */
  readonly promiseAt: number | null;
  readonly stop: number;
}

export interface HeldRow {
  readonly ticket: TicketId;
  readonly reason: HoldReason;
  readonly heldAt: number;
  readonly returnByAt: number;
}

export interface ComingRow {
  readonly ticket: TicketId;
  /** Where the visitor is served now. */
  readonly window: WindowNo;
  readonly items: readonly Names[];
}

/**
 * Who comes next, six at most: on top the very ticket that a call would choose now, then those with a
 * right, the strongest first, then the order of the queue. `eligible` in the order of the queue.
 */
export function nextRows(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  eligible: readonly Ticket[],
): NextRow[] {
  const chosen = choose(day, window, clerk, day.lastAt)?.ticket;
  const granted = ({ green }: Ticket) => green?.grantedAt ?? 0;
  const keys = orderKeys(day, window, clerk, eligible);
  const ranked = (ticket: Ticket) => {
    const key = keys.get(ticket) ?? 0;
    const rank = ticket === chosen ? RANK.chosen : rankOf(day, ticket, window, clerk, key);
    return { ticket, rank, key };
  };
  return eligible
    .map(ranked)
    .sort(
      (left, right) =>
        left.rank - right.rank ||
        (left.rank === RANK.green ? granted(left.ticket) - granted(right.ticket) : 0) ||
        (left.rank === RANK.due || left.rank === RANK.queue ? left.key - right.key : 0),
    )
    .slice(0, NEXT_MAX)
    .map(({ ticket }) => nextRow(day, ticket, window, clerk));
}

/**
 * Where the hall promises: a green channel that is due, who was passed often enough, then the
 * promises, then the scores, as they would be for a call now; the smallest key first. Elsewhere the
 * order of the queue stands.
 */
function orderKeys(
  day: Day,
  window: HallWindow,
  clerk: StaffNo,
  eligible: readonly Ticket[],
): ReadonlyMap<Ticket, number> {
  const rules = orderRules(day.plan.config.policy);
  const keys = new Map<Ticket, number>();
  if (rules.kind !== 'promise') return keys;
  const { lastAt } = day;
  const desk = deskOf(day, window, clerk, lastAt);
  let price = 0;
  for (const ticket of eligible) {
    const row = lent(day, ticket, lastAt);
    const isLimit = row.overtaken >= rules.overtakenMax;
    const isDue = isLimit || isPromiseDue(row, desk, lastAt);
    // Instants before now are far below any score, turned round so that the best comes first.
    if (isDue && row.greenAt < Infinity) keys.set(ticket, row.greenAt - 3 * lastAt);
    else if (isLimit) keys.set(ticket, row.placeAt - 2 * lastAt);
    else if (isDue) keys.set(ticket, row.promiseAt - lastAt - DUE_FIRST);
    else keys.set(ticket, -Math.min(scoreOf(row, desk, rules, price), SCORE_MAX - 1));
    price += passPrice(row, desk, rules);
  }
  return keys;
}

function promiseIn(day: Day, ticket: Ticket): number | null {
  if (day.plan.config.policy.routing !== 'promise') return null;
  return promiseOf(day, ticket, day.lastAt);
}

const RANK = { chosen: 0, returned: 1, sent: 2, due: 3, slot: 4, green: 5, queue: 6 };

function rankOf(
  { lastAt }: Day,
  ticket: Ticket,
  window: HallWindow,
  clerk: StaffNo,
  key: number,
): number {
  if (isBackTo(ticket, clerk, lastAt)) return RANK.returned;
  if (isSentTo(ticket, window, clerk)) return RANK.sent;
  if (key < -SCORE_MAX) return RANK.due;
  if (isAtSlot(ticket, lastAt)) return RANK.slot;
  return isGreen(ticket, lastAt) ? RANK.green : RANK.queue;
}

/** A waiting ticket as the desk lists it. */
function nextRow(day: Day, ticket: Ticket, window: HallWindow, clerk: StaffNo): NextRow {
  return {
    ticket: ticket.id,
    zone: ticket.zone,
    arrivedAt: ticket.arrivedAt,
    creditMs: ticket.creditMs,
    items: ticket.cases
      .filter((row) => row.state.status === 'draft' && row.stop === ticket.stop)
      .map((row) => caseRow(day, row).name),
    isReturned: isBackTo(ticket, clerk, day.lastAt),
    isSentHere: isSentTo(ticket, window, clerk),
    isGreen: isGreen(ticket, day.lastAt),
    slotAt: ticket.appointment?.right === 'slot' ? ticket.appointment.slotAt : null,
    promiseAt: promiseIn(day, ticket),
    stop: ticket.stop,
  };
}

/** Held by this clerk, whoever must be back first on top. */
export function heldRows(day: Day, clerk: StaffNo | null): HeldRow[] {
  const rows: HeldRow[] = [];
  for (const { id, state } of day.tickets.values()) {
    if (state.status !== 'held' || state.clerk !== clerk) continue;
    const { reason, heldAt, returnByAt } = state;
    rows.push({ ticket: id, reason, heldAt, returnByAt });
  }
  return rows.sort((left, right) => left.returnByAt - right.returnByAt).slice(0, HELD_MAX);
}

/** Served at another window now, with a later stop that this clerk may take. */
export function comingRows(day: Day, no: WindowNo, clerk: StaffNo | null): ComingRow[] {
  const rows: ComingRow[] = [];
  if (clerk === null) return rows;
  for (const ticket of day.tickets.values()) {
    const { state } = ticket;
    if (state.status !== 'serving' || state.window === no || rows.length >= COMING_MAX) continue;
    const later = ticket.cases.filter(
      (row) => row.state.status === 'draft' && row.stop === ticket.stop + 1,
    );
    if (later.length === 0 || !later.every((row) => isCertified(day, clerk, row.item))) continue;
    const items = later.map((row) => caseRow(day, row).name);
    rows.push({ ticket: ticket.id, window: state.window, items });
  }
  return rows;
}
