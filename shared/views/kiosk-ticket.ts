/**
 * One ticket as a kiosk shows it to whoever types its number: where it stands and what may be done,
 * but not what it is for. And the results that can be fetched for a slip.
 */
import type { BusinessDate, CaseId, ItemCode, TicketId } from '../base/ids.ts';
import type { Day } from '../hall/day.ts';
import type { Case, Ticket } from '../hall/ticket.ts';
import type { Names } from '../text/language.ts';
import type { TicketView } from './ticket-page.ts';
import type { Outlook } from './outlook.ts';
import { NO_OUTLOOK } from './outlook.ts';
import { ticketView } from './ticket-page.ts';

export type KioskTicket = Pick<
  TicketView,
  | 'ticket'
  | 'status'
  | 'zoneName'
  | 'floor'
  | 'way'
  | 'ahead'
  | 'hours'
  | 'estimate'
  | 'promisedAt'
  | 'isPromiseLate'
  | 'window'
  | 'windows'
  | 'canCancel'
  | 'canReturn'
  | 'returnRule'
  | 'returnBehind'
  | 'misses'
  | 'isLastChance'
  | 'stepAwayMax'
  | 'held'
  | 'appointment'
  | 'carriedFrom'
>;

/** The ticket without its cases. */
export function kioskTicket(day: Day, ticket: Ticket, outlook: Outlook = NO_OUTLOOK): KioskTicket {
  const view = ticketView(day, ticket, () => '', outlook);
  const { status, zoneName, floor, way, ahead, window, windows, canCancel, canReturn } = view;
  const { returnRule, returnBehind, misses, isLastChance, stepAwayMax, held } = view;
  const { appointment, carriedFrom, hours, estimate, promisedAt, isPromiseLate } = view;
  return {
    ticket: ticket.id,
    ...{ status, zoneName, floor, way, ahead, window, windows, canCancel, canReturn },
    ...{ returnRule, returnBehind, misses, isLastChance, stepAwayMax, held },
    ...{ appointment, carriedFrom, hours, estimate, promisedAt, isPromiseLate },
  };
}

/** A result that somebody comes for. */
export interface PickupRow {
  /** As the slip names it, `2026-11-20/B012-1`. */
  readonly of: string;
  readonly item: ItemCode;
  readonly name: Names;
  /** Instant from which it can be fetched, and the promised day; null where none was named. */
  readonly readyAt: number | null;
  readonly dueOn: BusinessDate | null;
}

const WITH_RESULT: ReadonlySet<string> = new Set(['accepted', 'acceptedWithGaps', 'closed']);

/** What can be fetched for one case of a ticket, or for all of them. */
export function pickupRows(day: Day, ticket: TicketId, only: CaseId | null): PickupRow[] {
  const cases = day.tickets.get(ticket)?.cases ?? [];
  return cases.filter(({ id }) => only === null || id === only).flatMap((row) => rowOf(day, row));
}

function rowOf(day: Day, { id, item, state }: Case): PickupRow[] {
  const found = day.plan.items.get(item);
  if (!found || state.status !== 'finished' || !WITH_RESULT.has(state.outcome)) return [];
  const { readyAt, dueOn } = state.result;
  return [{ of: `${day.date}/${id}`, item, name: found.name, readyAt, dueOn }];
}
