/**
 * The visitor picked the wrong item: the case gets the right one, and number, arrival and place stay.
 * Where this clerk may not handle it, the visitor goes to a window that may, with the first arrival;
 * while something else is left to do here, only the wrong case waits for a later window.
 */
import type { RecodeCase } from './visit-commands.ts';
import { isCertified } from './certificates.ts';
import { consultLeft } from './consulting.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { servedCase } from './finishing.ts';
import { draftsHere, leftToLater } from './itinerary.ts';
import { isTakeable, zoneFor } from './reach.ts';
import { refused } from './refusal.ts';

/** Puts the right item in the place of the wrong one. */
export function recodeCase(day: Day, command: RecodeCase, ctx: CommandContext): Decision {
  const found = servedCase(day, command.case, 'recodeCase', ctx);
  if (isRefusal(found)) return found;
  const { ticket, row, open } = found;
  const { item } = command;
  const offered = day.plan.items.get(item);
  if (!offered || offered.retired) return refused('unknown-item', item);
  if (item === row.item) return refused('items-twice', item);
  const { clerk } = open.session;
  const recoded: HallEvent = {
    ...{ type: 'CaseRecoded', ticket: ticket.id, case: row.id },
    ...{ from: row.item, to: item },
  };
  if (isCertified(day, clerk, item)) return [recoded];
  const others = draftsHere(ticket).filter(({ id }) => id !== row.id);
  const isElsewhere = row.stop !== ticket.stop;
  if (isElsewhere || others.some((other) => isCertified(day, clerk, other.item))) {
    const later = leftToLater(day, ticket, [{ id: row.id, item }]);
    return isRefusal(later) ? later : [recoded, ...later];
  }
  const items = [...others.map((other) => other.item), item];
  if (!isTakeable(day, ticket, ticket.stop, items)) return refused('no-window-for-items', item);
  const zone = zoneFor(day, ticket, ticket.stop, items);
  const to = { kind: 'zone', zone } as const;
  const { no: window } = open.window;
  return [
    recoded,
    ...consultLeft(ticket),
    {
      ...{ type: 'TicketTransferred', ticket: ticket.id, window, clerk },
      ...{ to, zone, reason: 'wrong-item' },
    },
  ];
}
