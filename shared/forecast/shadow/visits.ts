/**
 * A day's calls as arrivals for the engine: each stop of a visit comes when it came, with the place
 * in the queue that it had and the time that it took. The time belongs to the visitor, whoever serves
 * it in another order. Who left without being called takes nobody's time and is left out.
 */
import type { StaffNo, TicketId, ZoneCode } from '../../base/ids.ts';
import { CALLABLE_BEFORE_SLOT_MS } from '../../hall/routing/eligible.ts';
import type {
  ObservedDay,
  ObservedItem,
  ObservedService,
  ObservedTicket,
} from '../observed/observed-day.ts';
import { median } from '../statistics.ts';
import { GAP_MAX_MS } from './posts.ts';

/** What decides who may serve a visit, and how long it is expected to take. */
export interface VisitKind {
  readonly series: string;
  readonly package: string | null;
  readonly zone: ZoneCode;
  readonly items: readonly ObservedItem[];
  readonly stop: number;
  readonly needsLowWindow: boolean;
  /** Came back or was sent to this clerk. */
  readonly only: StaffNo | null;
}

export interface ReplayVisit {
  readonly ticket: TicketId;
  readonly kind: VisitKind;
  readonly arrivesAt: number;
  readonly placeAt: number;
  readonly creditMs: number;
  readonly slotAt: number;
  readonly callableAt: number;
  /** First of all, as a return, a transfer or a call by hand was; Infinity for most. */
  readonly greenAt: number;
  readonly isMissed: boolean;
  /** How long the window was taken, ms; null: not known yet, as long as is expected. */
  readonly takenMs: number | null;
  /** What really happened: the call, and where. Null: not called yet. */
  readonly real: Pick<ObservedService, 'calledAt' | 'window' | 'clerk'> | null;
}

const SENT = new Set(['return', 'transfer']);
const AT_ONCE = new Set(['by-hand', 'green-channel', 'only-here']);
/** What missing calls cost where none was seen. */
const MISS_MS = 60_000;

export interface ReplayVisits {
  /** By arrival. */
  readonly visits: readonly ReplayVisit[];
  /** Tickets that left, or ended, without ever being called. */
  readonly neverCalled: number;
  /** What a missed call cost on average, ms. */
  readonly missMs: number;
}

/** Everybody who was called or waits. */
export function visitsOf(day: ObservedDay): ReplayVisits {
  const tickets = new Map(day.tickets.map((ticket) => [ticket.id, ticket]));
  const gapMs = median(day.services.flatMap(gapOf)) ?? 0;
  const called = day.services.flatMap((service) => {
    const ticket = tickets.get(service.ticket);
    return ticket ? [calledVisit(ticket, service, gapMs)] : [];
  });
  const others = day.tickets.filter(({ firstCalledAt }) => firstCalledAt === null);
  const waiting = others.filter(isWaiting).map(waitingVisit);
  const misses = day.services.filter(({ end }) => end === 'missed');
  const missMs = misses.reduce((sum, one) => sum + (one.endedAt ?? 0) - one.calledAt, 0);
  return {
    visits: [...called, ...waiting].sort((left, right) => left.arrivesAt - right.arrivesAt),
    neverCalled: others.length - waiting.length - others.filter(isNotCome).length,
    missMs: misses.length > 0 ? missMs / misses.length : MISS_MS,
  };
}

function isWaiting({ end, slotAt, slotRight }: ObservedTicket): boolean {
  return end === 'open' && (slotAt === null || slotRight !== null);
}

function isNotCome({ end, slotAt, slotRight }: ObservedTicket): boolean {
  return end === 'notCome' || (end === 'open' && slotAt !== null && slotRight === null);
}

function calledVisit(ticket: ObservedTicket, service: ObservedService, gapMs: number): ReplayVisit {
  const { calledAt, window, clerk, waitedFromAt, rule, endedAt, end } = service;
  const isSent = rule !== null && SENT.has(rule);
  const isAtOnce = rule !== null && AT_ONCE.has(rule);
  const plain = common(ticket, service);
  return {
    ...plain,
    ...{ arrivesAt: waitedFromAt, placeAt: service.placeAt ?? waitedFromAt },
    // What a person decided at an instant stays at that instant, whatever the order.
    callableAt: isAtOnce ? calledAt : plain.callableAt,
    greenAt: isSent || isAtOnce ? waitedFromAt : Infinity,
    kind: kindOf(ticket, service, isSent ? clerk : null),
    isMissed: end === 'missed',
    takenMs: endedAt === null ? null : endedAt - calledAt + (gapOf(service)[0] ?? gapMs),
    real: { calledAt, window, clerk },
  };
}

function waitingVisit(ticket: ObservedTicket): ReplayVisit {
  const items = ticket.items.filter(({ stop }) => stop === 1);
  const { queuedAt, zone, greenAt } = ticket;
  return {
    ...common(ticket, { waitedFromAt: queuedAt }),
    ...{ arrivesAt: queuedAt, placeAt: queuedAt, greenAt: greenAt ?? Infinity },
    ...{ isMissed: false, takenMs: null, real: null },
    kind: kindOf(ticket, { zone, items, stop: 1 }, null),
  };
}

function common(
  ticket: ObservedTicket,
  { waitedFromAt }: Pick<ObservedService, 'waitedFromAt'>,
): Pick<ReplayVisit, 'ticket' | 'creditMs' | 'slotAt' | 'callableAt'> {
  const { id, slotAt, slotRight, creditMs } = ticket;
  const slot = slotRight === 'slot' ? (slotAt ?? Infinity) : Infinity;
  const isAhead = waitedFromAt <= slot && slot < Infinity;
  return {
    ...{ ticket: id, creditMs, slotAt: slot },
    callableAt: isAhead ? slot - CALLABLE_BEFORE_SLOT_MS : -Infinity,
  };
}

function kindOf(
  { series, package: pack, isAccessible }: ObservedTicket,
  { zone, items, stop }: Pick<ObservedService, 'zone' | 'items' | 'stop'>,
  only: StaffNo | null,
): VisitKind {
  return { series, package: pack, zone, items, stop, needsLowWindow: isAccessible, only };
}

/** Between one visitor's leaving and the next call, where somebody waited for it. */
function gapOf({ endedAt, nextCalledAt, somebodyWaited }: ObservedService): number[] {
  if (!somebodyWaited || endedAt === null || nextCalledAt === null) return [];
  const gapMs = nextCalledAt - endedAt;
  return gapMs >= 0 && gapMs <= GAP_MAX_MS ? [gapMs] : [];
}
