/**
 * Transfer: the visitor goes to another zone, window or clerk, and keeps number, arrival and place.
 * The target must be there and able to take what is left of this window visit. Evaluations that were
 * asked for here stay open.
 */
import type { ItemCode, StaffNo, ZoneCode } from '../base/ids.ts';
import { hallTime } from '../calendar/business-date.ts';
import type { OpenHallWindow } from './at-window.ts';
import { openWindowFor, ticketThere, windowOfClerk } from './at-window.ts';
import type { TransferTarget } from './command-words.ts';
import { consultLeft } from './consulting.ts';
import type { TransferTicket } from './visit-commands.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import { draftsHere } from './itinerary.ts';
import { isTakeable, zoneFor } from './reach.ts';
import type { Refusal } from './refusal.ts';
import { refused } from './refusal.ts';
import { canServe, inScope } from './routing/eligible.ts';
import type { Ticket } from './ticket.ts';
import { refusalOf } from './ticket-moves.ts';
import type { HallWindow } from './window.ts';
import { clerkAt, pauseOf } from './window.ts';

/** Sends the visitor at the window on, with what is left to do here. */
export function transferTicket(day: Day, command: TransferTicket, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'serving') return refusalOf(ticket, 'transferTicket');
  const { to, reason, waitForReturn = false } = command;
  const zone = zoneAt(day, ticket, to, open, waitForReturn);
  if (typeof zone !== 'string') return zone;
  const { no: window } = open.window;
  const { clerk } = open.session;
  return [
    ...consultLeft(ticket),
    { type: 'TicketTransferred', ticket: ticket.id, window, clerk, to, zone, reason },
  ];
}

/** The zone where the visitor waits from now on, or why not there. */
function zoneAt(
  day: Day,
  ticket: Ticket,
  to: TransferTarget,
  from: OpenHallWindow,
  waits: boolean,
): ZoneCode | Refusal {
  switch (to.kind) {
    case 'zone':
      return zoneOf(day, ticket, to.zone, from.session.clerk);
    case 'window':
      return to.window === from.window.no
        ? refused('already-there', ticket.id)
        : zoneOfWindow(day, ticket, day.windows.get(to.window), String(to.window), waits);
    case 'clerk':
      return to.clerk === from.session.clerk
        ? refused('already-there', ticket.id)
        : zoneOfWindow(day, ticket, windowOfClerk(day, to.clerk), to.clerk, waits);
  }
}

/** Back into the same zone only where a colleague can take it. */
function zoneOf(day: Day, ticket: Ticket, zone: ZoneCode, own: StaffNo): ZoneCode | Refusal {
  if (!day.plan.zones.has(zone)) return refused('unknown-target', zone);
  const windows = (window: HallWindow) => inScope(window.zones, zone);
  const items = itemsHere(ticket);
  if (isTakeable(day, ticket, ticket.stop, items, { windows, people: (who) => who !== own })) {
    return zone;
  }
  const isOwnAlone =
    zone === ticket.zone && isTakeable(day, ticket, ticket.stop, items, { windows });
  return isOwnAlone ? refused('already-there', ticket.id) : refused('not-eligible-here', ticket.id);
}

/**
 * A window is a target while somebody sits there who may take the ticket. At lunch it calls nobody,
 * and no other window calls who was sent there: the clerk is told until when, and asked.
 */
function zoneOfWindow(
  day: Day,
  ticket: Ticket,
  window: HallWindow | undefined,
  named: string,
  waits: boolean,
): ZoneCode | Refusal {
  const clerk = window ? clerkAt(window) : null;
  if (!window || clerk === null) return refused('unknown-target', named);
  if (!canServe(day, ticket, window, clerk)) return refused('not-eligible-here', ticket.id);
  const pause = pauseOf(window);
  if (pause && !waits) {
    return refused('target-paused', pause.returnAt === null ? undefined : hallTime(pause.returnAt));
  }
  if (inScope(window.zones, ticket.zone)) return ticket.zone;
  return zoneFor(day, ticket, ticket.stop, itemsHere(ticket));
}

function itemsHere(ticket: Ticket): ItemCode[] {
  return draftsHere(ticket).map(({ item }) => item);
}
