/** `<yc-window-choice>`: asks which window this screen hangs above, once, when it is mounted. */
import { css, html } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { windowText } from '../../shared/text/window.ts';

export class WindowChoice extends YcElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: grid;
        place-content: center;
        height: 100%;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 16px;
        font-size: 28px;
      }
      label {
        display: grid;
        gap: 8px;
        font-weight: var(--weight-strong);
      }
      input,
      button {
        min-height: 72px;
        border-radius: 8px;
      }
      input {
        width: 100%;
        padding: 0 16px;
        border: 2px solid var(--slate);
        background: var(--panel);
      }
      button {
        padding: 0 32px;
        border: 0;
        background: var(--jade-deep);
        color: var(--on-accent);
        font-weight: var(--weight-bold);
      }
    `,
  ];

  protected override render() {
    const words = windowText['zh-Hans'];
    return html`<form @submit=${this.#go}>
      <label>
        ${words.choose}
        <input name="n" type="number" min="1" max="9999" required />
      </label>
      <button>${words.chooseGo}</button>
    </form>`;
  }

  /** By script, for the pages' policy forbids forms to go anywhere. */
  #go(event: SubmitEvent): void {
    event.preventDefault();
    const window = this.renderRoot.querySelector('input')?.value ?? '';
    globalThis.location.search = `?n=${encodeURIComponent(window)}`;
  }
}

defineElement('yc-window-choice', WindowChoice);
