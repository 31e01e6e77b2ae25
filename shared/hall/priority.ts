/**
 * Who may come before others by a decision: a green channel, approved by a named person for a reason
 * and until an instant, and the priority class of a visitor, whose credit shortens the wait.
 */
import { MINUTE_MS } from '../base/time.ts';
import { nextDate, startOfDay } from '../calendar/business-date.ts';
import type { GrantGreenChannel, SetClass } from './visit-commands.ts';
import type { PriorityClass } from './config.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { refused } from './refusal.ts';
import { placeAt } from './routing/place.ts';
import { promiseFor } from './routing/promise.ts';
import { MOVES } from './moves.ts';
import type { Ticket } from './ticket.ts';
import type { Promised } from './visit-events.ts';

/** Approves a green channel for a waiting ticket; it ends with the day at the latest. */
export function grantGreenChannel(
  day: Day,
  command: GrantGreenChannel,
  { at }: CommandContext,
): Decision {
  const ticket = waitingTicket(day, command, 'grantGreenChannel');
  if (isRefusal(ticket)) return ticket;
  const wanted = command.untilAt ?? at + day.plan.config.policy.greenChannelMs;
  if (wanted <= at) return refused('date-in-the-past');
  const untilAt = Math.min(wanted, startOfDay(nextDate(day.date)));
  return [
    {
      type: 'GreenChannelGranted',
      ticket: ticket.id,
      reason: command.reason,
      untilAt,
      ...(command.noteHash !== undefined && { noteHash: command.noteHash }),
    },
  ];
}

/** Sets or takes away the class of a waiting ticket; its place moves by the credits' difference. */
export function setClass(day: Day, command: SetClass, { at, by }: CommandContext): Decision {
  const ticket = waitingTicket(day, command, 'setClass');
  if (isRefusal(ticket)) return ticket;
  const isStaff = by.kind === 'manager' || by.kind === 'guide';
  const row = classOf(day, command.class, isStaff);
  if (row && isRefusal(row)) return row;
  // A guide sets it on the floor, where nobody else looks: what was shown stands in the log.
  if (row && by.kind === 'guide' && !command.evidence) return refused('evidence-needed');
  if (command.class === ticket.class) return refused('nothing-due');
  const { priorityCredits } = day.plan.config.policy;
  const creditMs = row && priorityCredits ? row.creditMinutes * MINUTE_MS : 0;
  const orderKey = placeAt(ticket) - creditMs;
  return [
    {
      type: 'ClassSet',
      ticket: ticket.id,
      class: command.class,
      ...(command.evidence && { evidence: command.evidence }),
      creditMs,
      orderKey,
      ...promiseWithCredit(day, ticket, { orderKey, creditMs }, at),
    },
  ];
}

/** A credit brings the promise forward, one taken away puts it off again; never the other way. */
function promiseWithCredit(
  day: Day,
  ticket: Ticket,
  place: { readonly orderKey: number; readonly creditMs: number },
  at: number,
): Partial<Promised> {
  if (ticket.appointment?.right === 'slot') return {};
  const { promiseAt, fifoWaitMs } = promiseFor(day, { ...ticket, ...place }, at);
  if (promiseAt === undefined) return {};
  const isSooner = place.creditMs > ticket.creditMs;
  const before = ticket.promiseAt ?? promiseAt;
  return {
    promiseAt: isSooner ? Math.min(before, promiseAt) : Math.max(before, promiseAt),
    ...(fifoWaitMs !== undefined && { fifoWaitMs }),
  };
}

function classOf(
  day: Day,
  code: string | null,
  isApproved: boolean,
): PriorityClass | Refusal | null {
  if (code === null) return null;
  const row = day.plan.classes.get(code);
  if (!row?.enabled) return refused('unknown-class', code);
  return row.needsApproval && !isApproved ? refused('class-needs-approval') : row;
}

function waitingTicket(
  day: Day,
  { ticket: id }: { readonly ticket: Ticket['id'] },
  move: 'grantGreenChannel' | 'setClass',
): Ticket | Refusal {
  const ticket = day.tickets.get(id);
  if (!ticket) return refused('unknown-ticket', id);
  const to = MOVES[ticket.state.status][move];
  return to === 'waiting' ? ticket : refused(to as RefusalCode, ticket.id);
}
