/**
 * `<yc-kiosk-document>`: the number of a document, typed where the reader fails. Any kind of document
 * is taken; a format that does not fit is a warning. The number is shown only by its last characters
 * and forgotten with the screen.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { kioskDayText } from '../../shared/text/kiosk-day.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DocumentKind } from './documents.ts';
import {
  DOCUMENT_KINDS,
  DOCUMENT_LENGTH_MAX,
  DOCUMENT_LENGTH_MIN,
  fitsDocument,
  suggestedLanguage,
} from './documents.ts';
import { kioskStyles } from './kiosk-styles.ts';
import { numberPad, wholeKeyboard } from './keypad.ts';
import { keypadStyles } from './keypad-styles.ts';
import { numberStyles } from './number-styles.ts';

const SHOWN_LAST = 4;
/** The letters that such numbers have beside digits; null: any. */
const LETTERS: Readonly<Record<DocumentKind, readonly string[] | null>> = {
  ...{ id: ['X'], residence: ['X'], taiwan: [], hkMacau: ['H', 'M'] },
  ...{ passport: null, permanent: null },
};

export class DocumentEntry extends YcElement {
  static override properties = {
    language: {},
    isLow: { attribute: false },
    canSend: { attribute: false },
    onSend: { attribute: false },
    onLanguage: { attribute: false },
    onNumber: { attribute: false },
    kind: { state: true },
    typed: { state: true },
    choosesKind: { state: true },
  };
  static override styles = [
    tokens,
    kioskStyles,
    numberStyles,
    keypadStyles,
    css`
      :host {
        min-height: 0;
        flex: 1;
        display: flex;
        flex-direction: column;
        gap: var(--gap);
      }
      .room {
        flex: 1;
      }
      .typed.odd {
        border-color: var(--amber);
        background: var(--amber-soft);
      }
      .typed small {
        font-size: var(--text);
        font-weight: 500;
        letter-spacing: 0;
      }
      :host([data-low]) {
        gap: 10px;
      }
      :host([data-low]) .typed {
        height: 120px;
        align-content: center;
      }
      :host([data-low]) .send,
      :host([data-low]) .ways button {
        min-height: 96px;
      }
      .kinds button {
        min-height: 104px;
      }
      .pad {
        grid-template-columns: minmax(0, 1fr);
        grid-template-rows: 96px minmax(0, 280px);
        gap: 12px;
        align-content: end;
      }
      .pad.digits-only {
        grid-template-rows: minmax(0, 280px);
      }
      .letters {
        grid-auto-flow: column;
        grid-auto-columns: 1fr;
      }
      .digits {
        grid-template-columns: repeat(6, 1fr);
      }
      .digits span {
        display: none;
      }
    `,
  ];
  declare language: Language;
  declare isLow: boolean;
  declare canSend: boolean;
  declare onSend: (number: string) => void;
  declare onLanguage: (language: Language) => void;
  declare onNumber: () => void;
  declare kind: DocumentKind;
  declare typed: string;
  declare choosesKind: boolean;

  constructor() {
    super();
    this.kind = 'id';
    this.typed = '';
    this.canSend = false;
    this.isLow = false;
    this.choosesKind = true;
  }

  typeText(text: string): void {
    const keys = [...text.toUpperCase()].filter((key) => /[A-Z\d]/.test(key));
    this.typed = (this.typed + keys.join('')).slice(0, DOCUMENT_LENGTH_MAX);
  }

  eraseLast(): void {
    this.typed = this.typed.slice(0, -1);
  }

  override render(): TemplateResult {
    const more = kioskDayText[this.language];
    const { typed, kind } = this;
    const isLong = typed.length >= DOCUMENT_LENGTH_MIN;
    const isOdd = isLong && !fitsDocument(kind, typed);
    return html`${this.#kinds()} ${this.#suggestion()}
      <output class="typed long ${isOdd ? 'odd' : ''}" aria-label=${more.documentNumber}
        >${typed === '' ? html`<i>${more.documentNumber}</i>` : masked(typed)}
        ${this.isLow && isOdd ? html`<small>${more.documentCheck}</small>` : nothing}</output
      >
      ${
        this.isLow
          ? nothing
          : html`<p class="hint-line" role="status">
              ${isOdd ? more.documentWarn : more.documentKept}
            </p>`
      }
      ${this.#keys()}
      <div class="ways">
        ${this.isLow ? nothing : this.#byNumber()}
        <button
          class="primary send"
          data-go="send-document"
          ?disabled=${!isLong || !this.canSend}
          @click=${() => this.onSend(this.typed)}
        >
          ${this.canSend ? more.checkIn : more.checkInBusy}
        </button>
      </div>`;
  }

  /** Every kind; in the low position the chosen one alone, once a hand has chosen it. */
  #kinds(): TemplateResult {
    const more = kioskDayText[this.language];
    if (this.isLow && !this.choosesKind) {
      return html`<div class="ways">
        <button data-go="kinds" @click=${() => (this.choosesKind = true)}>
          ${more.documentKinds[this.kind]} ▾
        </button>
        ${this.#byNumber()}
      </div>`;
    }
    return html`<div class="kinds" role="group" aria-label=${more.documentNumber}>
      ${DOCUMENT_KINDS.map(
        (one) =>
          html`<button
            data-document=${one}
            aria-pressed=${one === this.kind ? 'true' : 'false'}
            @click=${() => {
              this.kind = one;
              this.choosesKind = false;
            }}
          >
            ${more.documentKinds[one]}
          </button>`,
      )}
    </div>`;
  }

  /** Few large keys where the number has digits, a keyboard where it may have any letter. */
  #keys(): TemplateResult | typeof nothing {
    if (this.isLow && this.choosesKind) return nothing;
    const keys = {
      onKey: (key: string) => this.typeText(key),
      onErase: () => this.eraseLast(),
      eraseLabel: kioskText[this.language].erase,
    };
    const letters = LETTERS[this.kind];
    if (letters !== null) return numberPad(letters, keys);
    return html`<div class="room"></div>
      ${wholeKeyboard(keys)}`;
  }

  #byNumber(): TemplateResult {
    return html`<button data-go="by-number" @click=${this.onNumber}>
      ${kioskDayText[this.language].byNumber}
    </button>`;
  }

  /** Whose document it is may rather read another language: one touch, never by itself. */
  #suggestion(): TemplateResult | typeof nothing {
    const other = suggestedLanguage(this.kind);
    const isShut = this.isLow && !this.choosesKind && this.typed !== '';
    if (other === null || other === this.language || isShut) return nothing;
    return html`<div class="ways">
      <button lang=${other} data-suggest=${other} @click=${() => this.onLanguage(other)}>
        ${kioskDayText[other].switchTo(kioskText[other].languageName)}
      </button>
    </div>`;
  }
}

function masked(number: string): string {
  const hidden = Math.max(0, number.length - SHOWN_LAST);
  return '•'.repeat(hidden) + number.slice(hidden);
}

defineElement('yc-kiosk-document', DocumentEntry);
