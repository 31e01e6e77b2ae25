/**
 * `<yc-kiosk-ticket>`: the number that was just taken. Number first, then where to wait, which
 * windows, how many come first; the paper as it prints, or, when there is none, the number and a
 * large QR with another try. Follows the ticket by its own token, as the visitor's phone does, so
 * that both say the same; until that view comes, the answer of the command is enough.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { PrintState } from '../../shared/hall/ticket.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import { icon } from './icons.ts';
import { kioskStyles } from './kiosk-styles.ts';
import type { PrintWords } from './print-words.ts';
import { printWords } from './print-words.ts';
import { qrCode } from '../parts/qr-code.ts';
import './ticket-paper.ts';
import type { Scene } from './scene.ts';
import { ticketFacts } from './ticket-facts.ts';
import { ticketStyles } from './ticket-styles.ts';
import type { TakenTicket } from './visit.ts';

const SECOND_TAP_MS = 700;

export class TicketScreen extends YcElement {
  static override properties = {
    taken: { attribute: false },
    print: { attribute: false },
    catalogue: { attribute: false },
    credentials: { attribute: false },
    hall: {},
    language: {},
    isLive: { attribute: false },
    showsPaper: { attribute: false },
    idleSeconds: { attribute: false },
    onFinish: { attribute: false },
    isBusy: { state: true },
    refusal: { state: true },
  };
  static override styles = [tokens, kioskStyles, ticketStyles];
  declare taken: TakenTicket;
  declare print: PrintState | null;
  declare catalogue: Catalogue;
  declare credentials: Credentials;
  declare hall: HallId;
  declare language: Language;
  declare isLive: boolean;
  declare showsPaper: boolean;
  declare idleSeconds: number | null;
  declare onFinish: () => void;
  declare isBusy: boolean;
  declare refusal: string | null;
  #live: LiveView<'ticket'> | null = null;
  #shownAt = 0;

  constructor() {
    super();
    this.print = null;
    this.isLive = true;
    this.showsPaper = false;
    this.idleSeconds = null;
    this.isBusy = false;
    this.refusal = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#shownAt = performance.now();
    const { token } = this.taken;
    const live = new LiveView<'ticket'>({
      topic: `ticket/${token}`,
      credentials: { kind: 'ticket', token },
      onChange: () => {
        this.requestUpdate();
      },
    });
    this.#live = live;
    live.start();
    this.keep(() => {
      live.stop();
    });
  }

  override render(): TemplateResult {
    const text = kioskText[this.language];
    const more = kioskDayText[this.language];
    const words = printWords(this.print, this.isLive, text);
    const isUnprinted = words.state === 'failed' || words.state === 'unknown';
    return html`<div class="sheet ${isUnprinted ? 'unprinted' : ''}">
      <header class="number-area">
        <p class="small-row">
          <span>${text.yourNumber}</span>
          <span class="soft" role="timer"
            >${this.idleSeconds === null ? nothing : text.idle(this.idleSeconds)}</span
          >
        </p>
        ${
          this.isLive
            ? nothing
            : html`<div class="notice cut-off" role="alert">${more.cutOffTicket}</div>`
        }
        <p class="number">${this.taken.ticket}</p>
        <p class="print ${words.state}" role="status">
          ${words.state === 'printed' ? icon('check') : nothing}<span>${words.words}</span>
        </p>
      </header>
      ${this.#facts()} ${this.#code(words)} ${this.#paper(words)}
      <div class="row ends">
        ${
          isUnprinted
            ? html`<button
                class="grow"
                data-go="reprint"
                ?disabled=${this.isBusy || !this.isLive}
                @click=${() => void this.#reprint()}
              >
                ${this.isBusy ? text.reprinting : text.reprint}${
                  this.isLive ? nothing : html`<br /><span class="why">${more.needsLine}</span>`
                }
              </button>`
            : nothing
        }
        <button class="primary grow" data-go="finish" @click=${() => this.#finish()}>
          ${text.finish}
        </button>
      </div>
    </div>`;
  }

  /** A double tap's second falls where the last button stood: it must not take the number away. */
  #finish(): void {
    if (performance.now() - this.#shownAt >= SECOND_TAP_MS) this.onFinish();
  }

  #facts(): TemplateResult {
    const { taken, catalogue, language } = this;
    const view = this.#live?.view ?? null;
    return ticketFacts({ taken, catalogue, language, view, now: this.#live?.hallNow() ?? 0 });
  }

  #code(words: PrintWords): TemplateResult {
    const text = kioskText[this.language];
    const address = addressOf(this.taken.token);
    return html`<div class="code">
      ${qrCode(address, text.scan)}
      <p><b>${text.scan}</b> <span>${words.help ?? text.scanHelp}</span></p>
    </div>`;
  }

  #paper(words: PrintWords): TemplateResult | typeof nothing {
    const text = kioskText[this.language];
    if (this.refusal !== null) {
      return html`<div class="notice paper" role="alert">${this.refusal}</div>`;
    }
    if (words.state === 'failed' || words.state === 'unknown') return nothing;
    const isOut = words.state === 'printed';
    return html`<div class="paper">
      <div class="slot" aria-hidden="true"></div>
      ${
        isOut && this.showsPaper
          ? html`<yc-ticket-paper
              .number=${this.taken.ticket}
              .job=${this.print && 'job' in this.print ? this.print.job : ''}
              .label=${`${text.picture} ${this.taken.ticket}`}
            ></yc-ticket-paper>`
          : nothing
      }
    </div>`;
  }

  async #reprint(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.refusal = null;
    const { credentials, language, taken } = this;
    const command = { type: 'reprintTicket', ticket: taken.ticket };
    const answer = await sendCommand(this.hall, command, { credentials, language });
    this.isBusy = false;
    if (answer.outcome === 'refused') this.refusal = answer.message;
  }
}

defineElement('yc-kiosk-ticket', TicketScreen);

/** The visitor's own page, as its code says. */
export function addressOf(token: string): string {
  return `${location.origin}/phone/#${token}`;
}

export interface TicketParts {
  readonly hall: HallId;
  readonly credentials: Credentials;
  readonly isLive: boolean;
  readonly showsPaper: boolean;
  readonly idleSeconds: number | null;
  readonly onFinish: () => void;
}

/** The element for the ticket just taken, with what became of its paper. */
export function ticketScreen(scene: Scene, taken: TakenTicket, parts: TicketParts): TemplateResult {
  const { visit, view, catalogue } = scene;
  const found = view?.prints.find(({ ticket }) => ticket === taken.ticket);
  return html`<yc-kiosk-ticket
    ?data-low=${visit.isLow}
    ?data-large=${visit.isLarge}
    .taken=${taken}
    .print=${found?.print ?? null}
    .catalogue=${catalogue}
    .credentials=${parts.credentials}
    .hall=${parts.hall}
    .language=${visit.language}
    .isLive=${parts.isLive}
    .showsPaper=${parts.showsPaper}
    .idleSeconds=${parts.idleSeconds}
    .onFinish=${parts.onFinish}
  ></yc-kiosk-ticket>`;
}
