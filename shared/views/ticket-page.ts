/**
 * The visitor's own page, from the QR on the ticket: where the ticket stands, and the cases left to
 * rate. Made for one ticket; whoever holds its token sees it, so it names nobody but the window.
 */
import type { BusinessDate, CaseId, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import { must } from '../base/assert.ts';
import { DAY_MS } from '../base/time.ts';
import { nextDate, startOfDay } from '../calendar/business-date.ts';
import type { Material } from '../hall/config.ts';
import type { CaseOutcome } from '../hall/command-words.ts';
import type { Day, Emergency, Prompt } from '../hall/day.ts';
import { promptKey } from '../hall/day.ts';
import { canServe, isOwnZone } from '../hall/routing/eligible.ts';
import { peopleAhead, sharesQueue } from '../hall/routing/place.ts';
import { clerkAt } from '../hall/window.ts';
import type { Case, Ticket, TicketStatus } from '../hall/ticket.ts';
import type { Language, Names } from '../text/language.ts';
import type { MintNonce, RatingScale } from './evaluator-prompt.ts';
import { scaleOf } from './evaluator-prompt.ts';
import type { HoursView } from './hours.ts';
import type { ShownResult } from './cases.ts';
import { shownResult } from './cases.ts';
import { hoursView } from './hours.ts';
import type { PassedByView } from './passed-by.ts';
import { isPromiseLate, passedByView, promisedAt } from './passed-by.ts';
import type { CallView, Outlook } from './outlook.ts';
import { NO_OUTLOOK, callView } from './outlook.ts';

export interface PhoneCase {
  readonly case: CaseId;
  readonly name: Names;
  readonly status: 'draft' | 'finished' | 'dropped';
  readonly outcome: CaseOutcome | null;
  /** Due date, what is missing and until when, why refused: the notice that also stands on paper. */
  readonly result: ShownResult | null;
  /** The window visit at which it is served, from 1. */
  readonly stop: number;
  readonly materials: readonly Material[];
  /** Set while the case can be rated from here. */
  readonly nonce: string | null;
  /** The visitor's own rating, once given. */
  readonly level: number | null;
}

export interface TicketView {
  readonly hallName: Names;
  readonly ticket: TicketId;
  readonly language: Language;
  readonly date: BusinessDate;
  readonly status: TicketStatus;
  readonly hours: HoursView;
  readonly emergency: Emergency | null;
  readonly zone: ZoneCode;
  readonly zoneName: Names;
  readonly floor: number;
  readonly way: Names;
  readonly arrivedAt: number;
  /** While waiting: how many of the zone come first. */
  readonly ahead: number | null;
  /** While waiting: when it is expected to be called; null where nobody knows. */
  readonly estimate: CallView | null;
  /** Called by then, where the hall promises it. */
  readonly promisedAt: number | null;
  /** That instant has passed, and the visitor still waits. */
  readonly isPromiseLate: boolean;
  /** The last call of somebody later, and by which right; null while there was none. */
  readonly passedBy: PassedByView | null;
  /** Open windows that may call this ticket. */
  readonly windows: readonly WindowNo[];
  /** Called, served, missed or done at this window. */
  readonly window: WindowNo | null;
  readonly windowName: Names | null;
  readonly lastCallAt: number | null;
  readonly calls: number;
  readonly canCancel: boolean;
  readonly canReturn: boolean;
  /** What happens to the place when a missed visitor comes back; null where it does not apply. */
  readonly returnRule: 'behind-some' | 'tail' | 'own-clerk' | null;
  /** For `behind-some`: so many waiting ones come first. */
  readonly returnBehind: number;
  readonly misses: number;
  /** A miss more makes the number void. */
  readonly isLastChance: boolean;
  /** How many may be let pass now, 0: none. */
  readonly stepAwayMax: number;
  readonly held: { readonly returnByAt: number; readonly clerkWindow: WindowNo } | null;
  readonly appointment: {
    readonly slotAt: number;
    readonly slotEndAt: number;
    /** Check-in with the full right, between these; later it is a walk-in. */
    readonly fromAt: number;
    readonly untilAt: number;
    /** Until then the visitor may give it back. */
    readonly cancelUntilAt: number;
    readonly right: 'slot' | 'walkIn' | null;
  } | null;
  readonly stop: number;
  readonly stops: number;
  readonly transferred: boolean;
  readonly carriedFrom: BusinessDate | null;
  /** When a result can be fetched; null when it is there, or nobody knows. */
  readonly pickupExpectedAt: number | null;
  /** Every open window that may call this ticket is paused; the first means to be back then. */
  readonly pausedUntilAt: number | null;
  readonly cases: readonly PhoneCase[];
  /** Until when unrated cases may be rated; the scale comes along while there are any. */
  readonly rateUntilAt: number;
  readonly scale: RatingScale | null;
}

/** The view of the topic `ticket/{token}`. */
export function ticketView(
  day: Day,
  ticket: Ticket,
  nonceOf: MintNonce,
  outlook: Outlook = NO_OUTLOOK,
): TicketView {
  const { state } = ticket;
  const { policy } = day.plan.config;
  const zone = must(day.plan.zones.get(ticket.zone), `zone ${ticket.zone}`);
  const window = 'window' in state ? state.window : null;
  const cases = ticket.cases.map((row) => phoneCase(day, row, nonceOf));
  const rateable = cases.some((row) => row.nonce !== null);
  const isOpen = day.phase === 'open';
  return {
    hallName: day.plan.config.name,
    ticket: ticket.id,
    language: ticket.language,
    date: day.date,
    status: state.status,
    hours: hoursView(day),
    emergency: day.emergency,
    zone: ticket.zone,
    zoneName: zone.name,
    floor: zone.floor,
    way: zone.way,
    arrivedAt: ticket.arrivedAt,
    ahead: state.status === 'waiting' ? peopleAhead(day, ticket) : null,
    estimate: callView(outlook, ticket),
    promisedAt: promisedAt(day, ticket),
    isPromiseLate: isPromiseLate(day, ticket),
    passedBy: passedByView(day, ticket),
    windows: openWindowsFor(day, ticket),
    window,
    windowName: window === null ? null : (day.plan.windows.get(window)?.name ?? null),
    lastCallAt: state.status === 'called' ? state.lastCallAt : null,
    calls: state.status === 'called' ? state.calls : 0,
    canCancel: canCancel(day, ticket),
    canReturn: (state.status === 'noShow' || state.status === 'held') && isOpen,
    returnRule: returnRule(ticket),
    returnBehind: policy.reactivatedBehindTickets,
    misses: ticket.misses,
    isLastChance: ticket.misses === policy.missesBeforeVoid - 1,
    stepAwayMax: isOpen ? stepAwayMax(day, ticket) : 0,
    held:
      state.status === 'held' ? { returnByAt: state.returnByAt, clerkWindow: state.window } : null,
    appointment: appointmentOf(day, ticket),
    stop: ticket.stop,
    stops: Math.max(1, ...ticket.cases.map((row) => row.stop)),
    transferred: ticket.transfers > 0,
    carriedFrom: ticket.carriedFrom,
    pickupExpectedAt: ticket.pickup?.expectedAt ?? null,
    pausedUntilAt: pausedUntilAt(day, ticket),
    cases,
    rateUntilAt: startOfDay(nextDate(day.date)) + policy.lateRatingDays * DAY_MS,
    scale: rateable ? scaleOf(day) : null,
  };
}

function canCancel(day: Day, { state }: Ticket): boolean {
  if (state.status === 'booked') return day.phase === 'booking' || day.phase === 'open';
  return ['waiting', 'called', 'noShow', 'held'].includes(state.status) && day.phase === 'open';
}

function returnRule({ state, misses }: Ticket): TicketView['returnRule'] {
  if (state.status === 'held') return 'own-clerk';
  if (state.status !== 'noShow') return null;
  return misses > 1 ? 'tail' : 'behind-some';
}

function stepAwayMax(day: Day, ticket: Ticket): number {
  const { stepAwayTicketsMax, stepAwayTimesMax } = day.plan.config.policy;
  const place = day.waiting.indexOf(ticket);
  if (place < 0 || ticket.stepAways >= stepAwayTimesMax) return 0;
  const behind = day.waiting.slice(place + 1).filter((other) => sharesQueue(other, ticket));
  return Math.min(stepAwayTicketsMax, behind.length);
}

function appointmentOf(day: Day, { appointment }: Ticket): TicketView['appointment'] {
  if (!appointment) return null;
  const { slotAt, slotEndAt, right } = appointment;
  const { bookEarlyMs, bookLateMs, bookCancelBeforeMs } = day.plan.config.policy;
  return {
    slotAt,
    slotEndAt,
    fromAt: slotAt - bookEarlyMs,
    untilAt: slotAt + bookLateMs,
    cancelUntilAt: slotAt - bookCancelBeforeMs,
    right,
  };
}

function pausedUntilAt(day: Day, ticket: Ticket): number | null {
  if (ticket.state.status !== 'waiting') return null;
  const returns: number[] = [];
  for (const no of openWindowsFor(day, ticket)) {
    const state = day.windows.get(no)?.state;
    if (state?.status !== 'paused') return null;
    if (state.pause.returnAt !== null) returns.push(state.pause.returnAt);
  }
  return returns.length > 0 ? Math.min(...returns) : null;
}

/**
 * Open windows whose clerk may take the ticket: no other is named to a visitor. Where zones overflow,
 * those of its own zone while one of them is open.
 */
export function openWindowsFor(day: Day, ticket: Ticket): WindowNo[] {
  const able = [...day.windows.values()].filter((window) => {
    const clerk = clerkAt(window);
    return clerk !== null && canServe(day, ticket, window, clerk);
  });
  const isNear = day.plan.config.policy.routing === 'zones';
  const own = isNear ? able.filter((window) => isOwnZone(day, ticket, window)) : [];
  return (own.length > 0 ? own : able).map(({ no }) => no);
}

function phoneCase(day: Day, row: Case, nonceOf: MintNonce): PhoneCase {
  const { state } = row;
  const prompt: Prompt | undefined =
    state.status === 'finished' ? day.prompts.get(promptKey(row.id, state.serviceSeq)) : undefined;
  return {
    case: row.id,
    name: must(day.plan.items.get(row.item), `item ${row.item}`).name,
    status: state.status,
    outcome: state.status === 'finished' ? state.outcome : null,
    result: state.status === 'finished' ? shownResult(state.result) : null,
    stop: row.stop,
    materials: must(day.plan.items.get(row.item), `item ${row.item}`).materials,
    nonce: prompt && !prompt.rating ? nonceOf(row.id, prompt.serviceSeq) : null,
    level: prompt?.rating?.level ?? null,
  };
}
