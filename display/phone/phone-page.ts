/**
 * `<yc-phone>`: the visitor's own page. Shows the one ticket whose token stands after the `#`; the
 * language is the ticket's until the visitor chooses. Asks for little: leave the queue, come back
 * after a missed call, rate. Everything it says comes from the live view; what is old says so.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime } from '../../shared/client/format.ts';
import { tellDocument } from '../../shared/client/page-language.ts';
import { sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { languageOf } from '../../shared/text/language.ts';
import type { Language } from '../../shared/text/language.ts';
import { phoneText } from '../../shared/text/phone.ts';
import type { PhoneText } from '../../shared/text/phone.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';
import { calledCard, calledStyles } from './called-card.ts';
import { languageSwitch, languageStyles } from './language-switch.ts';
import { phoneStyles } from './phone-styles.ts';
import './rating-form.ts';
import { cardStyles, caseList, ticketCard } from './ticket-card.ts';
import { TicketLink } from './ticket-link.ts';

const VIBRATION_MS = [500, 200, 500, 200, 500];
const LANGUAGE_TAGS = { 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW', en: 'en-GB' } as const;

export class PhonePage extends YcElement {
  static override properties = {
    chosen: { state: true },
    isAsking: { state: true },
    isBusy: { state: true },
    refusal: { state: true },
  };
  static override styles = [
    tokens,
    phoneStyles,
    cardStyles,
    calledStyles,
    languageStyles,
    css`
      .actions {
        display: grid;
        gap: 12px;
        margin-top: auto;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
        margin-top: 16px;
      }
      .ask {
        padding: 20px;
      }
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
      .large {
        min-height: 64px;
        font-size: 20px;
      }
    `,
  ];
  declare chosen: Language | null;
  declare isAsking: boolean;
  declare isBusy: boolean;
  declare refusal: string | null;
  #link: TicketLink | null = null;
  #alertedCall = 0;

  constructor() {
    super();
    this.chosen = null;
    this.isAsking = false;
    this.isBusy = false;
    this.refusal = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const open = () => {
      this.#open();
    };
    window.addEventListener('hashchange', open);
    this.keep(() => {
      window.removeEventListener('hashchange', open);
      this.#link?.stop();
    });
    open();
  }

  override updated(): void {
    tellDocument(this.#language());
    document.title = phoneText[this.#language()].title;
    this.#vibrate();
  }

  override render(): TemplateResult {
    const language = this.#language();
    const text = phoneText[language];
    const view = this.#link?.live.view ?? null;
    const isCalled = view?.status === 'called';
    return html`<div class="page ${isCalled ? 'is-called' : ''}" lang=${language}>
      <header>
        <h1 class="hall">${view?.hallName[language] ?? text.title}</h1>
        ${languageSwitch(language, text, (chosen) => (this.chosen = chosen))}
      </header>
      <main class="page-main">
        ${view ? this.#ticket(view, text, language) : this.#before(text)}
      </main>
    </div>`;
  }

  #before(text: PhoneText): TemplateResult {
    if (!this.#link) return message(text.title, text.noToken);
    const isUnknown = this.#link.isUnknown || this.#link.live.refused !== null;
    if (isUnknown) return message(text.unknown, text.unknownHelp);
    return html`<p class="middle" role="status">${text.loading}</p>`;
  }

  #ticket(view: TicketView, text: PhoneText, language: Language): TemplateResult {
    const isCalled = view.status === 'called';
    return html`${this.#cutOff(text)}
    ${isCalled ? calledCard(view, text, language) : ticketCard(view, text, language)}
    ${this.#ratings(view, text, language)}
    ${isCalled ? nothing : caseList(view.cases, text, language)} ${this.#actions(view, text)}`;
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

  #actions(view: TicketView, text: PhoneText): TemplateResult {
    const refusal =
      this.refusal === null
        ? nothing
        : html`<p class="notice" role="alert"><strong>${text.refused}</strong>${this.refusal}</p>`;
    const isCutOff = this.#link?.live.link !== 'live';
    const comeBack = html`<button
      class="primary large"
      data-go="return"
      ?disabled=${this.isBusy || isCutOff}
      @click=${() => void this.#send('reactivateTicket', view)}
    >
      ${this.isBusy ? text.busy : text.comeBack}
    </button>`;
    return html`<div class="actions">
      ${refusal} ${view.canReturn ? comeBack : nothing}
      ${view.canCancel ? this.#cancel(view, text, isCutOff) : nothing}
    </div>`;
  }

  #cancel(view: TicketView, text: PhoneText, isCutOff: boolean): TemplateResult {
    if (!this.isAsking) {
      return html`<button
        data-go="cancel"
        ?disabled=${this.isBusy || isCutOff}
        @click=${() => (this.isAsking = true)}
      >
        ${text.cancel}
      </button>`;
    }
    return html`<section class="card ask">
      <p>${text.cancelAsk}</p>
      <div class="pair">
        <button data-go="cancel-yes" @click=${() => void this.#send('cancelTicket', view)}>
          ${text.cancelYes}
        </button>
        <button class="primary" data-go="cancel-no" @click=${() => (this.isAsking = false)}>
          ${text.cancelNo}
        </button>
      </div>
    </section>`;
  }

  async #send(type: 'cancelTicket' | 'reactivateTicket', { ticket }: TicketView): Promise<void> {
    const link = this.#link;
    if (this.isBusy || !link?.hall) return;
    this.isBusy = true;
    this.isAsking = false;
    this.refusal = null;
    const options = { credentials: link.credentials, language: this.#language() };
    const answer = await sendCommand(link.hall, { type, ticket }, options);
    this.isBusy = false;
    if (answer.outcome === 'refused') this.refusal = answer.message;
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

  #language(): Language {
    return this.chosen ?? this.#link?.live.view?.language ?? languageOf(null);
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

function message(title: string, help: string): TemplateResult {
  return html`<section class="middle">
    <h1>${title}</h1>
    <p>${help}</p>
  </section>`;
}
