/** What each ticket still asks for at the stop that is due, told by the events alone. */
import type { HallEvent } from '../../shared/hall/events.ts';

interface Row {
  item: string;
  stop: number;
  isOpen: boolean;
}

export class DueItems {
  readonly #cases = new Map<string, Map<string, Row>>();
  readonly #stops = new Map<string, number>();

  /** Items of the unfinished cases of the ticket's present stop. */
  of(ticket: string): string[] {
    const stop = this.#stops.get(ticket) ?? 1;
    const rows = [...(this.#cases.get(ticket)?.values() ?? [])];
    return rows.filter((row) => row.isOpen && row.stop === stop).map((row) => row.item);
  }

  follow(event: HallEvent): void {
    switch (event.type) {
      case 'TicketIssued':
      case 'AppointmentBooked':
      case 'TicketBroughtOver':
        this.#cases.set(
          event.ticket,
          new Map(
            event.cases.map(({ case: id, item, stop = 1 }) => [id, { item, stop, isOpen: true }]),
          ),
        );
        return;
      case 'CaseAdded': {
        const stop = this.#stops.get(event.ticket) ?? 1;
        this.#cases.get(event.ticket)?.set(event.case, { item: event.item, stop, isOpen: true });
        return;
      }
      case 'CaseRecoded':
        return this.#change(event.ticket, event.case, { item: event.to });
      case 'CaseFinished':
        return this.#change(event.ticket, event.case, { isOpen: false });
      case 'StopPlanned':
        for (const id of event.cases) this.#change(event.ticket, id, { stop: event.stop });
        return;
      case 'TicketMovedOn':
        this.#stops.set(event.ticket, event.stop);
        return;
      case 'BatchGranted': {
        const stop = this.#stops.get(event.ticket) ?? 1;
        for (const row of this.#cases.get(event.ticket)?.values() ?? []) row.stop = stop;
        return;
      }
      default:
        return;
    }
  }

  #change(ticket: string, id: string, fields: Partial<Row>): void {
    const row = this.#cases.get(ticket)?.get(id);
    if (row) Object.assign(row, fields);
  }
}
