/**
 * Folds one event into the day, in place: the actor owns the state, and a copy per event would make
 * a day of 18,000 events slow. Never refuses and never reads a clock; an event that does not fit is
 * a bug and throws. The handlers stand in fold-tickets.ts and fold-windows.ts.
 */
import { never } from '../base/assert.ts';
import type { Day } from './day.ts';
import type { StoredEvent } from './events.ts';
import * as advice from './fold-advice.ts';
import * as appointments from './fold-appointments.ts';
import * as alerts from './fold-alerts.ts';
import * as hall from './fold-hall.ts';
import * as tickets from './fold-tickets.ts';
import * as ratings from './fold-ratings.ts';
import * as visits from './fold-visits.ts';
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

function apply(day: Day, { event, at, seq, by }: StoredEvent): void {
  switch (event.type) {
    case 'BookingsOpened':
      hall.usePlan(day, event.configVersion);
      day.phase = 'booking';
      return;
    case 'DayOpened':
      return hall.dayOpened(day, event);
    case 'ConfigPublished':
      return hall.configPublished(day, event);
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
      return tickets.ticketCalled(day, event, at, by);
    case 'TicketRecalled':
      return tickets.ticketRecalled(day, event, at, by);
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
      return visits.serviceStarted(day, event, at);
    case 'CaseAdded':
      return visits.caseAdded(day, event);
    case 'CaseFinished':
      return visits.caseFinished(day, event, at);
    case 'TicketFinished':
      visits.ticketFinished(day, event, at);
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
      return windows.windowAssigned(day, event);
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
    case 'CaseRecoded':
      return visits.caseRecoded(day, event);
    case 'MaterialTicked':
      return visits.materialTicked(day, event);
    case 'StopPlanned':
      return visits.stopPlanned(day, event);
    case 'BatchGranted':
      return visits.batchGranted(day, event);
    case 'TicketMovedOn':
      visits.ticketMovedOn(day, event, at, seq);
      return ratings.visitEnded(day, event.ticket, event.promptDeadlineAt);
    case 'TicketHeld':
      visits.ticketHeld(day, event, at);
      return ratings.visitorLeft(day, event.ticket, at);
    case 'TicketReturned':
      return visits.ticketReturned(day, event);
    case 'HoldLapsed':
      return visits.holdLapsed(day, event, at);
    case 'TicketTransferred':
      visits.ticketTransferred(day, event, at);
      return ratings.visitorLeft(day, event.ticket, at);
    case 'ConsultStarted':
      return visits.consultStarted(day, event, at);
    case 'ConsultEnded':
      return visits.consultEnded(day, event);
    case 'SlipRequested':
      return visits.slipRequested(day, event);
    case 'GreenChannelGranted':
      return visits.greenChannelGranted(day, event, at, by);
    case 'ClassSet':
      return visits.classSet(day, event);
    case 'TicketSteppedAway':
      return tickets.ticketSteppedAway(day, event, seq);
    case 'TicketCarriedOver': {
      const { toDate } = event;
      return tickets.ticketEnded(day, event.ticket, {
        status: 'carriedOver',
        endedAt: at,
        toDate,
      });
    }
    case 'TicketBroughtOver':
      return tickets.ticketBroughtOver(day, event, seq);
    case 'AppointmentBooked':
      return appointments.appointmentBooked(day, event, seq);
    case 'AppointmentCheckedIn':
      return appointments.appointmentCheckedIn(day, event, seq);
    case 'AppointmentMissed':
      return appointments.appointmentMissed(day, event, at);
    case 'DeskTakenOver':
      return windows.deskTakenOver(day, event);
    case 'CertificateGranted':
      return hall.certificateGranted(day, event);
    case 'AlertRaised':
      return alerts.alertRaised(day, event, at);
    case 'AlertCleared':
      return alerts.alertCleared(day, event);
    case 'AlertAcknowledged':
      return alerts.alertAcknowledged(day, event, at, by);
    case 'OverloadAnswered':
      return alerts.overloadAnswered(day, event, at, by);
    case 'EmergencyShown':
      return hall.emergencyShown(day, event, at);
    case 'EmergencyCleared':
      day.emergency = null;
      return;
    case 'TerminalReported':
      return hall.terminalReported(day, event, at);
    case 'ExpectationsSet':
      day.expectations = event.expectations;
      return;
    case 'VisitorDiverted':
      return hall.visitorDiverted(day, event, at);
    case 'AdviceProposed':
      return advice.adviceProposed(day, event, at, seq);
    case 'AdviceApplied':
      return advice.adviceApplied(day, event, at, by);
    case 'AdviceDismissed':
      return advice.adviceDismissed(day, event, at, by);
    case 'AdviceExpired':
      return advice.adviceExpired(day, event, at);
    case 'AdviceReverted':
      return advice.adviceReverted(day, event, at, by);
    case 'AdviceScored':
      return advice.adviceScored(day, event);
    case 'OrderSet':
      return advice.orderSet(day, event);
    default:
      return never(event, 'event');
  }
}
