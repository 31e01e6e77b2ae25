/** Where a desk may send its visitor, and who asks for the chief officer. */
import type { StaffNo, TicketId, WindowNo } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import { isCertified } from '../hall/certificates.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { draftsHere } from '../hall/itinerary.ts';
import { canServe } from '../hall/routing/eligible.ts';
import type { HallWindow } from '../hall/window.ts';
import { clerkAt, pauseOf, ticketAt } from '../hall/window.ts';
import type { Names } from '../text/language.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

export interface TargetRow {
  readonly window: WindowNo;
  readonly name: Names;
  readonly clerk: ClerkCard;
  readonly status: 'idle' | 'calling' | 'serving' | 'paused';
  /** A pause that goes on, or that begins after the visitor there; `returnAt` null: nobody knows. */
  readonly pause: { readonly returnAt: number | null } | null;
  /** Whether window and clerk may take the visitor who is at this desk now. */
  readonly canTake: boolean;
}

export interface ConsultRow {
  readonly window: WindowNo;
  readonly ticket: TicketId;
  readonly sinceAt: number;
  /** Null: whichever chief officer can come. */
  readonly chief: ClerkCard | null;
  /** No desk shows it to whom it concerns: somebody must go there or ring up. */
  readonly isUnseen: boolean;
}

/** A chief officer who may handle a case here; `window` is null who sits at none. */
export interface ChiefRow extends ClerkCard {
  readonly window: WindowNo | null;
  readonly status: TargetRow['status'] | null;
  /** When a pause there ends, as it was announced. */
  readonly returnAt: number | null;
  /** Who sits nowhere: the last call today; null where there was none. */
  readonly seen: { readonly window: WindowNo; readonly at: number } | null;
}

/** The other open windows, in their order. */
export function targetRows(day: Day, own: WindowNo): TargetRow[] {
  const here = ticketAt(windowOf(day, own));
  const ticket = here === null ? undefined : day.tickets.get(here);
  return [...day.windows.values()].flatMap((window) => {
    const { no, state } = window;
    const name = day.plan.windows.get(no)?.name;
    const sitter = clerkAt(window);
    if (no === own || state.status === 'closed' || sitter === null || !name) return [];
    const canTake = ticket !== undefined && canServe(day, ticket, window, sitter);
    const paused = pauseOf(window);
    const pause = paused && { returnAt: paused.returnAt };
    const { status } = state;
    return [{ window: no, name, clerk: clerkCard(day, sitter), status, pause, canTake }];
  });
}

/** Windows that wait for a chief officer, the longest wait first. */
export function consultRows(day: Day): ConsultRow[] {
  const rows: ConsultRow[] = [];
  for (const window of day.windows.values()) {
    const id = ticketAt(window);
    const state = id === null ? undefined : day.tickets.get(id)?.state;
    if (id === null || state?.status !== 'serving' || !state.consult) continue;
    const { chief, sinceAt } = state.consult;
    rows.push({
      window: window.no,
      ticket: id,
      sinceAt,
      chief: chief === null ? null : clerkCard(day, chief),
      isUnseen: isUnseen(day, chief, window.no),
    });
  }
  return rows.sort((left, right) => left.sinceAt - right.sinceAt);
}

/** Whether no chief officer who is meant sits at another window, where the desk would tell. */
export function isUnseen(day: Day, chief: StaffNo | null, own: WindowNo): boolean {
  return ![...day.windows.values()].some((window) => {
    const sitter = clerkAt(window);
    if (sitter === null || window.no === own) return false;
    return chief === null ? day.plan.staff.get(sitter)?.role === 'chief' : sitter === chief;
  });
}

/** The chief officers who may handle one of the cases at the window; those who are there first. */
export function chiefRows(day: Day, own: WindowNo): ChiefRow[] {
  const window = windowOf(day, own);
  const here = ticketAt(window);
  const ticket = here === null ? undefined : day.tickets.get(here);
  if (!ticket) return [];
  const items = draftsHere(ticket).map(({ item }) => item);
  const seats = new Map([...day.windows.values()].map((one) => [clerkAt(one), one]));
  return day.plan.config.staff
    .filter(({ role, retired }) => role === 'chief' && !retired)
    .filter(({ staffNo }) => staffNo !== clerkAt(window))
    .filter(({ staffNo }) => items.some((item) => isCertified(day, staffNo, item)))
    .map(({ staffNo }) => chiefRow(day, staffNo, seats.get(staffNo)))
    .sort((left, right) => absence(left) - absence(right));
}

function chiefRow(day: Day, chief: StaffNo, seat: HallWindow | undefined): ChiefRow {
  const card = clerkCard(day, chief);
  if (!seat || seat.state.status === 'closed') {
    const last = day.calls.findLast(({ by }) => by === `clerk:${chief}`);
    const seen = last ? { window: last.window, at: last.at } : null;
    return { ...card, window: null, status: null, returnAt: null, seen };
  }
  const { status } = seat.state;
  return {
    ...card,
    window: seat.no,
    status,
    returnAt: pauseOf(seat)?.returnAt ?? null,
    seen: null,
  };
}

/** At a window, at one that pauses, seen today, not seen. */
function absence({ window, status, seen }: ChiefRow): number {
  if (window !== null) return status === 'paused' ? 1 : 0;
  return seen ? 2 : 3;
}
