/**
 * The one frame of every staff page: who is signed in, in which language, and what is shown until
 * that is known. A page says whom it is for and what its work looks like; the frame does the rest.
 * Assumes that the server knows the session, so a reload finds the same person at the same work.
 */
import { css, html, nothing } from 'lit';
import type { PropertyDeclarations } from 'lit';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Session } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import './sign-in-form.ts';
import type { SignInTry } from './sign-in-form.ts';
import { keepStaffLanguage, staffLanguage } from './staff-language.ts';
import { StaffSession } from './staff-session.ts';
import { staffStyles } from './staff-styles.ts';

export type StaffRoles = 'clerks' | 'managers';

export abstract class StaffPage extends YcElement {
  static override properties: PropertyDeclarations = {
    language: { state: true },
    notice: { state: true },
  };
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
  /** One sentence that the page's work shows until something is done, e.g. why a desk was left. */
  declare notice: string | null;
  protected readonly staff = new StaffSession(() => {
    if (this.staff.session === null) this.notice = null;
    this.sessionChanged(this.staff.session);
    this.requestUpdate();
  });

  constructor() {
    super();
    this.language = staffLanguage();
    this.notice = null;
  }

  /** For whom the page is; its title and the demo's numbers follow from it. */
  protected abstract readonly roles: StaffRoles;

  /** Whether this person may work here. */
  protected abstract mayUse(session: Session): boolean;

  /** What is shown to a person who may. */
  protected abstract work(session: Session): unknown;

  /** The session changed, or was asked for again. */
  protected sessionChanged(_session: Session | null): void {
    // Nothing by default.
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.staff.start();
    this.keep(() => {
      this.staff.stop();
    });
  }

  protected override render() {
    const text = signInText[this.language];
    const { standing, session, here } = this.staff;
    const title = this.roles === 'clerks' ? text.clerkTitle : text.managerTitle;
    document.title = `${title} · ${here?.hallName[this.language] ?? text.product}`;
    if (standing === 'loading' || standing === 'unreachable') {
      return standing === 'loading' ? this.loading() : this.#centred(text.unreachable);
    }
    if (session === null) return this.#signIn();
    return this.mayUse(session) ? this.work(session) : this.#notForYou(session);
  }

  /** Shown while something that the work needs is on its way. */
  protected loading() {
    return this.#centred(signInText[this.language].loading);
  }

  #centred(words: string) {
    return html`<main class="centre" role="status">${words}</main>`;
  }

  /** For `@language` of the page's parts. */
  protected readonly chooseLanguage = ({ detail }: CustomEvent<Language>): void => {
    this.language = detail;
    keepStaffLanguage(detail);
  };

  /** For `@sign-out` of the page's parts. */
  protected readonly signOut = (): void => {
    void this.staff.signOut();
  };

  /** For `@signed-out`: the server no longer knows the session. */
  protected readonly refreshSession = (): void => {
    void this.staff.refresh();
  };

  #signIn() {
    return html`<main>
      <yc-sign-in
        .here=${this.staff.here}
        .language=${this.language}
        .role=${this.roles}
        .problem=${this.staff.problem}
        .busy=${this.staff.isSigningIn}
        @sign-in=${({ detail }: CustomEvent<SignInTry>) =>
          this.staff.signIn(detail.staffNo, detail.password, this.language)}
        @language=${this.chooseLanguage}
      ></yc-sign-in>
    </main>`;
  }

  #notForYou({ kind }: Session) {
    const text = signInText[this.language];
    const isClerk = kind === 'clerk';
    const isElsewhere = isClerk === (this.roles === 'managers');
    const href = isClerk ? '/clerk/' : '/manager/';
    const words = isClerk ? text.toClerk : text.toManager;
    return html`<main class="centre">
      <p>${text.notForYou}</p>
      ${isElsewhere ? html`<a class="plain" href=${href}>${words}</a>` : nothing}
      <button class="plain" type="button" @click=${this.signOut}>${text.signOut}</button>
    </main>`;
  }
}
