/**
 * `<yc-kiosk-return>`: a visitor whose call has passed comes back. The number on keys of its own, or
 * the scanned ticket. The letters are those of the hall's series, so that few keys are enough.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { newCommandId, sendCommand } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import type { TicketPlace } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { icon } from './icons.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { returnStyles } from './return-styles.ts';
import { readScan, ScannedLine } from './scanned-code.ts';

const NUMBER_LENGTH_MAX = 7;
const NUMBER_WHOLE = /^[A-Z]\d{3,6}$/;
const DIGITS = [...'123456789', '', '0'] as const;

type Outcome =
  | { readonly is: 'returned'; readonly ticket: string }
  | { readonly is: 'refused'; readonly message: string };

export class ReturnScreen extends YcElement {
  static override properties = {
    hall: {},
    language: {},
    credentials: { attribute: false },
    zones: { attribute: false },
    canSend: { attribute: false },
    onDone: { attribute: false },
    onFinish: { attribute: false },
    typed: { state: true },
    isBusy: { state: true },
    outcome: { state: true },
  };
  static override styles = [tokens, kioskStyles, returnStyles];
  declare hall: HallId;
  declare language: Language;
  declare credentials: Credentials;
  declare zones: readonly ZoneRow[];
  declare canSend: boolean;
  declare onDone: () => void;
  declare onFinish: () => void;
  declare typed: string;
  declare isBusy: boolean;
  declare outcome: Outcome | null;
  readonly #scanned = new ScannedLine();
  #commandId = newCommandId();

  constructor() {
    super();
    this.typed = '';
    this.isBusy = false;
    this.outcome = null;
    this.canSend = false;
    this.zones = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const onKey = (event: KeyboardEvent) => {
      this.#key(event);
    };
    window.addEventListener('keydown', onKey);
    this.keep(() => {
      window.removeEventListener('keydown', onKey);
    });
  }

  override render(): TemplateResult {
    return this.outcome?.is === 'returned' ? this.#returned(this.outcome.ticket) : this.#keypad();
  }

  #returned(ticket: string): TemplateResult {
    const text = kioskText[this.language];
    const zone = this.zones.find(({ series }) => series === ticket.slice(0, 1));
    return html`<main class="body returned">
      <div class="welcome" role="status">
        <p class="big">${icon('check')}<span>${text.returned(ticket)}</span></p>
        ${
          zone
            ? html`<p class="where">
                ${text.returnedWhere(
                  `${zone.name[this.language]} · ${text.floor(zone.floor)} · ${zone.way[this.language]}`,
                )}
              </p>`
            : nothing
        }
        <p class="soft">${text.returnedHelp}</p>
      </div>
      <button class="primary send" data-go="finish" @click=${this.onFinish}>${text.finish}</button>
    </main>`;
  }

  #keypad(): TemplateResult {
    const text = kioskText[this.language];
    const letters = [...new Set(['A', 'B', 'C', 'F', 'L', ...this.zones.map((z) => z.series)])];
    const isWhole = NUMBER_WHOLE.test(this.typed);
    return html`<main class="body return">
      <output class="typed" aria-live="polite">${this.typed || html`<i>B012</i>`}</output>
      ${
        this.outcome?.is === 'refused'
          ? html`<div class="notice" role="alert">
              <strong>${text.notReturned}</strong>
              <p>${this.outcome.message} ${text.notReturnedHelp}</p>
            </div>`
          : html`<p class="soft">${text.returnRule}</p>`
      }
      <div class="pad">
        <div class="letters">${letters.sort().map((letter) => this.#padKey(letter))}</div>
        <div class="digits">
          ${DIGITS.map((digit) => (digit === '' ? html`<span></span>` : this.#padKey(digit)))}
          <button
            data-key="erase"
            aria-label=${text.erase}
            @click=${() => this.#type(this.typed.slice(0, -1))}
          >
            ${icon('erase')}
          </button>
        </div>
      </div>
      <button
        class="primary send"
        data-go="send"
        ?disabled=${!isWhole || this.isBusy || !this.canSend}
        @click=${() => void this.#send(this.typed)}
      >
        ${this.isBusy ? text.returnBusy : text.returnButton}
      </button>
    </main>`;
  }

  #padKey(key: string): TemplateResult {
    return html`<button data-key=${key} @click=${() => this.#add(key)}>${key}</button>`;
  }

  #add(key: string): void {
    if (/[A-Z]/.test(key)) this.#type(key + this.typed.replace(/[A-Z]/g, ''));
    else this.#type(this.typed + key);
  }

  #type(typed: string): void {
    this.typed = typed.slice(0, NUMBER_LENGTH_MAX);
    this.outcome = null;
    this.#commandId = newCommandId();
  }

  #key(event: KeyboardEvent): void {
    const line = this.#scanned.take(event.key, event.timeStamp);
    if (line !== null) return void this.#scan(line);
    if (/^[a-z]$/i.test(event.key)) this.#add(event.key.toUpperCase());
    else if (/^\d$/.test(event.key)) this.#add(event.key);
    else if (event.key === 'Backspace') this.#type(this.typed.slice(0, -1));
  }

  async #scan(line: string): Promise<void> {
    const scan = readScan(line);
    const number = scan && ('number' in scan ? scan.number : await this.#numberOf(scan.token));
    if (!number) {
      this.#type('');
      this.outcome = { is: 'refused', message: kioskText[this.language].scanNotFound };
      return;
    }
    this.#type(number);
    await this.#send(number);
  }

  async #numberOf(token: string): Promise<string | null> {
    const path = `/api/tickets/${encodeURIComponent(token)}`;
    const place = await getJson<TicketPlace>(path).catch(() => null);
    return place?.hall === this.hall ? place.ticket : null;
  }

  async #send(ticket: string): Promise<void> {
    if (this.isBusy || !this.canSend) return;
    this.isBusy = true;
    const { credentials, language } = this;
    const command = { type: 'reactivateTicket', ticket };
    const options = { credentials, language, commandId: this.#commandId };
    const answer = await sendCommand(this.hall, command, options);
    this.isBusy = false;
    this.outcome =
      answer.outcome === 'accepted'
        ? { is: 'returned', ticket }
        : { is: 'refused', message: answer.message };
    if (answer.outcome === 'accepted') this.onDone();
  }
}

defineElement('yc-kiosk-return', ReturnScreen);
