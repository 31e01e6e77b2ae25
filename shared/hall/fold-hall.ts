/**
 * What events do to the hall as a whole: its configuration, the emergency message, terminals and
 * emergency certificates. A new configuration never removes a ticket.
 */
import { ticketOf } from './at-window.ts';
import { must } from '../base/assert.ts';
import type { Day } from './day.ts';
import { closedWindow } from './day.ts';
import type { EventOf } from './events.ts';
import { promised, requeue } from './fold-tickets.ts';
import type { Plan } from './plan.ts';

/** The plan of a version; the shell has loaded it before the event is folded. */
export function usePlan(day: Day, version: number): Plan {
  day.orderAdvice = null;
  day.plan = must(day.plans.get(version), `version ${String(version)} of the configuration`);
  return day.plan;
}

/** A day that took bookings may open under a later version: its windows stand as that one says. */
export function dayOpened(day: Day, event: EventOf<'DayOpened'>): void {
  const { config } = usePlan(day, event.configVersion);
  day.windows.clear();
  for (const place of config.windows) day.windows.set(place.no, closedWindow(place));
  day.phase = 'open';
}

export function configPublished(day: Day, event: EventOf<'ConfigPublished'>): void {
  const before = day.plan;
  const { config } = usePlan(day, event.configVersion);
  for (const place of config.windows) {
    const window = day.windows.get(place.no);
    const home = before.windows.get(place.no)?.zones;
    if (!window) day.windows.set(place.no, closedWindow(place));
    else if (JSON.stringify(home) === JSON.stringify(window.zones)) window.zones = place.zones;
  }
  for (const change of event.changes) {
    const ticket = ticketOf(day, change.ticket);
    ticket.zone = change.zone;
    ticket.creditMs = change.creditMs;
    Object.assign(ticket, promised(change));
    requeue(day, ticket, change.orderKey, ticket.orderSeq);
  }
}

export function certificateGranted(day: Day, event: EventOf<'CertificateGranted'>): void {
  const items = day.grants.get(event.clerk) ?? new Set();
  for (const item of event.items) items.add(item);
  day.grants.set(event.clerk, items);
}

export function emergencyShown(day: Day, event: EventOf<'EmergencyShown'>, at: number): void {
  day.emergency = { kind: event.kind, text: event.text ?? null, shownAt: at };
}

export function terminalReported(day: Day, event: EventOf<'TerminalReported'>, at: number): void {
  day.terminals.set(event.terminal, { status: event.status, sinceAt: at });
}

export function visitorDiverted(day: Day, event: EventOf<'VisitorDiverted'>, at: number): void {
  day.diverted.set(event.terminal, (day.diverted.get(event.terminal) ?? 0) + 1);
  day.terminals.set(event.terminal, { status: 'busy', sinceAt: at });
}
