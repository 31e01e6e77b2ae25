/**
 * `<yc-kiosk-mine>`: a visitor who has a number already. Missed or held ones come back, booked ones
 * check in, both at once; any other is shown with what can be done. Cancelling and letting others pass
 * need the scanned ticket, for anybody can read a number from the screens.
 */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { newCommandId, sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import { ticketId } from '../../shared/base/ids.ts';
import type { TicketPlace, VisitorRules } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import type { KioskTicket } from '../../shared/views/kiosk-ticket.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { EMPTY_BASKET } from './basket.ts';
import './document-entry.ts';
import { EarlyScan } from './early-scan.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { keypadStyles } from './keypad-styles.ts';
import { lookProblem, withKey } from './mine-entry.ts';
import type { MineScene, Stage } from './mine-stages.ts';
import { mineStage, STEP_AWAY_CHOICES } from './mine-stages.ts';
import { numberStyles } from './number-styles.ts';
import type { Scan } from './scanned-code.ts';
import type { TakesKeys } from './takes-keys.ts';
import { ticketDayOf } from './ticket-day.ts';
import type { TakenTicket } from './visit.ts';

const NUMBER_LENGTH_MAX = 7;

export class MineScreen extends YcElement implements TakesKeys {
  static override properties = {
    hall: {},
    language: {},
    by: {},
    rules: { attribute: false },
    isLow: { attribute: false },
    credentials: { attribute: false },
    zones: { attribute: false },
    canSend: { attribute: false },
    hallNow: { attribute: false },
    scanned: { attribute: false },
    onDone: { attribute: false },
    onTaken: { attribute: false },
    onFinish: { attribute: false },
    onLanguage: { attribute: false },
    onBy: { attribute: false },
    stage: { state: true },
    typed: { state: true },
    isBusy: { state: true },
  };
  static override styles = [tokens, kioskStyles, numberStyles, keypadStyles];
  declare hall: HallId;
  declare language: Language;
  declare by: MineScene['by'];
  declare rules: VisitorRules;
  declare isLow: boolean;
  declare credentials: Credentials;
  declare zones: readonly ZoneRow[];
  declare canSend: boolean;
  declare hallNow: () => number;
  /** What was scanned before this screen was there. */
  declare scanned: Scan | null;
  declare onDone: () => void;
  declare onTaken: (taken: TakenTicket) => void;
  declare onFinish: () => void;
  declare onLanguage: (language: Language) => void;
  declare onBy: (by: MineScene['by']) => void;
  declare stage: Stage;
  declare typed: string;
  declare isBusy: boolean;
  readonly #early = new EarlyScan();
  /** Of the ticket that is shown, if its code was scanned. */
  #token: string | null = null;
  #wish = '';
  #commandId = '';

  constructor() {
    super();
    this.stage = { is: 'entry', problem: null, again: null };
    this.typed = '';
    this.isBusy = false;
    this.scanned = null;
  }

  /** What was said in another language, or of another way, is no longer of use. */
  override willUpdate(changed: Map<string, unknown>): void {
    const isOther = changed.has('by') || changed.has('language');
    if (isOther && this.stage.is === 'entry') {
      this.stage = { is: 'entry', problem: null, again: null };
    }
  }

  override firstUpdated(): void {
    if (this.scanned) this.takeScan(this.scanned);
  }

  override updated(changed: Map<string, unknown>): void {
    const early = changed.has('canSend') && this.canSend ? this.#early.take() : null;
    if (early) this.takeScan(early);
  }

  override render(): TemplateResult {
    return html`<main class="body">${mineStage(this.#scene())}</main>`;
  }

  typeText(text: string): void {
    if (this.stage.is !== 'entry') return;
    if (this.by === 'document') return this.#document()?.typeText(text);
    for (const key of text.toUpperCase()) if (/[A-Z\d]/.test(key)) this.#add(key);
  }

  eraseLast(): void {
    if (this.stage.is !== 'entry') return;
    if (this.by === 'document') this.#document()?.eraseLast();
    else this.#type(this.typed.slice(0, -1));
  }

  takeScan(scan: Scan): boolean {
    if (this.isBusy) return true;
    if (!this.canSend) {
      this.#early.keep(scan);
      this.#say(kioskText[this.language].connecting);
      return true;
    }
    switch (scan.is) {
      case 'card':
        void this.#checkIn({ identity: scan.number });
        return true;
      case 'ticket':
        void this.#look(scan.number, null);
        return true;
      case 'token':
        void this.#lookByToken(scan.token);
        return true;
      case 'agent':
      case 'other':
        this.#takeOther(scan.is === 'agent' ? scan.number : scan.line);
        return true;
    }
  }

  #scene(): MineScene {
    const { stage, language, by, zones, typed, isBusy, canSend, rules, isLow } = this;
    const { hall, credentials } = this;
    return {
      ...{ stage, language, by, zones, typed, isBusy, canSend, rules, isLow, hall, credentials },
      text: kioskText[language],
      more: kioskDayText[language],
      now: this.hallNow(),
      onKey: (key) => this.#add(key),
      onErase: () => this.eraseLast(),
      onLook: () => void this.#look(this.typed, null),
      onStage: (next) => (this.stage = next),
      onBy: this.onBy,
      onDocument: (number) => void this.#checkIn({ identity: number }),
      onAgain: (again) => void this.#checkIn(again),
      onCancel: (ticket) => void this.#cancel(ticket),
      onStepAway: (ticket, pass) => void this.#stepAway(ticket, pass),
      onReprint: (ticket) => void this.#reprint(ticket),
      onLanguage: this.onLanguage,
      onFinish: this.onFinish,
    };
  }

  #document(): TakesKeys | null {
    return this.renderRoot.querySelector<TakesKeys>('yc-kiosk-document');
  }

  /** A document of another shape, where one is expected; else no ticket. */
  #takeOther(line: string): void {
    if (this.by === 'document') void this.#checkIn({ identity: line });
    else this.#say(kioskText[this.language].scanNotFound);
  }

  #add(key: string): void {
    this.#type(withKey(this.typed, key, this.by === 'appointment'));
  }

  #type(typed: string): void {
    this.#early.keep(null);
    this.typed = typed.slice(0, NUMBER_LENGTH_MAX);
    this.stage = { is: 'entry', problem: null, again: null };
  }

  #say(problem: string): void {
    this.stage = { is: 'entry', problem, again: null };
  }

  async #lookByToken(token: string): Promise<void> {
    const path = `/api/tickets/${encodeURIComponent(token)}`;
    const place = await getJson<TicketPlace>(path).catch(() => null);
    const number = place?.hall === this.hall ? ticketDayOf(place, this.hallNow()) : null;
    if (number === null) return this.#say(kioskText[this.language].scanNotFound);
    await this.#look(number, token);
  }

  /** Finds the ticket; comes back or checks in at once where that is what it waits for. */
  async #look(number: string, token: string | null): Promise<void> {
    if (this.isBusy || !this.canSend) return;
    this.isBusy = true;
    try {
      const path = `/api/halls/${this.hall}/kiosk/tickets/${encodeURIComponent(number)}`;
      const { credentials, language } = this;
      const ticket = await getJson<KioskTicket>(path, credentials, { language });
      this.isBusy = false;
      if (ticket.canReturn) return await this.#comeBack(ticket);
      if (ticket.status === 'booked') return await this.#checkIn({ ticket: ticket.ticket });
      this.#token = token;
      this.stage = { is: 'found', ticket, token, asksCancel: false, problem: null };
    } catch (error) {
      this.isBusy = false;
      this.#say(lookProblem(error, number, this.language));
    }
  }

  async #comeBack(ticket: KioskTicket): Promise<void> {
    const answer = await this.#send({ type: 'reactivateTicket', ticket: ticket.ticket });
    if (answer?.outcome === 'refused') return this.#say(answer.message);
    if (answer) this.#end({ is: 'returned', ticket, printed: 'no' });
  }

  async #checkIn(who: { identity?: string; ticket?: string; asWalkIn?: boolean }): Promise<void> {
    const answer = await this.#send({ type: 'checkIn', ...who });
    if (!answer) return;
    if (answer.outcome === 'accepted') {
      const { ticket = '', token = '', ahead = null } = answer;
      return this.onTaken({ ticket: ticketId(ticket), token, ahead, basket: EMPTY_BASKET });
    }
    const isEarly = answer.code === 'too-early-for-slot';
    this.stage = {
      is: 'entry',
      problem: answer.message,
      again: isEarly ? { ...who, asWalkIn: true } : null,
      takesTicket: ['no-appointment', 'appointment-missed'].includes(answer.code),
    };
  }

  async #cancel(ticket: KioskTicket): Promise<void> {
    const answer = await this.#send({ type: 'cancelTicket', ticket: ticket.ticket });
    this.#after(answer?.outcome === 'refused' ? answer.message : null, ticket, answer !== null, {
      is: 'cancelled',
      ticket,
    });
  }

  async #stepAway(ticket: KioskTicket, pass: number): Promise<void> {
    const count = Math.min(pass, ticket.stepAwayMax, STEP_AWAY_CHOICES.at(-1) ?? pass);
    const answer = await this.#send({ type: 'stepAway', ticket: ticket.ticket, pass: count });
    this.#after(answer?.outcome === 'refused' ? answer.message : null, ticket, answer !== null, {
      is: 'steppedAway',
      ticket,
      pass: count,
    });
  }

  async #reprint(ticket: KioskTicket): Promise<void> {
    const answer = await this.#send({ type: 'reprintTicket', ticket: ticket.ticket });
    if (this.stage.is !== 'returned') return;
    this.stage = { ...this.stage, printed: answer?.outcome === 'accepted' ? 'yes' : 'no' };
  }

  #after(problem: string | null, ticket: KioskTicket, wasSent: boolean, done: Stage): void {
    if (problem !== null) {
      this.stage = { is: 'found', ticket, token: this.#token, asksCancel: false, problem };
    } else if (wasSent) this.#end(done);
  }

  #end(stage: Stage): void {
    this.stage = stage;
    this.onDone();
  }

  /** The answer, or null while another is on its way. The same wish keeps its id. */
  async #send(command: { readonly type: string; readonly [field: string]: unknown }) {
    if (this.isBusy || !this.canSend) return null;
    this.isBusy = true;
    const wish = JSON.stringify(command);
    if (wish !== this.#wish) this.#commandId = newCommandId();
    this.#wish = wish;
    const { credentials, language } = this;
    const options = { credentials, language, commandId: this.#commandId };
    const answer = await sendCommand(this.hall, command, options);
    this.isBusy = false;
    // Refused, or done: the next press is another wish. An identity number is not kept either way.
    if (answer.outcome === 'accepted' || answer.code !== 'unavailable') this.#wish = '';
    return answer;
  }
}

defineElement('yc-kiosk-mine', MineScreen);
