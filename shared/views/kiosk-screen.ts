/** The kiosk: where the waiting is, and what became of the paper. Pure; see protocol/topics.ts. */
import type { ItemCode, TicketId } from '../base/ids.ts';
import type { Terminal } from '../hall/config.ts';
import type { Day, Emergency } from '../hall/day.ts';
import type { HallNotice } from '../hall/overload.ts';
import { hallNotices } from '../hall/overload.ts';
import { quotaLeft } from '../hall/quotas.ts';
import type { PrintState, TicketStatus } from '../hall/ticket.ts';
import type { Names } from '../text/language.ts';
import type { HoursView } from './hours.ts';
import { hoursView } from './hours.ts';
import type { Outlook } from './outlook.ts';
import { NO_OUTLOOK } from './outlook.ts';
import type { ZoneRow } from './zones.ts';
import { zoneRows } from './zones.ts';

const PRINTS_MAX = 30;

export interface KioskView {
  readonly hallName: Names;
  readonly phase: Day['phase'];
  /** The version that holds now: a kiosk with another catalogue asks for it anew. */
  readonly configVersion: number;
  readonly hours: HoursView;
  readonly emergency: Emergency | null;
  /** What a manager has told about an overloaded zone; absent from an old server. */
  readonly notices?: readonly HallNotice[];
  readonly zones: readonly ZoneRow[];
  /** Self-service terminals; `free` ones are offered before a ticket. */
  readonly terminals: readonly TerminalRow[];
  /** Items with a number of tickets a day: how many are left. */
  readonly quotas: readonly { readonly item: ItemCode; readonly left: number }[];
  /** The newest papers of all kiosks, newest first; a kiosk finds its own by `kiosk`. */
  readonly prints: readonly {
    readonly ticket: TicketId;
    readonly kiosk: string;
    readonly status: TicketStatus;
    readonly print: PrintState;
  }[];
}

export interface TerminalRow extends Terminal {
  /** `unknown` until the terminal has told. */
  readonly status: 'free' | 'busy' | 'fault' | 'unknown';
  /** Visitors who took it today instead of a ticket. */
  readonly diverted: number;
}

/** The hall's terminals with their state. */
export function terminalRows(day: Day): TerminalRow[] {
  return day.plan.config.terminals.map((terminal) => ({
    ...terminal,
    status: day.terminals.get(terminal.no)?.status ?? 'unknown',
    diverted: day.diverted.get(terminal.no) ?? 0,
  }));
}

/** The view of the topic `hall/{hall}/kiosk`. */
export function kioskView(day: Day, outlook: Outlook = NO_OUTLOOK): KioskView {
  const prints: KioskView['prints'][number][] = [];
  const newestFirst = [...day.tickets.values()].reverse();
  for (const ticket of newestFirst) {
    if (prints.length === PRINTS_MAX) break;
    if (ticket.kiosk === null) continue;
    const { id, kiosk, print, state } = ticket;
    prints.push({ ticket: id, kiosk, status: state.status, print });
  }
  return {
    hallName: day.plan.config.name,
    phase: day.phase,
    configVersion: day.plan.config.version,
    hours: hoursView(day),
    emergency: day.emergency,
    notices: hallNotices(day),
    zones: zoneRows(day, outlook),
    terminals: terminalRows(day),
    quotas: day.plan.config.itemRules.flatMap(({ item }) => {
      const left = quotaLeft(day, item);
      return left === null ? [] : [{ item, left }];
    }),
    prints,
  };
}
