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
import type { Language } from '../../shared/text/language.ts';
import { windowsText } from '../../shared/views/printed-ticket.ts';
import { icon } from './icons.ts';
import { kioskStyles } from './kiosk-styles.ts';
import type { PrintWords } from './print-words.ts';
import { printWords } from './print-words.ts';
import { qrCode } from '../parts/qr-code.ts';
import './ticket-paper.ts';
import { ticketStyles } from './ticket-styles.ts';
import type { TakenTicket } from './visit.ts';

const ITEMS_SHOWN = 2;

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
                ${this.isBusy ? text.reprinting : text.reprint}
              </button>`
            : nothing
        }
        <button class="primary grow" data-go="finish" @click=${this.onFinish}>
          ${text.finish}
        </button>
      </div>
    </div>`;
  }

  #facts(): TemplateResult {
    const text = kioskText[this.language];
    const { language } = this;
    const view = this.#live?.view;
    const zone = view ?? this.#zoneBefore();
    const ahead = view?.ahead ?? this.taken.ahead;
    const where = zone === null ? null : ('zoneName' in zone ? zone.zoneName : zone.name)[language];
    return html`<section class="facts">
      ${fact(text.whereTo, where, zone && `${text.floor(zone.floor)} · ${zone.way[language]}`)}
      ${fact(text.windows, view ? windowsText(view.windows, language) : null, null)}
      ${ahead === null ? nothing : html`<div class="ahead">${text.ahead(ahead)}</div>`}
      <div class="items">
        <p class="label">${text.items}</p>
        <p class="value">${this.#items()}</p>
      </div>
    </section>`;
  }

  /** The zone by the number's letter, until the ticket's own view tells. */
  #zoneBefore(): Catalogue['zones'][number] | null {
    const letter = this.taken.ticket.slice(0, 1);
    return this.catalogue.zones.find(({ series }) => series === letter) ?? null;
  }

  #items(): string {
    const text = kioskText[this.language];
    const { items } = this.taken.basket;
    const names = items
      .slice(0, ITEMS_SHOWN)
      .map((code) => this.catalogue.items.find((item) => item.code === code)?.name[this.language]);
    const more = items.length > ITEMS_SHOWN ? [text.moreItems(items.length)] : [];
    return [...names.filter((name) => name !== undefined), ...more].join(' · ');
  }

  #code(words: PrintWords): TemplateResult {
    const text = kioskText[this.language];
    const address = `${location.origin}/phone/#${this.taken.token}`;
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

function fact(label: string, value: string | null, more: string | null): TemplateResult {
  return html`<div>
    <p class="label">${label}</p>
    <p class="value">${value ?? '…'}${more ? html`<span class="soft">${more}</span>` : nothing}</p>
  </div>`;
}

defineElement('yc-kiosk-ticket', TicketScreen);
