/** Pausing with a reason and, if wished, a time of return. Emits `pause` and `shut`. */
import { css, html } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { PAUSE_REASONS } from '../../shared/hall/commands.ts';
import type { PauseReason } from '../../shared/hall/commands.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { staffStyles } from '../parts/staff-styles.ts';

const RETURN_MINUTES = [10, 15, 30, 60, 90] as const;

export interface PauseWish {
  readonly reason: PauseReason;
  /** Null for an open end. */
  readonly returnMinutes: number | null;
}

const panelStyles = css`
  form {
    display: grid;
    gap: 12px;
    padding: var(--space-2);
    box-shadow: var(--shadow);
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(6, 1fr);
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    margin-bottom: 6px;
    color: var(--slate-deep);
    font-size: 14px;
  }
  label {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    border: 1px solid var(--line);
    border-radius: 8px;
    cursor: pointer;
  }
  label:has(:checked) {
    border-color: var(--amber-deep);
    box-shadow: inset 0 0 0 1px var(--amber-deep);
    background: var(--amber-soft);
    font-weight: var(--weight-bold);
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  label input {
    position: absolute;
    opacity: 0;
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
`;

export class PausePanel extends YcElement {
  static override properties = {
    language: {},
    reason: { state: true },
    minutes: { state: true },
  };
  static override styles = [tokens, staffStyles, panelStyles];
  declare language: Language;
  declare reason: PauseReason;
  declare minutes: number | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.reason = 'break';
    this.minutes = null;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>('input:checked')?.focus();
  }

  protected override render() {
    const text = clerkText[this.language];
    return html`<form
      class="panel"
      aria-label=${text.pauseTitle}
      @submit=${this.#submit}
      @keydown=${this.#key}
    >
      <h2>${text.pauseTitle}</h2>
      <fieldset>
        <legend>${text.pauseReasonLabel}</legend>
        ${PAUSE_REASONS.map((reason, index) =>
          this.#radio('reason', reason === this.reason, text.pauseReason[reason], index + 1, () => {
            this.reason = reason;
          }),
        )}
      </fieldset>
      <fieldset>
        <legend>${text.pauseReturnLabel}</legend>
        ${[null, ...RETURN_MINUTES].map((minutes) =>
          this.#radio(
            'return',
            minutes === this.minutes,
            minutes === null ? text.pauseNoReturn : text.pauseMinutes(minutes),
            null,
            () => {
              this.minutes = minutes;
            },
          ),
        )}
      </fieldset>
      <div class="foot">
        <span class="small quiet">${text.pauseHint}</span>
        <button class="strong" type="submit">${text.pauseConfirm}</button>
      </div>
    </form>`;
  }

  #radio(name: string, checked: boolean, label: string, key: number | null, choose: () => void) {
    return html`<label>
      <input type="radio" name=${name} .checked=${checked} @change=${choose} />
      ${label} ${key === null ? '' : html`<kbd>${key}</kbd>`}
    </label>`;
  }

  #key(event: KeyboardEvent): void {
    const reason = PAUSE_REASONS[Number(event.key) - 1];
    if (reason) {
      event.preventDefault();
      event.stopPropagation();
      this.reason = reason;
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      this.dispatchEvent(new CustomEvent('shut'));
    } else if (event.key === 'Enter') {
      this.#submit(event);
    }
  }

  #submit(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
    const detail: PauseWish = { reason: this.reason, returnMinutes: this.minutes };
    this.dispatchEvent(new CustomEvent('pause', { detail }));
  }
}

defineElement('yc-pause-panel', PausePanel);
