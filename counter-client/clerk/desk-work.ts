/**
 * The commands of one desk, each with the words for what it has done. It knows the seat (hall,
 * window) and the newest view; what to do when is the desk's. True when the server has done it.
 * Ticks go their own way, one after another: a clerk lays down five papers faster than five answers
 * come, and none of the ticks may get lost.
 */
import { MINUTE_MS } from '../../shared/base/time.ts';
import type { LiveView } from '../../shared/client/live-view.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { TransferTarget } from '../../shared/hall/command-words.ts';
import type { ServiceItem } from '../../shared/hall/config.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import { Press } from '../parts/press.ts';
import type { ConsultWish } from './consult-panel.ts';
import type { DeskCommand } from './desk-offers.ts';
import type { HoldWish } from './hold-panel.ts';
import type { Finish } from './outcome-draft.ts';
import type { PauseWish } from './pause-panel.ts';
import type { TransferWish } from './transfer-panel.ts';

export type PlainCommand = Extract<
  DeskCommand,
  'callNext' | 'startService' | 'resumeWindow' | 'recallTicket' | 'markNoShow' | 'undoCall'
>;

export interface Seat {
  readonly hall: () => string;
  readonly window: () => number;
  readonly language: () => Language;
  readonly live: () => LiveView<'desk'> | null;
  readonly onChange: () => void;
}

export class DeskWork {
  readonly press: Press;
  /** Ticks on their way, by `case/place`. */
  readonly ticking = new Map<string, boolean>();
  /** Where the last transfer was refused because nobody works there just now. */
  pausedTarget: TransferTarget | null = null;
  readonly #ticks: Press;
  readonly #seat: Seat;
  #lastTick: Promise<void> = Promise.resolve();

  constructor(seat: Seat) {
    this.#seat = seat;
    const { hall, language, onChange } = seat;
    const options = { hall, language, onChange, shown: () => seat.live() };
    this.press = new Press(options);
    this.#ticks = new Press(options);
  }

  viewChanged(): void {
    this.press.viewChanged();
    this.#ticks.viewChanged();
  }

  /** A command that needs nothing but the window; `ticket` is what it is about, for the words. */
  async send(type: PlainCommand, ticket: string): Promise<boolean> {
    return this.press.send({ type, window: this.#seat.window() }, (answer) => {
      const done = this.#text().done[type];
      return typeof done === 'string' ? done : done(answer.ticket ?? ticket);
    });
  }

  /** Queues a missed or held visitor who is back. */
  async reactivate(ticket: string, wasHeld: boolean): Promise<boolean> {
    const command = { type: 'reactivateTicket', ticket };
    return this.press.send(command, () =>
      wasHeld ? this.#desk().hold.backDone(ticket) : this.#text().done.reactivateTicket(ticket),
    );
  }

  /** The slip of a finished case once more. */
  async reprintSlip(id: string, ticket: string): Promise<boolean> {
    return this.press.send({ type: 'reprintSlip', case: id }, () =>
      this.#desk().slipAgain.done(ticket),
    );
  }

  async finish(row: CaseRow, finish: Finish): Promise<boolean> {
    await this.#lastTick;
    return this.press.send({ type: 'finishCase', case: row.case, ...finish }, () => {
      const { done, outcome: names } = this.#text();
      return done.finishCase(`${row.name[this.#seat.language()]} · ${names[finish.outcome]}`);
    });
  }

