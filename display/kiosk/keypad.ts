/**
 * Keys of the kiosk's own for numbers: few letters beside large digits for a ticket, or a whole
 * keyboard for documents and agents. Nothing is kept here; each touch tells its key.
 */
import { html, nothing } from 'lit';
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
