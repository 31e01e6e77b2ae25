/**
 * Screens: each call was shown and spoken on each screen that was alive, and no more often than it
 * was made. A call is due on a screen from its own `seq` until the ticket left the state "called" or
 * was called again; a screen that was cut off for all of that time is excused, a live one never.
 */
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { Findings, History, ScreenHistory } from '../history.ts';
import { ownEvents } from '../history.ts';

export interface DueCall {
  readonly callSeq: number;
  readonly ticket: string;
  readonly window: number;
  readonly fromSeq: number;
  /** The first `seq` at which it need no longer be shown. */
  readonly untilSeq: number;
  /** Taken back by the clerk or given up by the visitor after a moment: none need have seen it. */
  readonly fleeting: boolean;
}

/** Taken back or given up so soon, a call may be over before the last screen's view was made. */
const TOO_SHORT_MS = 500;
const TAKEN_BACK = new Set(['CallUndone', 'TicketCancelled']);

const ENDS = new Set([
  'CallUndone',
  'TicketMissed',
  'TicketCancelled',
  'ServiceStarted',
  'TicketExpired',
]);

/** Checks every screen against the calls of the stream. */
export function screenFindings(
  history: History,
): Pick<Findings, 'screensMissedOrRepeated' | 'viewsWentBack'> {
  const calls = dueCalls(ownEvents(history), history.speed);
  return {
    screensMissedOrRepeated: history.screens.flatMap((screen) => [
      ...missed(screen, calls),
      ...repeated(screen, calls),
    ]),
    viewsWentBack: history.screens.flatMap((screen) => screen.wentBack),
  };
}

/** The calls and recalls of the stream with the time in which each is due. */
export function dueCalls(events: readonly StoredEvent[], speed: number): DueCall[] {
  const open = new Map<string, DueCall & { readonly at: number }>();
  const calls: DueCall[] = [];
  const end = (ticket: string, untilSeq: number, endAt: number, back: boolean) => {
    const found = open.get(ticket);
    open.delete(ticket);
    if (!found) return;
    const { at, ...call } = found;
    const fleeting = back && (endAt - at) / speed < TOO_SHORT_MS;
    calls.push({ ...call, untilSeq, fleeting });
  };
  for (const { event, seq, at } of events) {
    if (event.type === 'TicketCalled' || event.type === 'TicketRecalled') {
      const { callSeq, ticket, window } = event;
      end(ticket, seq, at, false);
      const rest = { fromSeq: seq, untilSeq: Infinity, fleeting: false };
      open.set(ticket, { callSeq, ticket, window, ...rest, at });
    }
    if (ENDS.has(event.type) && 'ticket' in event) {
      end(event.ticket, seq, at, TAKEN_BACK.has(event.type));
    }
  }
  return [...calls, ...open.values()];
}

function missed(screen: ScreenHistory, calls: readonly DueCall[]): string[] {
  const shown = new Set(screen.shown.map((call) => call.callSeq));
  const spoken = new Set(screen.spoken.map((call) => call.callSeq));
  return calls
    .filter((call) => screen.window === null || screen.window === call.window)
    .flatMap((call) => {
      const what = `${screen.name}: call ${String(call.callSeq)} of ${call.ticket}`;
      if (shown.has(call.callSeq)) {
        return spoken.has(call.callSeq) ? [] : [`${what} was shown and not spoken`];
      }
      const excused = call.fleeting || wasAway(screen, call);
      return excused ? [] : [`${what} was never shown`];
    });
}

/** Whether the screen had no view of the time in which the call was due, for it was cut off. */
function wasAway(screen: ScreenHistory, call: DueCall): boolean {
  for (const { views } of screen.sessions) {
    const index = views.findIndex((view) => view.seq >= call.fromSeq);
    const next = views[index];
    if (next) return index === 0 && next.seq >= call.untilSeq;
  }
  /** No view after it: a live screen would have got one, whatever came later. */
  return false;
}

function repeated(screen: ScreenHistory, calls: readonly DueCall[]): string[] {
  const made = new Map(calls.map((call) => [call.callSeq, call]));
  const seen = new Set<number>();
  return screen.spoken.flatMap(({ callSeq, ticket, window }) => {
    const what = `${screen.name}: call ${String(callSeq)} of ${ticket}`;
    const call = made.get(callSeq);
    const again = seen.has(callSeq);
    seen.add(callSeq);
    if (again) return [`${what} was spoken twice`];
    if (!call || call.ticket !== ticket || call.window !== window) {
      return [`${what} at window ${String(window)} was spoken and never made`];
    }
    return [];
  });
}
