/** Where a desk may send its visitor, and who asks for the chief officer. */
import type { TicketId, WindowNo } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import { windowOf } from '../hall/fold-windows.ts';
import { canServe } from '../hall/routing/eligible.ts';
import { clerkAt, ticketAt } from '../hall/window.ts';
import type { Names } from '../text/language.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

export interface TargetRow {
  readonly window: WindowNo;
  readonly name: Names;
  readonly clerk: ClerkCard;
  readonly status: 'idle' | 'calling' | 'serving' | 'paused';
  /** Whether window and clerk may take the visitor who is at this desk now. */
  readonly canTake: boolean;
}

export interface ConsultRow {
  readonly window: WindowNo;
  readonly ticket: TicketId;
  readonly sinceAt: number;
  /** Null: whichever chief officer can come. */
  readonly chief: ClerkCard | null;
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
    return [{ window: no, name, clerk: clerkCard(day, sitter), status: state.status, canTake }];
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
    });
  }
  return rows.sort((left, right) => left.sinceAt - right.sinceAt);
}

/** Everybody who may be called as chief officer. */
export function chiefCards(day: Day): ClerkCard[] {
  return day.plan.config.staff
    .filter((person) => person.role === 'chief' && !person.retired)
    .map((person) => clerkCard(day, person.staffNo));
}
