/**
 * `<yc-booking>`: the phone's page before there is a ticket: how a ticket comes here, and booking an
 * appointment in three steps: matter, time, check. Tells `booked` with the key of its page. A time
 * that was taken meanwhile brings the times back, fresh, with the reason above them. Nothing typed
 * about the person is kept anywhere.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ApiProblem } from '../../../shared/client/api.ts';
import { defineElement } from '../../../shared/client/define-element.ts';
import { YcElement } from '../../../shared/client/element.ts';
import { ItemFinder } from '../../../shared/client/item-finder.ts';
import { newCommandId } from '../../../shared/client/send-command.ts';
import { tokens } from '../../../shared/client/tokens.ts';
import type { ServiceItem } from '../../../shared/hall/config.ts';
import { bookingText } from '../../../shared/text/booking.ts';
import type { Language } from '../../../shared/text/language.ts';
import { phoneStyles } from '../phone-styles.ts';
import { bookableItems, book, findHall, freeTimes } from './booking-desk.ts';
import type { FreeTime, FreeTimes, Hall } from './booking-desk.ts';
import { bookingStyles } from './booking-styles.ts';
import { checkStep } from './check-step.ts';
import { matterStep, wanted } from './matter-step.ts';
import { openingCard } from './opening-words.ts';
import { timeStep } from './time-step.ts';

type Step = 'start' | 'matter' | 'time' | 'check';
const BEFORE: Readonly<Record<Step, Step>> = {
  start: 'start',
  matter: 'start',
  time: 'matter',
  check: 'time',
};
const IDENTITY_MIN = 4;

export class Booking extends YcElement {
  static override properties = {
    language: {},
    step: { state: true },
    hall: { state: true },
    query: { state: true },
    item: { state: true },
    times: { state: true },
    chosen: { state: true },
    identity: { state: true },
    say: { state: true },
    isBusy: { state: true },
    isAsked: { state: true },
    isTried: { state: true },
  };
  static override styles = [tokens, phoneStyles, bookingStyles];
  declare language: Language;
  declare step: Step;
  declare hall: Hall | null;
  declare query: string;
  declare item: ServiceItem | null;
  declare times: FreeTimes | null;
  declare chosen: FreeTime | null;
  declare identity: string;
  /** Why something was not done. */
  declare say: string | null;
  declare isBusy: boolean;
  /** The server asked for a document, whatever the rules were when the page was opened. */
  declare isAsked: boolean;
  /** Booked once without the document that is needed: now the page says what is missing. */
  declare isTried: boolean;
  readonly #finder = new ItemFinder();
  #commandId = newCommandId();
  /** The newest question for times; an older answer is dropped. */
  #asked = 0;

  constructor() {
    super();
    this.step = 'start';
    this.hall = null;
    this.query = '';
    this.item = null;
    this.times = null;
    this.chosen = null;
    this.identity = '';
    this.say = null;
    this.isBusy = false;
    this.isAsked = false;
    this.isTried = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    const text = bookingText[this.language];
    if (this.step === 'start') return this.#start();
    return html`<section class="booking">
      <button class="back" data-go="back" @click=${() => this.#go(BEFORE[this.step])}>
        ← ${text.back}
      </button>
      ${
        this.say === null
          ? nothing
          : html`<p class="notice" role="alert"><strong>${text.refused}</strong>${this.say}</p>`
      }
      ${this.#body()}
    </section>`;
  }

  #start(): TemplateResult {
    const text = bookingText[this.language];
    return html`<section class="booking start">
      <h1>${this.hall?.here.hallName[this.language] ?? text.welcome}</h1>
      ${openingCard(this.hall?.here, this.language)}
      <div class="card">
        <h2>${text.haveTicket}</h2>
        <p class="soft">${text.haveTicketHelp}</p>
      </div>
      <div class="card">
        <h2>${text.haveBooking}</h2>
        <p class="soft">${text.haveBookingHelp}</p>
      </div>
      <div class="card">
        <h2>${text.book}</h2>
        <p class="soft">${text.bookHelp}</p>
        ${this.#needsIdentity ? html`<p class="soft">${text.identityReady}</p>` : nothing}
        <button class="primary large" data-go="book" @click=${() => this.#go('matter')}>
          ${text.title}
        </button>
      </div>
    </section>`;
  }

  #body(): TemplateResult {
    const { hall, language, item, chosen: slot } = this;
    const text = bookingText[language];
    if (!hall) return this.isBusy ? loading(text.loading) : this.#failed(() => this.#load());
    if (this.step === 'matter' || !item) {
      const found = this.query.trim() === '' ? null : this.#found(hall);
      return matterStep({
        ...{ language, query: this.query, isSearch: found !== null },
        items: found ?? wanted(bookableItems(hall.catalogue)),
        type: (query) => (this.query = query),
        choose: (chosen) => this.#choose(chosen),
      });
    }
    if (this.step === 'time' || !slot) {
      if (!this.times) {
        return this.isBusy ? loading(text.loading) : this.#failed(() => this.#look(null));
      }
      return timeStep({
        ...{ language, item, times: this.times, isBusy: this.isBusy, today: hall.here.at },
        look: (date) => void this.#look(date),
        choose: (chosen) => {
          this.chosen = chosen;
          this.#go('check');
        },
      });
    }
    return checkStep({
      ...{ language, item, slot, isBusy: this.isBusy, identity: this.identity },
      zone: hall.catalogue.zones.find(({ code }) => code === item.zone) ?? null,
      type: (identity) => {
        this.identity = identity;
        this.#commandId = newCommandId();
      },
      isNeeded: this.#needsIdentity,
      isShort: this.#isShort && (this.isTried || this.identity !== ''),
      book: () => void this.#book(hall, item, slot),
    });
  }

  get #needsIdentity(): boolean {
    return this.isAsked || (this.hall?.catalogue.rules.bookNeedsIdentity ?? false);
  }

  get #isShort(): boolean {
    const length = this.identity.trim().length;
    return length < IDENTITY_MIN && (length > 0 || this.#needsIdentity);
  }

  #found({ catalogue }: Hall): readonly ServiceItem[] {
    const bookable = new Set(bookableItems(catalogue).map(({ code }) => code));
    return this.#finder.find(catalogue, this.query).filter(({ code }) => bookable.has(code));
  }

  #failed(again: () => Promise<void>): TemplateResult {
    const text = bookingText[this.language];
    return html`<p class="notice" role="alert">${text.failed}</p>
      <button data-go="again" @click=${() => void again()}>${text.retry}</button>`;
  }

  #go(step: Step): void {
    this.step = step;
    this.say = null;
    if (step === 'matter' && !this.hall && !this.isBusy) void this.#load();
    globalThis.scrollTo({ top: 0 });
  }

  async #load(): Promise<void> {
    this.isBusy = true;
    try {
      this.hall = await findHall();
    } catch {
      this.hall = null;
    }
    this.isBusy = false;
  }

  #choose(item: ServiceItem): void {
    this.item = item;
    this.times = null;
    this.chosen = null;
    this.#go('time');
    void this.#look(null);
  }

  /** The times of a date; null: of the first that may be booked. */
  async #look(date: string | null): Promise<void> {
    const { hall, item, language } = this;
    if (!hall || !item) return;
    this.#asked += 1;
    const asked = this.#asked;
    this.isBusy = true;
    try {
      const times = await freeTimes(hall.here.hall, item.code, date, language);
      if (asked === this.#asked) this.times = times;
    } catch (error) {
      if (asked !== this.#asked) return;
      const isSaid = error instanceof ApiProblem && error.status >= 400 && error.status < 500;
      this.say = isSaid ? error.message : bookingText[language].failed;
    }
    if (asked === this.#asked) this.isBusy = false;
  }

  async #book({ here }: Hall, item: ServiceItem, slot: FreeTime): Promise<void> {
    const { times, language } = this;
    if (this.isBusy || !times) return;
    if (this.#isShort) {
      this.#askIdentity();
      return;
    }
    this.isBusy = true;
    this.say = null;
    const identity = this.identity.trim();
    const answer = await book(here.hall, {
      ...{ commandId: this.#commandId, date: times.date, time: slot.time, language },
      items: [item.code],
      ...(identity !== '' && { identity }),
    });
    this.isBusy = false;
    if (answer.is === 'booked') {
      this.#forget();
      this.dispatchEvent(new CustomEvent('booked', { detail: answer.token }));
      return;
    }
    this.#commandId = newCommandId();
    if (answer.again === 'identity') {
      this.isAsked = true;
      this.#askIdentity();
    }
    if (answer.again === 'time') {
      this.chosen = null;
      this.#go('time');
      await this.#look(times.date);
    }
    this.say = answer.message === '' ? bookingText[language].failed : answer.message;
  }

  #askIdentity(): void {
    this.isTried = true;
    this.renderRoot.querySelector<HTMLInputElement>('input[name=identity]')?.focus();
  }

  /** Done: the next one on this phone begins anew. */
  #forget(): void {
    this.step = 'start';
    this.query = '';
    this.item = null;
    this.times = null;
    this.chosen = null;
    this.identity = '';
    this.isTried = false;
    this.#commandId = newCommandId();
  }
}

function loading(words: string): TemplateResult {
  return html`<p class="soft" role="status">${words}</p>`;
}

defineElement('yc-booking', Booking);
