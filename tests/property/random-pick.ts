/** What random acts are about: windows, people, tickets and cases of the day as it stands. */
import { ticketId } from '../../shared/base/ids.ts';
import type { Day } from '../../shared/hall/day.ts';
import type { Ticket } from '../../shared/hall/ticket.ts';
import type { WindowState } from '../../shared/hall/window.ts';
import { ticketAt } from '../../shared/hall/window.ts';

/** A handful of numbers, so that fast-check can shrink it. */
export interface Act {
  readonly kind: number;
  readonly first: number;
  readonly second: number;
  readonly jump: number;
}

const ITEMS = 24;

/** One of a list, going round. */
export function of<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('of an empty list');
  return found;
}

/** Items that people ask for, from the whole catalogue, few enough that queues grow. */
export function items(day: Day): string[] {
  const all = day.plan.config.items;
  const stride = Math.ceil(all.length / ITEMS);
  return all.filter((_, place) => place % stride === 0).map((item) => item.code);
}

export const anyWindow = (day: Day, act: Act) => of(day.plan.config.windows, act.first).no;
export const anyClerk = (day: Day, act: Act): string =>
  of(day.plan.config.staff, act.second).staffNo;
export const anyTicket = (day: Day, act: Act): string =>
  day.tickets.size === 0 ? 'A001' : of([...day.tickets.keys()], act.second);

/** Somebody who sits at a window, mostly at one in that state; or anybody. */
export function seated(day: Day, act: Act, status?: WindowState['status']): string {
  const open = [...day.windows.values()].flatMap(({ state }) =>
    state.status === 'closed' ? [] : [state],
  );
  const apt = open.filter((state) => state.status === status);
  const list = apt.length > 0 && act.second % 6 > 0 ? apt : open;
  return list.length === 0 ? anyClerk(day, act) : of(list, act.first).session.clerk;
}

/** A ticket in that state, mostly; or any. */
export function ticketIn(day: Day, act: Act, fits: (ticket: Ticket) => boolean): string {
  const apt = [...day.tickets.values()].filter(fits);
  return apt.length > 0 && act.first % 6 > 0 ? of(apt, act.second).id : anyTicket(day, act);
}

export function anyCase(day: Day, act: Act): string {
  const at = [...day.windows.values()].map(ticketAt).filter((id) => id !== null);
  const ticket = at.length === 0 || act.second % 7 === 0 ? anyTicket(day, act) : of(at, act.first);
  const cases = day.tickets.get(ticketId(ticket))?.cases ?? [];
  return cases.length === 0 ? 'A001-1' : of(cases, act.second).id;
}

/** A ticket that is served now, mostly, and the clerk who serves it. */
export function served(
  day: Day,
  act: Act,
): { readonly ticket: Ticket | null; readonly by: string } {
  const here = [...day.tickets.values()].flatMap((ticket) =>
    ticket.state.status === 'serving' ? [{ ticket, by: ticket.state.clerk }] : [],
  );
  if (here.length === 0) return { ticket: null, by: seated(day, act) };
  return of(here, act.first);
}
