/**
 * The sign-in of a staff page: number and password, in a demo hall with numbers to try. Emits
 * `sign-in` with both; what became of it comes back as `problem` and `busy`.
 */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Here } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { demoSignIns } from './demo-sign-ins.ts';
import { languageSwitch, languageSwitchStyles } from './language-switch.ts';
import { staffStyles } from './staff-styles.ts';

export interface SignInTry {
  readonly staffNo: string;
  readonly password: string;
}

const formStyles = css`
  :host {
    display: grid;
    min-height: 100dvh;
    place-items: center;
    padding: var(--space-3);
  }
  form {
    display: grid;
    gap: var(--space-2);
    width: min(440px, 100%);
    padding: var(--space-5);
    box-shadow: var(--shadow);
  }
  h1 {
    font-size: 24px;
    line-height: 1.3;
  }
  label {
    display: grid;
    gap: 4px;
    font-weight: var(--weight-strong);
  }
  .hint {
    padding-top: var(--space-2);
    border-top: 1px solid var(--line);
  }
  .hint div {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
    margin-top: var(--space-1);
  }
  .problem {
    min-height: 24px;
    color: var(--vermilion-deep);
    font-weight: var(--weight-strong);
  }
  .languages {
    justify-self: start;
  }
`;

export class SignInForm extends YcElement {
  static override properties = {
    here: { attribute: false },
    language: {},
    role: {},
    problem: {},
    busy: { type: Boolean },
    missing: { state: true },
  };
  static override styles = [tokens, staffStyles, languageSwitchStyles, formStyles];
  declare here: Here | null;
  declare language: Language;
  declare role: 'clerks' | 'managers';
  declare problem: string | null;
  declare busy: boolean;
  declare missing: boolean;

  constructor() {
    super();
    this.here = null;
    this.language = 'zh-Hans';
    this.role = 'clerks';
    this.problem = null;
    this.busy = false;
    this.missing = false;
  }

  protected override firstUpdated(): void {
    this.#field('staffNo')?.focus();
  }

  protected override render() {
    const text = signInText[this.language];
    const title = this.role === 'clerks' ? text.clerkTitle : text.managerTitle;
    return html`<form class="panel" @submit=${this.#submit}>
      <div>
        <p class="quiet">${this.here?.hallName[this.language] ?? text.product}</p>
        <h1>${title}</h1>
      </div>
      <label>
        ${text.staffNo}
        <input class="field" name="staffNo" autocomplete="username" spellcheck="false" />
      </label>
      <label>
        ${text.password}
        <input class="field" name="password" type="password" autocomplete="current-password" />
      </label>
      <p class="problem" role="alert">${this.missing ? text.missing : (this.problem ?? '')}</p>
      <button class="strong" type="submit" aria-disabled=${this.busy}>
        ${this.busy ? text.signingIn : text.signIn}
      </button>
      ${this.#hint()}
      ${languageSwitch(this.language, text.language, (language) => {
        this.dispatchEvent(new CustomEvent<Language>('language', { detail: language }));
      })}
    </form>`;
  }

  #hint() {
    const numbers = this.here?.demo === true ? demoSignIns(this.here.hall, this.role) : [];
    if (numbers.length === 0) return nothing;
    const fill = (number: string) => {
      const field = this.#field('staffNo');
      if (field) field.value = number;
      this.#field('password')?.focus();
    };
    return html`<div class="hint">
      <p class="small quiet">${signInText[this.language].demoHint}</p>
      <div>
        ${numbers.map(
          (number) =>
            html`<button
              class="plain"
              type="button"
              @click=${() => {
                fill(number);
              }}
            >
              ${number}
            </button>`,
        )}
      </div>
    </div>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const staffNo = this.#field('staffNo')?.value.trim() ?? '';
    const password = this.#field('password')?.value ?? '';
    this.missing = staffNo === '' || password === '';
    if (this.missing || this.busy) return;
    const detail: SignInTry = { staffNo, password };
    this.dispatchEvent(new CustomEvent('sign-in', { detail }));
  }

  #field(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`input[name=${name}]`);
  }
}

defineElement('yc-sign-in', SignInForm);
