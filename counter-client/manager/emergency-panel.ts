/**
 * The message that pre-empts every screen: choose a kind, add words, see it as the screens will show
 * it, press twice. While one stands, a banner says so on every tab and clears it, again by two presses.
 */
import { css, html } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { EMERGENCY_KINDS } from '../../shared/hall/command-words.ts';
import type { EmergencyKind } from '../../shared/hall/command-words.ts';
import type { Emergency } from '../../shared/hall/day.ts';
import type { Language } from '../../shared/text/language.ts';
import { alertText } from '../../shared/text/manager-alerts.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import type { Sendable } from '../parts/press.ts';
import { act } from './intents.ts';

const TEXT_MAX = 60;
/** A second press later than this is not the answer to the question. */
const CONFIRM_MS = 8_000;

export class EmergencyPanel extends YcElement {
  static override properties = {
    language: {},
    emergency: { attribute: false },
    kind: { state: true },
    words: { state: true },
    isSure: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    css`
      .banner {
        display: flex;
        gap: var(--space-2);
        align-items: center;
        justify-content: space-between;
        padding: 8px var(--space-3);
        background: var(--vermilion-deep);
        color: var(--on-accent);
        font-size: 18px;
        font-weight: var(--weight-bold);
      }
      .panel-body {
        display: grid;
        grid-template-columns: auto minmax(240px, 1fr) minmax(320px, 420px);
        gap: 12px var(--space-3);
        padding: 14px var(--space-3);
        border-bottom: 2px solid var(--vermilion-deep);
        background: var(--panel);
      }
      h2 {
        grid-column: 1 / -1;
        font-size: 18px;
      }
      .kinds {
        display: grid;
        grid-template-columns: repeat(3, auto);
        gap: 8px;
        align-content: start;
      }
      .kinds button.plain[aria-pressed='true'],
      .kinds button.plain[aria-pressed='true']:hover {
        transition: none;
        border-color: var(--vermilion-deep);
        background: var(--vermilion-deep);
        color: var(--on-accent);
      }
      label {
        display: grid;
        gap: 4px;
        align-content: start;
        font-size: 14px;
      }
      .sign {
        display: grid;
        gap: 4px;
        align-content: center;
        min-height: 104px;
        padding: 12px 16px;
        border-radius: 8px;
        background: var(--vermilion-deep);
        color: var(--on-accent);
        line-height: 1.35;
        overflow-wrap: anywhere;
      }
      .sign strong {
        font-size: 22px;
      }
      .do {
        display: flex;
        grid-column: 1 / -1;
        gap: 12px;
        justify-content: flex-end;
      }
      .do .strong {
        background: var(--vermilion-deep);
      }
    `,
  ];
  declare language: Language;
  declare emergency: Emergency | null;
  declare kind: EmergencyKind;
  declare words: string;
  declare isSure: boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.emergency = null;
    this.kind = 'fire';
    this.words = '';
    this.isSure = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.keep(() => {
      clearTimeout(this.#timer);
    });
  }

  protected override render() {
    return this.emergency ? this.#banner(this.emergency) : this.#form();
  }

  #banner({ kind, text: words, shownAt }: Emergency) {
    const text = alertText[this.language].emergency;
    return html`<div class="banner" role="alert">
      <span>
        ${text.showing(text.kinds[kind].name, clockTime(shownAt))}${words ? ` · ${words}` : ''}
      </span>
      <button
        class="plain"
        type="button"
        data-act="clearEmergency"
        @click=${() => {
          this.#twice({ type: 'clearEmergency' });
        }}
      >
        ${this.isSure ? text.clearConfirm : text.clear}
      </button>
    </div>`;
  }

  #form() {
    const text = alertText[this.language].emergency;
    return html`<section class="panel-body" aria-label=${text.title}>
      <h2>${text.title} <span class="quiet small">${text.hint}</span></h2>
      <div class="kinds" role="group" aria-label=${text.kind}>
        ${EMERGENCY_KINDS.map(
          (kind) =>
            html`<button
              class="plain"
              type="button"
              data-kind=${kind}
              aria-pressed=${this.kind === kind}
              @click=${() => {
                this.kind = kind;
                this.isSure = false;
              }}
            >
              ${text.kinds[kind].name}
            </button>`,
        )}
      </div>
      <label>
        ${text.text}
        <input
          class="field"
          name="words"
          maxlength=${TEXT_MAX}
          .value=${this.words}
          @input=${({ target }: Event) => {
            this.words = (target as HTMLInputElement).value;
            this.isSure = false;
          }}
        />
        <span class="quiet">${text.left(TEXT_MAX - this.words.length)}</span>
      </label>
      <div class="sign" aria-label=${text.preview}>
        <strong>${text.kinds[this.kind].words}</strong> <span>${this.words.trim()}</span>
      </div>
      <div class="do">
        <button
          class="plain"
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('dismiss'))}
        >
          ${text.cancel}
        </button>
        <button
          class="strong"
          type="button"
          data-act="showEmergency"
          @click=${() => {
            const words = this.words.trim();
            const { kind } = this;
            this.#twice({ type: 'showEmergency', kind, ...(words !== '' && { text: words }) });
          }}
        >
          ${this.isSure ? text.confirm : text.show}
        </button>
      </div>
    </section>`;
  }

  #twice(command: Sendable): void {
    clearTimeout(this.#timer);
    if (this.isSure) act(this, command);
    this.isSure = !this.isSure;
    if (this.isSure) this.#timer = setTimeout(() => (this.isSure = false), CONFIRM_MS);
  }
}

defineElement('yc-emergency-panel', EmergencyPanel);
