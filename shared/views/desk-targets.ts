/** Where a desk may send its visitor, and who asks for the chief officer. */
import type { TicketId, WindowNo } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import { ticketAt } from '../hall/window.ts';
import type { Names } from '../text/language.ts';
import type { ClerkCard } from './people.ts';
import { clerkCard } from './people.ts';

export interface TargetRow {
  readonly window: WindowNo;
  readonly name: Names;
  readonly clerk: ClerkCard;
  readonly status: 'idle' | 'calling' | 'serving' | 'paused';
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
  return [...day.windows.values()].flatMap(({ no, state }) => {
    const name = day.plan.windows.get(no)?.name;
    if (no === own || state.status === 'closed' || !name) return [];
    const clerk = clerkCard(day, state.session.clerk);
    return [{ window: no, name, clerk, status: state.status }];
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
