/**
 * `<yc-kiosk-pickup>`: a visitor comes for a result. The receipt's code, or its date and number, shows
 * what is there and from when; without a receipt the item is chosen like any other.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { HallId } from '../../shared/base/ids.ts';
import { businessDateAt } from '../../shared/calendar/business-date.ts';
import { clockTime } from '../../shared/client/format.ts';
import type { TicketPlace } from '../../shared/protocol/http.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import type { PickupRow } from '../../shared/views/kiosk-ticket.ts';
import type { ZoneRow } from '../../shared/views/zones.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { numberPad } from './keypad.ts';
import { keypadStyles } from './keypad-styles.ts';
import { numberStyles } from './number-styles.ts';
import { caseOfLine } from './pickup-case.ts';
import type { Scan } from './scanned-code.ts';
import type { TakesKeys } from './takes-keys.ts';

const TYPED_MAX = 11;
const ROWS_MAX = 5;

export class PickupScreen extends YcElement implements TakesKeys {
  static override properties = {
    hall: {},
    language: {},
    credentials: { attribute: false },
    zones: { attribute: false },
    hallNow: { attribute: false },
    canSend: { attribute: false },
    onChosen: { attribute: false },
    onByItem: { attribute: false },
    typed: { state: true },
    rows: { state: true },
    problem: { state: true },
    isBusy: { state: true },
  };
  static override styles = [tokens, kioskStyles, numberStyles, keypadStyles];
  declare hall: HallId;
  declare language: Language;
  declare credentials: Credentials;
  declare zones: readonly ZoneRow[];
  declare hallNow: () => number;
  declare canSend: boolean;
  declare onChosen: (row: PickupRow) => void;
  declare onByItem: () => void;
  declare typed: string;
  declare rows: readonly PickupRow[] | null;
  declare problem: string | null;
  declare isBusy: boolean;

  constructor() {
    super();
    this.typed = '';
    this.rows = null;
    this.problem = null;
    this.isBusy = false;
  }

  typeText(text: string): void {
    const keys = [...text.toUpperCase()].filter((key) => /[A-Z\d]/.test(key));
    this.#type(this.typed + keys.join(''));
  }

  eraseLast(): void {
    this.#type(this.typed.slice(0, -1));
  }

  takeScan(scan: Scan): boolean {
    if (scan.is === 'card' || scan.is === 'agent') return false;
    if (scan.is === 'token') void this.#byToken(scan.token);
    else
      void this.#look(caseOfLine(scan.is === 'ticket' ? scan.number : scan.line, this.hallNow()));
    return true;
  }

  override render(): TemplateResult {
    return html`<main class="body">
      ${this.rows === null ? this.#entry() : this.#choice(this.rows)}
    </main>`;
  }

  #entry(): TemplateResult {
    const text = kioskText[this.language];
    const more = kioskDayText[this.language];
    const letters = [...new Set(['A', 'B', 'C', 'F', ...this.zones.map((z) => z.series)])].sort();
    const of = caseOfLine(this.typed, this.hallNow());
    return html`<output class="typed" aria-live="polite"
        >${this.typed || html`<i>${more.pickupEntryExample}</i>`}</output
      >
      ${
        this.problem === null
          ? nothing
          : html`<div class="notice" role="alert"><p>${this.problem}</p></div>`
      }
      ${numberPad(letters, {
        onKey: (key) => this.typeText(key),
        onErase: () => this.eraseLast(),
        eraseLabel: text.erase,
      })}
      <div class="ways">
        <button data-go="by-item" @click=${this.onByItem}>${more.pickupByItem}</button>
        <button
          class="primary send"
          data-go="send"
          ?disabled=${of === null || this.isBusy || !this.canSend}
          @click=${() => void this.#look(of)}
        >
          ${this.isBusy ? more.looking : more.look}
        </button>
      </div>`;
  }

  #choice(rows: readonly PickupRow[]): TemplateResult {
    const more = kioskDayText[this.language];
    return html`<div class="middle top">
        <p class="where">${more.pickupChoose}</p>
        <div class="rows">
          ${rows.slice(0, ROWS_MAX).map(
            (row) =>
              html`<button data-pickup=${row.of} @click=${() => this.onChosen(row)}>
                <b>${row.name[this.language]}</b>
                <span class="soft">${this.#when(row)}</span>
              </button>`,
          )}
        </div>
      </div>
      <div class="ways">
        <button data-go="by-item" @click=${this.onByItem}>${more.pickupByItem}</button>
      </div>`;
  }

  #when({ readyAt, dueOn }: PickupRow): string {
    const more = kioskDayText[this.language];
    const now = this.hallNow();
    if (readyAt !== null && readyAt <= now) return more.pickupNow;
    if (readyAt !== null) {
      const day = businessDateAt(readyAt);
      const time = clockTime(readyAt);
      return more.pickupReady(day === businessDateAt(now) ? time : `${day.slice(5)} ${time}`);
    }
    return dueOn === null ? more.pickupUnknown : more.pickupDue(dueOn);
  }

  #type(typed: string): void {
    this.typed = typed.slice(0, TYPED_MAX);
    this.problem = null;
  }

  async #byToken(token: string): Promise<void> {
    const path = `/api/tickets/${encodeURIComponent(token)}`;
    const place = await getJson<TicketPlace>(path).catch(() => null);
    if (place?.hall === this.hall) await this.#look(`${place.date}/${place.ticket}`);
    else this.problem = kioskText[this.language].scanNotFound;
  }

  async #look(of: string | null): Promise<void> {
    if (this.isBusy) return;
    const more = kioskDayText[this.language];
    if (of === null) {
      this.problem = more.pickupNone;
      return;
    }
    this.isBusy = true;
    const path = `/api/halls/${this.hall}/kiosk/pickups?of=${encodeURIComponent(of)}`;
    const { credentials, language } = this;
    try {
      const { rows } = await getJson<{ readonly rows: readonly PickupRow[] }>(path, credentials, {
        language,
      });
      this.rows = rows.length === 0 ? null : rows;
      this.problem = rows.length === 0 ? more.pickupNone : null;
    } catch (error) {
      this.problem = (error instanceof ApiProblem && error.message) || more.pickupNone;
    }
    this.isBusy = false;
  }
}

defineElement('yc-kiosk-pickup', PickupScreen);
