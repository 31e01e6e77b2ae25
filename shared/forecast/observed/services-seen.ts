/**
 * Services over the day, from call to leaving. A call that was undone leaves nothing behind: the
 * ticket waits on from when it waited before. A visit that is held or sent on is several services,
 * as many as there were calls.
 */
import type { TicketId, WindowNo } from '../../base/ids.ts';
import { must } from '../../base/assert.ts';
import type { Day } from '../../hall/day.ts';
import type { HallEvent, StoredEvent } from '../../hall/events.ts';
import { isEligible } from '../../hall/routing/eligible.ts';
import { placeAt } from '../../hall/routing/place.ts';
import type { Case, Ticket } from '../../hall/ticket.ts';
import { clerkAt } from '../../hall/window.ts';
import { observedItems } from './observed-items.ts';
import type { ObservedService, ServiceEnd } from './observed-day.ts';

type Service = { -readonly [Key in keyof ObservedService]: ObservedService[Key] };

export class ServicesSeen {
  #all: Service[] = [];
  readonly #open = new Map<TicketId, Service>();
  /** The last service of each window's session, until the next call there. */
  readonly #last = new Map<WindowNo, Service>();
  readonly #waitsFrom = new Map<TicketId, number>();

  /** What a call must know of the ticket as it waited. */
  before(day: Day, { event, at }: StoredEvent): void {
    if (event.type !== 'TicketCalled') return;
    const { ticket: id, window, clerk, why } = event;
    const ticket = must(day.tickets.get(id), `ticket ${id}`);
    const service: Service = {
      ...{ ticket: id, window, clerk, zone: ticket.zone, stop: ticket.stop, calledAt: at },
      waitedFromAt: this.#waitsFrom.get(id) ?? ticket.arrivedAt,
      placeAt: placeAt(ticket),
      ...{ startedAt: null, endedAt: null, end: 'open', finishedCases: 0, rule: why.rule },
      items: observedItems(day.plan, due(ticket)),
      ...{ nextCalledAt: null, nextStartedAt: null, somebodyWaited: false },
    };
    this.#all.push(service);
    this.#open.set(id, service);
  }

  after(day: Day, { event, at }: StoredEvent): void {
    this.#forgetPaused(day);
    if (!('ticket' in event)) return;
    const ticket = day.tickets.get(event.ticket);
    if (!ticket) return;
    this.#noteWait(ticket, event, at);
    const service = this.#open.get(ticket.id);
    if (!service) return;
    if (event.type === 'CallUndone') return this.#forget(service);
    if (event.type === 'TicketCalled') this.#followedByCall(service);
    if (event.type === 'ServiceStarted') this.#started(service, at);
    const { status } = ticket.state;
    if (status === 'called' || status === 'serving') return;
    this.#end(day, ticket, service, event, at);
  }

  all(): ObservedService[] {
    return this.#all.map((service) => ({ ...service }));
  }

  /** From when a ticket waits; a place given away or a call taken back changes nothing. */
  #noteWait({ id }: Ticket, event: HallEvent, at: number): void {
    switch (event.type) {
      case 'TicketIssued':
      case 'AppointmentCheckedIn':
        this.#waitsFrom.set(id, event.arrivedAt);
        return;
      case 'TicketBroughtOver':
      case 'TicketReactivated':
      case 'TicketReturned':
      case 'TicketMovedOn':
      case 'TicketTransferred':
        this.#waitsFrom.set(id, at);
        return;
      default:
    }
  }

  #forget(service: Service): void {
    this.#all = this.#all.filter((other) => other !== service);
    this.#open.delete(service.ticket);
    const last = this.#last.get(service.window);
    if (last?.nextCalledAt === service.calledAt) last.nextCalledAt = null;
  }

  /** What comes after a pause or in another session does not follow. */
  #forgetPaused(day: Day): void {
    for (const no of this.#last.keys()) {
      const status = day.windows.get(no)?.state.status;
      if (status === 'paused' || status === 'closed') this.#last.delete(no);
    }
  }

  #followedByCall({ window, calledAt }: Service): void {
    const last = this.#last.get(window);
    if (last) last.nextCalledAt ??= calledAt;
  }

  /** A start that follows a miss is not the next start: the time between holds the miss. */
  #started(service: Service, at: number): void {
    service.startedAt = at;
    const last = this.#last.get(service.window);
    if (last?.nextCalledAt === service.calledAt) last.nextStartedAt = at;
    this.#last.set(service.window, service);
  }

  #end(day: Day, ticket: Ticket, service: Service, event: HallEvent, at: number): void {
    this.#open.delete(ticket.id);
    service.endedAt = at;
    service.end = endOf(event);
    const { startedAt } = service;
    const here = ticket.cases.filter(
      ({ state }) =>
        state.status === 'finished' &&
        state.window === service.window &&
        startedAt !== null &&
        state.finishedAt >= startedAt,
    );
    service.finishedCases = here.length;
    if (here.length > 0) service.items = observedItems(day.plan, here);
    service.somebodyWaited = somebodyWaits(day, service.window, at);
  }
}

function due({ cases, stop }: Ticket): Case[] {
  return cases.filter((row) => row.stop === stop && row.state.status === 'draft');
}

function endOf({ type }: HallEvent): ServiceEnd {
  switch (type) {
    case 'TicketFinished':
      return 'done';
    case 'TicketMovedOn':
      return 'movedOn';
    case 'TicketTransferred':
      return 'transferred';
    case 'TicketHeld':
      return 'held';
    case 'TicketMissed':
      return 'missed';
    default:
      return 'cut';
  }
}

/** A window that has gone into its pause calls nobody, however many wait. */
function somebodyWaits(day: Day, no: WindowNo, at: number): boolean {
  const window = must(day.windows.get(no), `window ${String(no)}`);
  const clerk = clerkAt(window);
  if (clerk === null || window.state.status === 'paused') return false;
  return day.waiting.some((ticket) => isEligible(day, ticket, window, clerk, at));
}
