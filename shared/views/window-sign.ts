/** The small screen above one window: its number, its state, and the ticket it calls or serves. */
import type { BusinessDate, TicketId, WindowNo } from '../base/ids.ts';
import { ticketOf } from '../hall/at-window.ts';
import type { PauseReason } from '../hall/command-words.ts';
import type { WindowKind } from '../hall/config.ts';
import type { Day, Emergency } from '../hall/day.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { must } from '../base/assert.ts';
import type { Ticket } from '../hall/ticket.ts';
import type { Language, Names } from '../text/language.ts';
import type { HoursView } from './hours.ts';
import { hoursView } from './hours.ts';
import { scopeNames } from './scope.ts';

export type SignState =
  | { readonly status: 'closed' | 'idle' }
  | {
      readonly status: 'calling';
      readonly ticket: TicketId;
      readonly callSeq: number;
      readonly language: Language;
      readonly calledAt: number;
      readonly lastCallAt: number;
      readonly carriedFrom: BusinessDate | null;
    }
  | {
      readonly status: 'serving';
      readonly ticket: TicketId;
      /** The chief officer is being asked; the visitor stays. */
      readonly isConsulting: boolean;
    }
  | {
      readonly status: 'paused';
      readonly reason: PauseReason;
      readonly returnAt: number | null;
    };

export interface WindowView {
  readonly hallName: Names;
  readonly window: WindowNo;
  readonly name: Names;
  readonly kind: WindowKind;
  readonly accessible: boolean;
  /** Zones served now, as names; one entry `null` means all zones. */
  readonly zones: readonly Names[] | null;
  readonly lane: 'any' | 'flash';
  readonly hours: HoursView;
  readonly emergency: Emergency | null;
  /** After those who wait for this window alone it pauses; null while no pause is meant. */
  readonly pauseComing: { readonly reason: PauseReason; readonly returnAt: number | null } | null;
  /** The evaluator was away when a visit ended here: the visitor rates by this QR, until then. */
  readonly rateByPhone: {
    readonly ticket: TicketId;
    readonly token: string;
    readonly untilAt: number;
  } | null;
  readonly state: SignState;
}

/** The opaque token of a ticket's own page. */
export type TokenOf = (ticket: TicketId) => string;

const RATE_BY_PHONE_MS = 120_000;

/** The view of the topic `hall/{hall}/window/{n}`; the window must exist. */
export function windowView(day: Day, no: WindowNo, tokenOf: TokenOf): WindowView {
  const place = must(day.plan.windows.get(no), `window ${String(no)}`);
  return {
    hallName: day.plan.config.name,
    window: no,
    name: place.name,
    kind: place.kind,
    accessible: place.accessible,
    zones: scopeNames(day, no),
    lane: windowOf(day, no).lane,
    hours: hoursView(day),
    emergency: day.emergency,
    pauseComing: pauseComing(day, no),
    rateByPhone: rateByPhone(day, no, tokenOf),
    state: signState(day, no),
  };
}

function signState(day: Day, no: WindowNo): SignState {
  const { state } = windowOf(day, no);
  switch (state.status) {
    case 'closed':
    case 'idle':
      return { status: state.status };
    case 'paused':
      return { status: 'paused', reason: state.pause.reason, returnAt: state.pause.returnAt };
    case 'serving':
      return {
        status: 'serving',
        ticket: state.ticket,
        isConsulting: isConsulting(ticketOf(day, state.ticket)),
      };
    case 'calling': {
      const ticket = ticketOf(day, state.ticket);
      const call = day.calls.findLast((one) => one.ticket === state.ticket);
      return {
        status: 'calling',
        ticket: ticket.id,
        callSeq: call?.callSeq ?? 0,
        language: ticket.language,
        calledAt: ticket.state.status === 'called' ? ticket.state.calledAt : state.sinceAt,
        lastCallAt: call?.at ?? state.sinceAt,
        carriedFrom: ticket.carriedFrom,
      };
    }
  }
}

function pauseComing(day: Day, no: WindowNo): WindowView['pauseComing'] {
  const { state } = windowOf(day, no);
  if (state.status === 'closed' || state.status === 'paused' || !state.pauseAfter) return null;
  const { reason, returnAt } = state.pauseAfter;
  return { reason, returnAt };
}

function isConsulting({ state }: Ticket): boolean {
  return state.status === 'serving' && state.consult !== null;
}

/**
 * At once when the evaluator is known to be silent, else when the prompt ended by its fault. Only
 * while the window has not called the next visitor, whose QR it would be taken for.
 */
function rateByPhone(day: Day, no: WindowNo, tokenOf: TokenOf): WindowView['rateByPhone'] {
  const { lastTicket, state } = windowOf(day, no);
  if (lastTicket === null || state.status === 'calling' || state.status === 'serving') return null;
  const isSilent = day.alerts.has(`device:evaluator-${String(no)}`);
  const asked = [...day.prompts.values()].filter(
    ({ ticket, outcome, rating }) =>
      ticket === lastTicket &&
      rating === null &&
      (outcome === 'deviceFault' || (outcome === null && isSilent)),
  );
  if (asked.length === 0) return null;
  const since = asked.map(({ endedAt, openedAt }) => endedAt ?? openedAt);
  const endedAt = Math.max(...since);
  return { ticket: lastTicket, token: tokenOf(lastTicket), untilAt: endedAt + RATE_BY_PHONE_MS };
}
