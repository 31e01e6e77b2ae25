/**
 * Keys of the kiosk's own for numbers: few letters beside large digits for a ticket, or a whole
 * keyboard for documents and agents. Nothing is kept here; each touch tells its key.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { icon } from './icons.ts';

const DIGITS = [...'123456789', '', '0'] as const;
const KEY_ROWS = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'] as const;

export interface Keys {
  readonly onKey: (key: string) => void;
  readonly onErase: () => void;
  readonly eraseLabel: string;
}

/** The hall's letters in a column, digits as on a telephone. */
export function numberPad(letters: readonly string[], keys: Keys): TemplateResult {
  return html`<div class="pad ${letters.length === 0 ? 'digits-only' : ''}">
    ${
      letters.length === 0
        ? nothing
        : html`<div class="letters">${letters.map((letter) => keyButton(letter, keys))}</div>`
    }
    <div class="digits">
      ${DIGITS.map((digit) => (digit === '' ? html`<span></span>` : keyButton(digit, keys)))}
      ${eraseButton(keys)}
    </div>
  </div>`;
}

/** Every letter and digit, as they stand on a keyboard. */
export function wholeKeyboard(keys: Keys): TemplateResult {
  return html`<div class="keyboard">
    ${KEY_ROWS.map(
      (row, place) =>
        html`<div class="keys">
          ${[...row].map((key) => keyButton(key, keys))}
          ${place === KEY_ROWS.length - 1 ? eraseButton(keys) : nothing}
        </div>`,
    )}
  </div>`;
}

function keyButton(key: string, { onKey }: Keys): TemplateResult {
  return html`<button class="key" data-key=${key} @click=${() => onKey(key)}>${key}</button>`;
}

function eraseButton({ onErase, eraseLabel }: Keys): TemplateResult {
  return html`<button class="key wide" data-key="erase" aria-label=${eraseLabel} @click=${onErase}>
    ${icon('erase')}
  </button>`;
}

export const keypadStyles = css`
  .typed {
    flex: none;
    height: 136px;
    display: grid;
    place-items: center;
    border: 3px solid var(--ink);
    border-radius: var(--radius);
    background: var(--panel);
    font-size: 96px;
    font-weight: 700;
    line-height: 1;
    letter-spacing: 0.06em;
    white-space: nowrap;
    overflow: hidden;
  }
  .typed.long {
    font-size: 56px;
  }
  .typed i {
    color: var(--slate-deep);
    font-style: normal;
    font-weight: 400;
    font-size: var(--text-strong);
    letter-spacing: 0;
  }
  .pad {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: 1fr 2.4fr;
    gap: 40px;
  }
  .pad.digits-only {
    grid-template-columns: 1fr;
  }
  :host([data-low]) .pad.digits-only {
    grid-template-rows: 1fr;
  }
  .letters,
  .digits {
    display: grid;
    gap: 12px;
    grid-auto-rows: minmax(0, 1fr);
  }
  .digits {
    grid-template-columns: repeat(3, 1fr);
  }
  :host([data-low]) .pad {
    grid-template-columns: 1fr;
    gap: 12px;
    grid-template-rows: 96px 1fr;
  }
  :host([data-low]) .letters {
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
  }
  :host([data-low]) .digits {
    grid-template-columns: repeat(6, 1fr);
  }
  :host([data-low]) .digits span {
    display: none;
  }
  .pad button {
    font-size: 56px;
    padding: 0;
    display: grid;
    place-items: center;
  }
  .keyboard {
    flex: none;
    display: grid;
    gap: 10px;
    margin: 0 -16px;
  }
  .keys {
    display: flex;
    justify-content: center;
    gap: 8px;
    min-width: 0;
  }
  .keyboard .key {
    flex: 0 0 96px;
    min-height: 96px;
    padding: 0;
    font-size: 44px;
    font-weight: 500;
    line-height: 1;
  }
  .keyboard .key.wide {
    flex: 0 1 164px;
    display: grid;
    place-items: center;
  }
`;
