/**
 * Calling: next, again, missed, and taking back a wrong press. The call ends the prompts still open
 * at the window as `left`: staff have no other way to end one, and it is counted for the window.
 */
import { extraWindowBack } from './advice-return.ts';
import type { AtWindow } from './hall-commands.ts';
import { openWindowFor, ticketThere } from './at-window.ts';
import type { OpenHallWindow } from './at-window.ts';
import type { Day } from './day.ts';
import type { CommandContext, Decision } from './decision.ts';
import { isRefusal } from './decision.ts';
import type { HallEvent } from './events.ts';
import { endPromptsAt } from './prompts.ts';
import { refused } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { choose } from './routing/choose.ts';
import { isGreen } from './routing/place.ts';
import type { Choice } from './routing/choose.ts';
import { MOVES } from './moves.ts';
import type { Ticket } from './ticket.ts';
import type { HallWindow } from './window.ts';

type Called = Ticket & { state: Extract<Ticket['state'], { status: 'called' }> };

/**
 * Calls the ticket that the routing chooses; refused while one is called or served there. An extra
 * window whose time is over closes instead, unless somebody may be called only there.
 */
export function callNext(day: Day, command: AtWindow<'callNext'>, ctx: CommandContext): Decision {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const busy = freeToCall(open.window);
  if (busy) return busy;
  const back = extraWindowBack(day, open.window, ctx.at);
  if (back.length > 0) return back;
  const choice = choose(day, open.window, open.session.clerk, ctx.at);
  return choice ? callAt(day, open, choice) : refused('nobody-waiting');
}

/** Why the window cannot call now, or null. */
export function freeToCall({ state }: HallWindow): Refusal | null {
  if (state.status === 'idle') return null;
  if (state.status === 'paused') return refused('window-paused');
  return refused('window-busy', 'ticket' in state ? state.ticket : undefined);
}

/** A call at the window; it ends the prompts still open there. */
export function callAt(
  day: Day,
  { window, session }: OpenHallWindow,
  { ticket, why }: Choice,
): HallEvent[] {
  return [
    ...endPromptsAt(day, window.no, 'left'),
    {
      type: 'TicketCalled',
      ticket: ticket.id,
      window: window.no,
      clerk: session.clerk,
      callSeq: day.callSeq + 1,
      why,
    },
  ];
}

/** Calls the same ticket again, not before the least gap has passed. */
export function recallTicket(
  day: Day,
  command: AtWindow<'recallTicket'>,
  ctx: CommandContext,
): Decision {
  const called = calledTicket(day, command, ctx, 'recallTicket');
  if (isRefusal(called)) return called;
  const { ticket, window } = called;
  const waitMs = ticket.state.lastCallAt + day.plan.config.policy.recallGapMs - ctx.at;
  if (waitMs > 0) return refused('recall-too-soon', String(Math.ceil(waitMs / 1000)));
  return [
    { type: 'TicketRecalled', ticket: ticket.id, window: window.no, callSeq: day.callSeq + 1 },
  ];
}

/** Gives the ticket up as missed, once it was called often enough and given time to come. */
export function markNoShow(
  day: Day,
  command: AtWindow<'markNoShow'>,
  ctx: CommandContext,
): Decision {
  const called = calledTicket(day, command, ctx, 'markNoShow');
  if (isRefusal(called)) return called;
  const { ticket, window } = called;
  const { callsBeforeNoShow, recallGapMs, missesBeforeVoid } = day.plan.config.policy;
  const missing = callsBeforeNoShow - ticket.state.calls;
  if (missing > 0) return refused('call-again-first', String(missing));
  const waitMs = ticket.state.lastCallAt + recallGapMs - ctx.at;
  if (waitMs > 0) return refused('recall-too-soon', String(Math.ceil(waitMs / 1000)));
  const voids = ticket.misses + 1 >= missesBeforeVoid;
  return [
    {
      ...{ type: 'TicketMissed', ticket: ticket.id, window: window.no },
      ...(isGreen(ticket, ctx.at) && { greenEnded: true }),
    },
    ...(voids ? [{ type: 'TicketVoided', ticket: ticket.id } as const] : []),
  ];
}

/** Takes a wrong press back: the ticket returns to its own place. */
export function undoCall(day: Day, command: AtWindow<'undoCall'>, ctx: CommandContext): Decision {
  const called = calledTicket(day, command, ctx, 'undoCall');
  if (isRefusal(called)) return called;
  const { ticket, window } = called;
  if (ctx.at - ticket.state.calledAt > day.plan.config.policy.undoCallMs) {
    return refused('too-late-to-undo');
  }
  return [{ type: 'CallUndone', ticket: ticket.id, window: window.no }];
}

function calledTicket(
  day: Day,
  command: { readonly window?: HallWindow['no'] },
  ctx: CommandContext,
  move: 'recallTicket' | 'markNoShow' | 'undoCall',
) {
  const open = openWindowFor(day, command.window, ctx);
  if (isRefusal(open)) return open;
  const ticket = ticketThere(day, open.window);
  if (isRefusal(ticket)) return ticket;
  if (ticket.state.status !== 'called') return illegal(ticket, move);
  return { ticket: ticket as Called, window: open.window };
}

function illegal(ticket: Ticket, move: 'recallTicket' | 'markNoShow' | 'undoCall') {
  return refused(MOVES[ticket.state.status][move] as 'already-serving', ticket.id);
}
