/**
 * Before the window closes: whom it leaves behind. Serving on is the first choice; closing anyway is
 * the clerk's own decision and is recorded as such. Emits `leave` and `shut`.
 */
import { html, nothing } from 'lit';
import type { TicketId } from '../../shared/base/ids.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { deskText } from '../../shared/text/desk.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { FormPanel } from '../parts/form-panel.ts';

export class ClosePanel extends FormPanel {
  static override properties = {
    ...FormPanel.properties,
    onlyHere: { attribute: false },
    held: { attribute: false },
  };
  declare onlyHere: readonly TicketId[];
  declare held: readonly TicketId[];

  constructor() {
    super();
    this.onlyHere = [];
    this.held = [];
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('button.strong')?.focus();
  }

  protected override digit(): boolean {
    return false;
  }

  protected override confirmed(): CustomEvent {
    return new CustomEvent('leave');
  }

  protected override render() {
    const { closing, queue } = deskText[this.language];
    const listed = (ids: readonly TicketId[]) => ids.join(signInText[this.language].listSeparator);
    const isLater = this.onlyHere.length === 0 && this.held.length === 0;
    return this.frame({
      title: closing.title,
      hint: closing.hint,
      confirm: '',
      body: html`
        ${
          this.onlyHere.length > 0
            ? html`<p class="notice">
                ${queue.onlyWaiting(this.onlyHere.length)}<strong>${listed(this.onlyHere)}</strong>
              </p>`
            : nothing
        }
        ${
          this.held.length > 0
            ? html`<p class="notice">
                ${closing.held(this.held.length)}<strong>${listed(this.held)}</strong>
              </p>`
            : nothing
        }
        ${isLater ? html`<p class="notice">${closing.more}</p>` : nothing}
        <div class="foot">
          <button
            class="strong"
            type="button"
            @click=${() => this.dispatchEvent(new CustomEvent('shut'))}
          >
            ${closing.stay}
          </button>
          <button class="plain" type="submit">${closing.leave}</button>
        </div>
      `,
    });
  }
}

defineElement('yc-close-panel', ClosePanel);
