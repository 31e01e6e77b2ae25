/**
 * Folds one event into the day, in place: the actor owns the state, and a copy per event would make
 * a day of 18,000 events slow. Never refuses and never reads a clock; an event that does not fit is
 * a bug and throws. The handlers stand in fold-tickets.ts and fold-windows.ts.
 */
import { never } from '../base/assert.ts';
import type { Day } from './day.ts';
import type { StoredEvent } from './events.ts';
import * as tickets from './fold-tickets.ts';
import * as ratings from './fold-ratings.ts';
import * as windows from './fold-windows.ts';

/** Folds a stream, or its next part, into the day. */
export function fold(day: Day, events: readonly StoredEvent[]): Day {
  for (const stored of events) evolve(day, stored);
  return day;
}

/** Folds one event; its `seq` must be the next. */
export function evolve(day: Day, stored: StoredEvent): void {
  if (stored.seq !== day.seq + 1) {
    throw new Error(`event ${String(stored.seq)} cannot follow ${String(day.seq)}`);
  }
  day.seq = stored.seq;
  day.lastAt = Math.max(day.lastAt, stored.at);
  apply(day, stored);
}

function apply(day: Day, { event, at, seq }: StoredEvent): void {
  switch (event.type) {
    case 'DayOpened':
      if (event.configVersion !== day.plan.config.version) {
        throw new Error(
          `the day wants version ${String(event.configVersion)} of its configuration`,
        );
      }
      day.phase = 'open';
      return;
    case 'DayClosed':
      day.phase = 'closed';
      return;
    case 'Fenced':
      return;
    case 'NumbersSkipped':
      return tickets.numbersSkipped(day, event);
    case 'TicketIssued':
      return tickets.ticketIssued(day, event, seq);
    case 'TicketCalled':
      return tickets.ticketCalled(day, event, at);
    case 'TicketRecalled':
      return tickets.ticketRecalled(day, event, at);
    case 'CallUndone':
      return tickets.callUndone(day, event, at);
    case 'TicketMissed':
      return tickets.ticketMissed(day, event, at);
    case 'TicketReactivated':
      return tickets.ticketReactivated(day, event, seq);
    case 'TicketVoided':
      return tickets.ticketEnded(day, event.ticket, { status: 'voided', endedAt: at });
    case 'TicketCancelled':
      return tickets.ticketEnded(day, event.ticket, { status: 'abandoned', endedAt: at });
    case 'TicketExpired':
      return tickets.ticketExpired(day, event.ticket, at);
    case 'ServiceStarted':
      return tickets.serviceStarted(day, event, at);
    case 'CaseAdded':
      return tickets.caseAdded(day, event);
    case 'CaseFinished':
      return tickets.caseFinished(day, event, at);
    case 'TicketFinished':
      tickets.ticketFinished(day, event, at);
      return ratings.visitEnded(day, event.ticket, event.promptDeadlineAt);
    case 'PromptOpened':
      return ratings.promptOpened(day, event, at);
    case 'PromptTouched':
      return ratings.visitEnded(day, event.ticket, event.deadlineAt);
    case 'PromptEnded':
      return ratings.promptEnded(day, event, at);
    case 'CaseRated':
      return ratings.caseRated(day, event, at);
    case 'WindowOpened':
      return windows.windowOpened(day, event, at);
    case 'WindowPaused':
      return windows.windowPaused(day, event, at);
    case 'WindowResumed':
      return windows.windowResumed(day, event, at);
    case 'WindowClosed':
      return windows.windowClosed(day, event, at);
    case 'WindowAssigned':
      windows.windowOf(day, event.window).zones = event.zones;
      return;
    case 'TicketPrinted':
      return tickets.printed(day, event.ticket, { status: 'printed', job: event.job });
    case 'PrintUnknown':
      return tickets.printed(day, event.ticket, { status: 'unknown', job: event.job });
    case 'PrintFailed': {
      const { job, reason } = event;
      return tickets.printed(day, event.ticket, { status: 'failed', job, reason });
    }
    case 'ReprintRequested':
      return tickets.reprintRequested(day, event);
    default:
      return never(event, 'event');
  }
}
