/** The manager's page: sign in, then the floor. A clerk's session is told where its own page is. */
import { css, html } from 'lit';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import '../parts/sign-in-form.ts';
import type { SignInTry } from '../parts/sign-in-form.ts';
import { keepStaffLanguage, staffLanguage } from '../parts/staff-language.ts';
import { StaffSession } from '../parts/staff-session.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import './floor.ts';

export class ManagerPage extends YcElement {
  static override properties = { language: { state: true } };
  static override styles = [
    tokens,
    staffStyles,
    css`
      .centre {
        display: grid;
        gap: var(--space-2);
        min-height: 100dvh;
        place-content: center;
        justify-items: center;
      }
    `,
  ];
  declare language: Language;
  readonly #staff = new StaffSession(() => {
    this.requestUpdate();
  });

  constructor() {
    super();
    this.language = staffLanguage();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#staff.start();
    this.keep(() => {
      this.#staff.stop();
    });
  }

  protected override render() {
    const text = signInText[this.language];
    const { standing, session, here } = this.#staff;
    document.title = `${text.managerTitle} · ${here?.hallName[this.language] ?? text.product}`;
    if (standing === 'loading' || standing === 'unreachable') {
      return html`<main class="centre" role="status">
        ${standing === 'loading' ? text.loading : text.unreachable}
      </main>`;
    }
    if (session === null) {
      return html`<main>
        <yc-sign-in
          .here=${here}
          .language=${this.language}
          .role=${'managers'}
          .problem=${this.#staff.problem}
          .busy=${this.#staff.isSigningIn}
          @sign-in=${({ detail }: CustomEvent<SignInTry>) =>
            this.#staff.signIn(detail.staffNo, detail.password, this.language)}
          @language=${this.#chooseLanguage}
        ></yc-sign-in>
      </main>`;
    }
    if (session.kind === 'clerk') {
      return html`<main class="centre">
        <p>${text.notForYou}</p>
        <a class="plain" href="/clerk/">${text.toClerk}</a>
        <button class="plain" type="button" @click=${this.#signOut}>${text.signOut}</button>
      </main>`;
    }
    return html`<yc-floor
      .session=${session}
      .language=${this.language}
      @language=${this.#chooseLanguage}
      @sign-out=${this.#signOut}
      @signed-out=${() => this.#staff.refresh()}
    ></yc-floor>`;
  }

  #chooseLanguage({ detail }: CustomEvent<Language>): void {
    this.language = detail;
    keepStaffLanguage(detail);
  }

  #signOut(): void {
    void this.#staff.signOut();
  }
}
