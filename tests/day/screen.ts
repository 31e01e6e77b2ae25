/**
 * A screen of the lobby or above a window: keeps what it was shown, and speaks by the very ledger
 * that the lobby page uses. Speaking takes no time here, so what is due is said at once.
 */
import type { ViewMessage } from '../../shared/protocol/messages.ts';
import type { Spoken } from '../../shared/client/voice/speech-ledger.ts';
import { spokenUpTo, waitingToBeSpoken } from '../../shared/client/voice/speech-ledger.ts';
import type { LobbyCall, LobbyView } from '../../shared/views/lobby-board.ts';
import type { WindowView } from '../../shared/views/window-sign.ts';
import type { Auth } from './api.ts';
import type { HallDay } from './day.ts';
import { topicOf } from './day.ts';
import type { ScreenCall, ScreenHistory } from './history.ts';
import { Live } from './live.ts';

export interface Screen {
  readonly history: ScreenHistory;
  close(): void;
}

/** A lobby screen. */
export function lobbyScreen(day: HallDay, auth: Auth, name: string): Screen {
  return screen(day, auth, { name, window: null, topic: topicOf(day, 'lobby') });
}

/** The screen above a window. */
export function windowScreen(day: HallDay, auth: Auth, window: number): Screen {
  const topic = topicOf(day, `window/${String(window)}`);
  return screen(day, auth, { name: `window-${String(window)}`, window, topic });
}

interface Place {
  readonly name: string;
  readonly window: number | null;
  readonly topic: string;
}

function screen(day: HallDay, auth: Auth, { name, window, topic }: Place): Screen {
  const history: ScreenHistory = {
    name,
    window,
    sessions: [],
    shown: [],
    spoken: [],
    wentBack: [],
  };
  day.recorder.screens.push(history);
  const ledger = { last: null as Spoken | null, seen: new Set<number>(), seq: -1, date: '' };
  const shown = new Map<string, number>();
  day.floor.mount({
    window,
    isLive: () => history.sessions.at(-1)?.closedMs === null,
    showsUpTo: (ticket) => shown.get(ticket) ?? 0,
  });
  const take = (message: ViewMessage, session: number): void => {
    const atMs = performance.now();
    const { seq, date } = message;
    while (history.sessions.length < session) history.sessions.push({ views: [], closedMs: null });
    if (date < ledger.date || (date === ledger.date && seq < ledger.seq)) {
      history.wentBack.push(`${name}: ${String(seq)} after ${String(ledger.seq)}`);
      return;
    }
    ledger.seq = seq;
    ledger.date = date;
    history.sessions[session - 1]?.views.push({ seq, atMs });
    const calls = callsOf(message.view as LobbyView | WindowView, window);
    for (const call of calls.filter((one) => one.status === 'called')) {
      if (ledger.seen.has(call.callSeq)) continue;
      ledger.seen.add(call.callSeq);
      history.shown.push(seenCall(call, seq, atMs));
      shown.set(call.ticket, call.callSeq);
    }
    day.floor.looked();
    for (const call of waitingToBeSpoken(ledger.last, date, calls)) {
      history.spoken.push(seenCall(call, seq, atMs));
      ledger.last = spokenUpTo(ledger.last, date, call.callSeq);
    }
  };
  const live = new Live(
    day.api,
    {
      topics: [topic],
      auth,
      draws: true,
      onView: take,
      onClosed: (session) => {
        const closed = history.sessions[session - 1];
        if (closed) closed.closedMs = performance.now();
        day.floor.looked();
      },
      onBeat: (beat) => day.clock.hear(beat.at, beat.speed),
      onRefused: (row) => day.recorder.topicsRefused.push(`${name}: ${row.topic} ${row.refused}`),
    },
    day.seed + (window ?? 0),
  );
  return { history, close: () => live.close() };
}

type Shown = Pick<LobbyCall, 'callSeq' | 'ticket' | 'window' | 'status'>;

/** What a window's screen shows is one call of the lobby's, and is treated alike. */
function callsOf(view: LobbyView | WindowView, window: number | null): LobbyCall[] {
  if ('calls' in view) return [...view.calls];
  const { state } = view;
  if (state.status !== 'calling') return [];
  const { callSeq, ticket } = state;
  const call: Shown = { callSeq, ticket, window: view.window, status: 'called' };
  return window === null ? [] : [call as LobbyCall];
}

function seenCall(call: Shown, seq: number, atMs: number): ScreenCall {
  const { callSeq, ticket, window } = call;
  return { callSeq, ticket, window, seq, atMs };
}
