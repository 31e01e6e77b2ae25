/**
 * The commands of one desk, each with the words for what it has done. It knows the seat (hall,
 * window) and the newest view; what to do when is the desk's. True when the server has done it.
 */
import type { LiveView } from '../../shared/client/live-view.ts';
import type { CaseOutcome } from '../../shared/hall/commands.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import { Press } from '../parts/press.ts';
import type { DeskCommand } from './desk-offers.ts';
import type { PauseWish } from './pause-panel.ts';

const MINUTE_MS = 60_000;

type PlainCommand = Exclude<DeskCommand, 'finishCase' | 'addCase' | 'pauseWindow'>;

export interface Seat {
  readonly hall: () => string;
  readonly window: () => number;
  readonly language: () => Language;
  readonly live: () => LiveView<'desk'> | null;
  readonly onChange: () => void;
}

export class DeskWork {
  readonly press: Press;
  readonly #seat: Seat;

  constructor(seat: Seat) {
    this.#seat = seat;
    const { hall, language, onChange } = seat;
    this.press = new Press({ hall, language, onChange, shown: () => seat.live() });
  }

  /** A command that needs nothing but the window; `ticket` is what it is about, for the words. */
  async send(type: PlainCommand, ticket: string): Promise<boolean> {
    return this.press.send({ type, window: this.#seat.window() }, (answer) => {
      const done = this.#text().done[type];
      return typeof done === 'string' ? done : done(answer.ticket ?? ticket);
    });
  }

  async reactivate(ticket: string): Promise<boolean> {
    const command = { type: 'reactivateTicket', ticket };
    return this.press.send(command, () => this.#text().done.reactivateTicket(ticket));
  }

  /** Without an outcome nothing is sent: the line asks for one. */
  async finish(row: CaseRow, outcome: CaseOutcome | null): Promise<boolean> {
    if (outcome === null) {
      this.press.say({ tone: 'refused', words: this.#text().outcomeFirst });
      return false;
    }
    const command = { type: 'finishCase', case: row.case, outcome };
    return this.press.send(command, () => {
      const { done, outcome: names } = this.#text();
      return done.finishCase(`${row.name[this.#seat.language()]} · ${names[outcome]}`);
    });
  }

  async addCase(item: ServiceItem): Promise<boolean> {
    const command = { type: 'addCase', window: this.#seat.window(), item: item.code };
    const name = item.name[this.#seat.language()];
    return this.press.send(command, () => this.#text().done.addCase(name));
  }

  /** Pauses now, or when the visitor at the window has left: the words say which. */
  async pause({ reason, returnMinutes }: PauseWish): Promise<boolean> {
    const live = this.#seat.live();
    const now = Math.round(live?.hallNow() ?? Date.now());
    const returnAt = returnMinutes === null ? {} : { returnAt: now + returnMinutes * MINUTE_MS };
    const isLater = (live?.view?.ticket ?? null) !== null;
    const command = { type: 'pauseWindow', window: this.#seat.window(), reason, ...returnAt };
    return this.press.send(command, () => {
      const { pauseComing, pauseReason, done } = this.#text();
      return isLater ? pauseComing(pauseReason[reason]) : done.pauseWindow;
    });
  }

  #text() {
    return clerkText[this.#seat.language()];
  }
}