  /** Ticks a material, or takes the tick back. */
  tick(row: CaseRow, material: number, has: boolean): void {
    const key = `${row.case}/${String(material)}`;
    this.ticking.set(key, has);
    this.#seat.onChange();
    this.#lastTick = this.#lastTick.then(async () => {
      const command = { type: 'tickMaterial', case: row.case, material, has };
      const isDone = await this.#ticks.send(command, () => '');
      if (!isDone) this.press.say(this.#ticks.line);
      if (this.ticking.get(key) === has) this.ticking.delete(key);
      this.#seat.onChange();
    });
  }

  async addCase({ code, name }: ServiceItem): Promise<boolean> {
    const command = { type: 'addCase', window: this.#seat.window(), item: code };
    return this.press.send(command, () => this.#text().done.addCase(name[this.#seat.language()]));
  }

  async recode(row: CaseRow, { code, name }: ServiceItem): Promise<boolean> {
    const command = { type: 'recodeCase', case: row.case, item: code };
    return this.press.send(command, () => this.#desk().recode.done(name[this.#seat.language()]));
  }

  async leaveCase(row: CaseRow): Promise<boolean> {
    const command = { type: 'planStop', cases: [row.case] };
    const name = row.name[this.#seat.language()];
    return this.press.send(command, () => this.#desk().leave.done(name));
  }

  async hold(ticket: string, { reason, backMinutes }: HoldWish): Promise<boolean> {
    const returnBy = this.#now() + backMinutes * MINUTE_MS;
    const command = { type: 'holdTicket', window: this.#seat.window(), reason, returnBy };
    return this.press.send(command, () => this.#desk().hold.done(ticket, clockTime(returnBy)));
  }

  /** To a window at lunch only when the clerk was told until when, and wants it all the same. */
  async transfer(ticket: string, wish: TransferWish): Promise<boolean> {
    const { to, name, reason, waitForReturn } = wish;
    const command = {
      ...{ type: 'transferTicket', window: this.#seat.window(), to, reason },
      ...(waitForReturn && { waitForReturn }),
    };
    const isDone = await this.press.send(command, () => this.#desk().transfer.done(ticket, name));
    const isPaused = !isDone && this.press.line?.code === 'target-paused';
    this.pausedTarget = isPaused ? to : null;
    this.#seat.onChange();
    return isDone;
  }

  async consult({ chief, name }: ConsultWish): Promise<boolean> {
    const who = chief === null ? {} : { chief };
    const command = { type: 'consultChief', window: this.#seat.window(), ...who };
    return this.press.send(command, () => this.#desk().consult.done(name));
  }

  async endConsult(window: number, approved: boolean): Promise<boolean> {
    const { endedYes, endedNo } = this.#desk().consult;
    return this.press.send({ type: 'endConsult', window, approved }, () =>
      approved ? endedYes : endedNo,
    );
  }

  /** Pauses now, when the visitor has left, or after those who wait here alone: the words say which. */
  async pause({ reason, returnMinutes, queue }: PauseWish): Promise<boolean> {
    if (queue === 'hand') return this.close(true);
    const isLater = (this.#seat.live()?.view?.ticket ?? null) !== null;
    const command = {
      ...{ type: 'pauseWindow', window: this.#seat.window(), reason },
      ...(returnMinutes !== null && { returnAt: this.#now() + returnMinutes * MINUTE_MS }),
      ...(queue === 'first' && { onlyHereFirst: true }),
    };
    return this.press.send(command, () => {
      const { pauseComing, pauseReason, done } = this.#text();
      if (queue === 'first') return this.#desk().queue.finishNote;
      return isLater ? pauseComing(pauseReason[reason]) : done.pauseWindow;
    });
  }

  async close(leave: boolean): Promise<boolean> {
    const command = { type: 'closeWindow', window: this.#seat.window(), ...(leave && { leave }) };
    return this.press.send(command, () => this.#text().done.closeWindow);
  }

  /** Makes this page the one that works at the desk. */
  async takeDesk(station: string, takeOver: boolean): Promise<boolean> {
    const command = { type: 'openWindow', window: this.#seat.window(), station, takeOver };
    return this.press.send(command, () => (takeOver ? this.#desk().station.done : ''));
  }

  #now(): number {
    return Math.round(this.#seat.live()?.hallNow() ?? Date.now());
  }

  #text() {
    return clerkText[this.#seat.language()];
  }

  #desk() {
    return deskText[this.#seat.language()];
  }
}
