/**
 * The lobby screen: who is called where, who waits, who was missed. Numbers and windows only, never
 * a name. It carries every ticket still called and the last 30 calls, so that a screen which was
 * away speaks what it has not spoken, and nothing twice: it keeps (date, callSeq) of its last one.
 */
import type { BusinessDate, TicketId, WindowNo, ZoneCode } from '../base/ids.ts';
import { ticketOf } from '../hall/at-window.ts';
import type { Day, Emergency } from '../hall/day.ts';
import type { HallNotice } from '../hall/overload.ts';
import { hallNotices } from '../hall/overload.ts';
import type { TicketStatus } from '../hall/ticket.ts';
import type { PauseReason } from '../hall/command-words.ts';
import type { Language, Names } from '../text/language.ts';
import type { HoursView } from './hours.ts';
import { hoursView } from './hours.ts';
import type { Outlook } from './outlook.ts';
import { NO_OUTLOOK } from './outlook.ts';
import type { ZoneRow } from './zones.ts';
import { zoneRows } from './zones.ts';

const CALLS_MAX = 30;
const MISSED_MAX = 12;

export interface LobbyCall {
  /** Of the latest call or recall of this ticket at this window; what is spoken counts by it. */
  readonly callSeq: number;
  readonly ticket: TicketId;
  readonly window: WindowNo;
  readonly zone: ZoneCode;
  /** The ticket's own language: anything but zh-Hans is spoken as a second language. */
  readonly language: Language;
  readonly calledAt: number;
  readonly lastCallAt: number;
  readonly recalls: number;
  /** `called` while the visitor is awaited; anything else is finished and never spoken again. */
  readonly status: TicketStatus;
  /** A number of an earlier day, marked on the board. */
  readonly carriedFrom: BusinessDate | null;
}

export interface LobbyView {
  readonly hallName: Names;
  readonly phase: Day['phase'];
  readonly hours: HoursView;
  /** Pre-empts everything else. */
  readonly emergency: Emergency | null;
  /** What a manager has told about an overloaded zone; absent from an old server. */
  readonly notices?: readonly HallNotice[];
  /** Newest first by callSeq; a recall lifts its row, it makes no new one. */
  readonly calls: readonly LobbyCall[];
  readonly zones: readonly ZoneRow[];
  readonly missed: readonly {
    readonly ticket: TicketId;
    readonly zone: ZoneCode;
    readonly window: WindowNo;
    readonly missedAt: number;
  }[];
  readonly paused: readonly {
    readonly window: WindowNo;
    readonly reason: PauseReason;
    readonly returnAt: number | null;
  }[];
}

/** The view of the topic `hall/{hall}/lobby`. */
export function lobbyView(day: Day, outlook: Outlook = NO_OUTLOOK): LobbyView {
  return {
    hallName: day.plan.config.name,
    phase: day.phase,
    hours: hoursView(day),
    emergency: day.emergency,
    notices: hallNotices(day),
    calls: callRows(day),
    zones: zoneRows(day, outlook),
    missed: missedRows(day),
    paused: [...day.windows.values()].flatMap(({ no, state }) =>
      state.status === 'paused'
        ? [{ window: no, reason: state.pause.reason, returnAt: state.pause.returnAt }]
        : [],
    ),
  };
}

function callRows(day: Day): LobbyCall[] {
  const rows = new Map<TicketId, LobbyCall>();
  for (let index = day.calls.length - 1; index >= 0; index -= 1) {
    const call = day.calls[index];
    if (!call) break;
    const ticket = ticketOf(day, call.ticket);
    const { status } = ticket.state;
    if (rows.has(call.ticket)) continue;
    if (rows.size >= CALLS_MAX && status !== 'called') continue;
    const here = day.calls.filter(
      (one) => one.ticket === call.ticket && one.window === call.window,
    );
    const firstIndex = here.findLastIndex((one) => !one.recall);
    const first = here[firstIndex] ?? call;
    rows.set(call.ticket, {
      callSeq: call.callSeq,
      ticket: call.ticket,
      window: call.window,
      zone: ticket.zone,
      language: ticket.language,
      calledAt: first.at,
      lastCallAt: call.at,
      recalls: here.length - 1 - Math.max(firstIndex, 0),
      status,
      carriedFrom: ticket.carriedFrom,
    });
  }
  return [...rows.values()];
}

function missedRows(day: Day): LobbyView['missed'] {
  const rows: LobbyView['missed'][number][] = [];
  for (const { id, zone, state } of day.tickets.values()) {
    if (state.status !== 'noShow') continue;
    rows.push({ ticket: id, zone, window: state.window, missedAt: state.missedAt });
  }
  return rows.sort((left, right) => right.missedAt - left.missedAt).slice(0, MISSED_MAX);
}
