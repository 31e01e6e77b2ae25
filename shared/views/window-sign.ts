/** The small screen above one window: its number, its state, and the ticket it calls or serves. */
import type { TicketId, WindowNo } from '../base/ids.ts';
import { ticketOf } from '../hall/at-window.ts';
import type { PauseReason } from '../hall/commands.ts';
import type { WindowKind } from '../hall/config.ts';
import type { Day } from '../hall/day.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { must } from '../base/assert.ts';
import type { Language, Names } from '../text/language.ts';
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
    }
  | { readonly status: 'serving'; readonly ticket: TicketId }
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
  readonly state: SignState;
}

/** The view of the topic `hall/{hall}/window/{n}`; the window must exist. */
export function windowView(day: Day, no: WindowNo): WindowView {
  const place = must(day.plan.windows.get(no), `window ${String(no)}`);
  return {
    hallName: day.plan.config.name,
    window: no,
    name: place.name,
    kind: place.kind,
    accessible: place.accessible,
    zones: scopeNames(day, no),
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
      return { status: 'serving', ticket: state.ticket };
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
      };
    }
  }
}
