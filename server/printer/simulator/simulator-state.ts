// What the simulated printer is and has printed: its set state, its paper, its last tickets.
// `seq` grows with every change, so that a page may ask cheaply whether anything is new.
import type { PaperMm } from '../paper-lines.ts';
import type { ReadTicket } from './read-ticket.ts';
import type { SimulatorState } from './status-bytes.ts';

export const TICKETS_MAX = 50;

export type KeptTicket = {
  readonly id: number;
  /** Instant in ms by the machine's clock. */
  readonly receivedAt: number;
  readonly ticket: ReadTicket;
};
export type SimulatorSettings = {
  readonly state: SimulatorState;
  /** For `fail-after`: bytes of a job that are taken before the connection breaks. */
  readonly afterBytes: number;
  readonly paperMm: PaperMm;
};

export class SimulatedPrinter {
  readonly #now: () => number;
  #settings: SimulatorSettings = { state: 'ok', afterBytes: 0, paperMm: 80 };
  #tickets: KeptTicket[] = [];
  #seq = 0;
  #printed = 0;

  constructor(paperMm: PaperMm, now: () => number) {
    this.#now = now;
    this.#settings = { ...this.#settings, paperMm };
  }

  get settings(): SimulatorSettings {
    return this.#settings;
  }
  get seq(): number {
    return this.#seq;
  }
  /** Newest first, at most TICKETS_MAX. */
  get tickets(): readonly KeptTicket[] {
    return this.#tickets;
  }

  set(change: Partial<SimulatorSettings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#seq += 1;
  }

  keep(ticket: ReadTicket): void {
    this.#printed += 1;
    this.#seq += 1;
    const kept = { id: this.#printed, receivedAt: this.#now(), ticket };
    this.#tickets = [kept, ...this.#tickets].slice(0, TICKETS_MAX);
  }
}
