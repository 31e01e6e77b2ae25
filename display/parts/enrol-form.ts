/**
 * `<yc-enrol>`: this device has no key yet. Says so in words and takes the manager's key; tells
 * `enrolled` once a key was kept, whether it is a good one or not: the server decides.
 */
import { css, html } from 'lit';
import { enrolDevice } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { DeviceKind } from '../../shared/protocol/http.ts';
import { commonText } from '../../shared/text/common.ts';
import type { Language } from '../../shared/text/language.ts';

const KEY_LENGTH_MAX = 400;

export class EnrolForm extends YcElement {
  static override properties = { kind: {}, window: { attribute: false }, language: {} };
  static override styles = [
    tokens,
    css`
      form {
        display: grid;
        gap: 16px;
        width: min(720px, 90vw);
        margin: 12vh auto 0;
        padding: 40px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--panel);
        font-size: 20px;
      }
      h1 {
        font-size: 32px;
        line-height: 1.3;
      }
      label {
        display: grid;
        gap: 8px;
        font-weight: var(--weight-strong);
      }
      input {
        min-height: 64px;
        padding: 0 16px;
        border: 2px solid var(--slate);
        border-radius: 8px;
        background: var(--paper);
      }
      button {
        min-height: 64px;
        border: 0;
        border-radius: 8px;
        background: var(--jade-deep);
        color: var(--on-accent);
        font-weight: var(--weight-bold);
      }
    `,
  ];
  declare kind: DeviceKind;
  declare window: number | undefined;
  declare language: Language;

  constructor() {
    super();
    this.kind = 'screen';
    this.window = undefined;
    this.language = 'zh-Hans';
  }

  protected override render() {
    const words = commonText[this.language];
    return html`<form @submit=${this.#keep}>
      <h1>${words.link.denied}</h1>
      <p>${words.keyAdvice}</p>
      <label>
        ${words.keyLabel}
        <input name="key" required autocomplete="off" maxlength=${KEY_LENGTH_MAX} />
      </label>
      <button>${words.keySave}</button>
    </form>`;
  }

  #keep(event: SubmitEvent): void {
    event.preventDefault();
    const key = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    if (key === '') return;
    enrolDevice(this.kind, this.window, key);
    this.dispatchEvent(new Event('enrolled'));
  }
}

defineElement('yc-enrol', EnrolForm);
