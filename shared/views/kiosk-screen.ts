/** The kiosk: where the waiting is, and what became of the paper. Pure; see protocol/topics.ts. */
import type { TicketId } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import type { PrintState, TicketStatus } from '../hall/ticket.ts';
import type { Names } from '../text/language.ts';
import type { ZoneRow } from './zones.ts';
import { zoneRows } from './zones.ts';

const PRINTS_MAX = 30;

export interface KioskView {
  readonly hallName: Names;
  readonly phase: Day['phase'];
  readonly zones: readonly ZoneRow[];
  /** The newest papers of all kiosks, newest first; a kiosk finds its own by `kiosk`. */
  readonly prints: readonly {
    readonly ticket: TicketId;
    readonly kiosk: string;
    readonly status: TicketStatus;
    readonly print: PrintState;
  }[];
}

/** The view of the topic `hall/{hall}/kiosk`. */
export function kioskView(day: Day): KioskView {
  const prints: KioskView['prints'][number][] = [];
  const newestFirst = [...day.tickets.values()].reverse();
  for (const ticket of newestFirst) {
    if (prints.length === PRINTS_MAX) break;
    if (ticket.kiosk === null) continue;
    const { id, kiosk, print, state } = ticket;
    prints.push({ ticket: id, kiosk, status: state.status, print });
  }
  return { hallName: day.plan.config.name, phase: day.phase, zones: zoneRows(day), prints };
}
