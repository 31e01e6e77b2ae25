/**
 * `<yc-phone>`: the visitor's own page. Shows the one ticket or appointment whose token stands after
 * the `#`, in its language until the visitor chooses; without one, how to get here, and booking.
 * Everything that it says of a ticket comes from the live view; what is old says so.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime } from '../../shared/client/format.ts';
import { keptLanguage, tellDocument } from '../../shared/client/page-language.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { bookingText } from '../../shared/text/booking.ts';
import type { Language } from '../../shared/text/language.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { PhoneText } from '../../shared/text/phone.ts';
import type { PhoneCase, TicketView } from '../../shared/views/ticket-page.ts';
import { phoneDayText } from '../../shared/text/phone-day.ts';
import { appointmentCard, appointmentStyles, bringCard, keepCard } from './appointment-card.ts';
import './booking/booking.ts';
import { calledCard, calledStyles } from './called-card.ts';
import { caseNotices, noticeStyles } from './case-notices.ts';
import { emergencyNote, emergencyStyles } from './emergency-note.ts';
import { languageSwitch, languageStyles } from './language-switch.ts';
import { phoneStyles } from './phone-styles.ts';
import './rating-form.ts';
import './ticket-actions.ts';
import { cardStyles, caseList, ticketCard } from './ticket-card.ts';
import { TicketLink } from './ticket-link.ts';
import type { Written } from './written-words.ts';

const TICK_MS = 10_000;
const VIBRATION_MS = [500, 200, 500, 200, 500];
const LANGUAGE_TAGS = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' } as const;

export class PhonePage extends YcElement {
  static override properties = {
    chosen: { state: true },
    isCopied: { state: true },
    isJustBooked: { state: true },
    tick: { state: true },
  };
  static override styles = [
    tokens,
    phoneStyles,
    cardStyles,
    calledStyles,
    languageStyles,
    appointmentStyles,
    noticeStyles,
    emergencyStyles,
    css`
      .middle {
        margin-block: auto;
      }
      .middle h1 {
        font-size: 30px;
        line-height: 1.3;
        margin-bottom: 12px;
      }
      .thanks {
        background: var(--jade-soft);
        border-color: transparent;
      }
      .thanks h2 {
        color: var(--jade-deep);
        font-size: 22px;
      }
    `,
  ];
  declare chosen: Language | null;
  declare isCopied: boolean;
  declare isJustBooked: boolean;
  declare tick: number;
  #link: TicketLink | null = null;
  #alertedCall = 0;

  constructor() {
    super();
    this.chosen = null;
    this.isCopied = false;
    this.isJustBooked = false;
    this.tick = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const open = () => {
      this.#open();
    };
    window.addEventListener('hashchange', open);
    // Limits pass while nothing else changes.
    this.keepEvery(TICK_MS, () => (this.tick += 1));
    this.keep(() => {
      window.removeEventListener('hashchange', open);
      this.#link?.stop();
    });
    open();
  }

  override updated(): void {
    tellDocument(this.#language());
    document.title = this.#title(this.#language());
    this.#vibrate();
  }

  override render(): TemplateResult {
    const language = this.#language();
    const text = phoneText[language];
    const view = this.#link?.live.view ?? null;
    const isCalled = view?.status === 'called';
    return html`<div class="page ${isCalled ? 'is-called' : ''}" lang=${language}>
      <header>
        <p class="hall">${view?.hallName[language] ?? this.#title(language)}</p>
        ${languageSwitch(language, text, (chosen) => (this.chosen = chosen))}
      </header>
      <main class="page-main">
        ${view ? this.#ticket(view, text, language) : this.#before(text, language)}
      </main>
    </div>`;
  }

  #before(text: PhoneText, language: Language): TemplateResult {
    if (!this.#link) {
      return html`<yc-booking
        .language=${language}
        @booked=${(event: CustomEvent<string>) => this.#showBooked(event.detail)}
      ></yc-booking>`;
    }
    const isUnknown = this.#link.isUnknown || this.#link.live.refused !== null;
    if (isUnknown) return message(text.unknown, text.unknownHelp);
    return html`<p class="middle" role="status">${text.loading}</p>`;
  }

  #ticket(view: TicketView, text: PhoneText, language: Language): TemplateResult {
    const isCalled = view.status === 'called';
    const isBooked = view.status === 'booked';
    const { emergency } = view;
    return html`${emergency === null ? nothing : emergencyNote(emergency, language)}
    ${this.#cutOff(text)} ${isBooked && this.isJustBooked ? bookedNow(language) : nothing}
    ${isCalled ? calledCard(view, text, language) : ticketCard(view, text, language, this.#now)}
    ${isBooked && view.appointment ? this.#appointment(view.appointment, language) : nothing}
    ${isCalled ? nothing : caseNotices(view.cases, language, (row) => this.#written(row))}
    ${this.#ratings(view, text, language)}
    ${isCalled ? nothing : caseList(view.cases, text, language)}
    ${isBooked ? bringCard(view, language) : nothing} ${this.#actions(view, language)}`;
  }

  #written(row: PhoneCase): Written {
    return this.#link?.written.of(row) ?? { is: 'none' };
  }

  get #now(): number {
    return this.#link?.live.hallNow() ?? 0;
  }

  #appointment(appointment: NonNullable<TicketView['appointment']>, language: Language) {
    return html`${appointmentCard(appointment, language, location.href)}
    ${keepCard(language, this.isCopied, () => void this.#copy())}`;
  }

  /** A phone may forbid the clipboard; the address stands in its own bar then. */
  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.isCopied = true;
    } catch {
      this.isCopied = false;
    }
  }

  #showBooked(token: string): void {
    this.isJustBooked = true;
    this.isCopied = false;
    location.hash = token;
  }

  #cutOff(text: PhoneText): TemplateResult | typeof nothing {
    const live = this.#link?.live;
    if (!live || live.link === 'live') return nothing;
    const at = live.heardHallAt ?? live.shownAsOfAt;
    return html`<div class="notice" role="status">
      <strong>${text.offline}</strong>
      ${at === null ? nothing : text.offlineHelp(clockTime(at))}
    </div>`;
  }

  #ratings(view: TicketView, text: PhoneText, language: Language): TemplateResult | typeof nothing {
    const rated = view.cases.filter(({ level }) => level !== null);
    const open = view.cases.filter(({ nonce, level }) => nonce !== null && level === null);
    const thanks =
      rated.length === 0
        ? nothing
        : html`<section class="card thanks" role="status"><h2>${text.thanks}</h2></section>`;
    const [first] = open;
    if (!first || !view.scale || !this.#link) return html`${thanks}`;
    const all = open.length + rated.length;
    const form = html`<yc-phone-rating
      .row=${first}
      .scale=${view.scale}
      .place=${rated.length + 1}
      .count=${all}
      .until=${this.#until(view.rateUntilAt, language)}
      .hall=${this.#link.hall}
      .language=${language}
      .credentials=${this.#link.credentials}
    ></yc-phone-rating>`;
    // A form of its own for each case: nothing may stand chosen from the case before.
    return html`${thanks}${keyed(first.case, form)}`;
  }

  #until(at: number, language: Language): string {
    const options = { month: 'long', day: 'numeric', timeZone: 'Asia/Shanghai' } as const;
    return new Intl.DateTimeFormat(LANGUAGE_TAGS[language], options).format(at);
  }

  #actions(view: TicketView, language: Language): TemplateResult | typeof nothing {
    const link = this.#link;
    if (!link) return nothing;
    // Nothing that was asked about one ticket may stand over another.
    return html`${keyed(
      view.ticket,
      html`<yc-ticket-actions
        .view=${view}
        .hall=${link.hall}
        .language=${language}
        .credentials=${link.credentials}
        .isCutOff=${link.live.link !== 'live'}
        .now=${link.live.hallNow()}
      ></yc-ticket-actions>`,
    )}`;
  }

  #open(): void {
    this.#link?.stop();
    this.#link = null;
    const token = decodeURIComponent(location.hash.replace(/^#/, ''));
    if (token !== '') {
      this.#link = new TicketLink(token, () => {
        this.requestUpdate();
      });
      this.#link.start();
    }
    this.requestUpdate();
  }

  #title(language: Language): string {
    return this.#link ? phoneText[language].title : bookingText[language].title;
  }

  #language(): Language {
    return this.chosen ?? this.#link?.live.view?.language ?? keptLanguage();
  }

  /** Once for each call; a phone that cannot vibrate is no fault. */
  #vibrate(): void {
    const view = this.#link?.live.view;
    const callAt = view?.status === 'called' ? (view.lastCallAt ?? 0) : 0;
    if (callAt > this.#alertedCall) vibrate();
    this.#alertedCall = callAt;
  }
}

/** Not every browser can; nothing is lost where it cannot. */
function vibrate(): void {
  if ('vibrate' in navigator) navigator.vibrate(VIBRATION_MS);
}

function bookedNow(language: Language): TemplateResult {
  return html`<section class="card thanks" role="status">
    <h2>${phoneDayText[language].bookedNow}</h2>
  </section>`;
}

function message(title: string, help: string): TemplateResult {
  return html`<section class="middle">
    <h1>${title}</h1>
    <p>${help}</p>
  </section>`;
}
