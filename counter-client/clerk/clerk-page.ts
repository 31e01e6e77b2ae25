/**
 * The clerk's page: sign in, choose a window, sit at the desk. Which of the three is shown follows
 * from the session that the server knows, so a reload finds the same desk again.
 */
import { css, html } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import '../parts/sign-in-form.ts';
import type { SignInTry } from '../parts/sign-in-form.ts';
import { keepStaffLanguage, staffLanguage } from '../parts/staff-language.ts';
import { StaffSession } from '../parts/staff-session.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import './desk.ts';
import './window-choice.ts';

const CATALOGUE_RETRY_MS = 2_000;

export class ClerkPage extends YcElement {
  static override properties = {
    language: { state: true },
    window: { state: true },
    notice: { state: true },
    catalogue: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    css`
      .centre {
        display: grid;
        min-height: 100dvh;
        place-content: center;
        justify-items: center;
        gap: var(--space-2);
      }
    `,
  ];
  declare language: Language;
  /** The window that this clerk sits at, or null. */
  declare window: number | null;
  /** Why the desk was left, until a window is opened. */
  declare notice: string | null;
  declare catalogue: Catalogue | null;
  readonly #staff = new StaffSession(() => {
    this.#followSession();
  });

  constructor() {
    super();
    this.language = staffLanguage();
    this.window = null;
    this.notice = null;
    this.catalogue = null;
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
    document.title = `${text.clerkTitle} · ${here?.hallName[this.language] ?? text.product}`;
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
          .role=${'clerks'}
          .problem=${this.#staff.problem}
          .busy=${this.#staff.isSigningIn}
          @sign-in=${({ detail }: CustomEvent<SignInTry>) =>
            this.#staff.signIn(detail.staffNo, detail.password, this.language)}
          @language=${this.#chooseLanguage}
        ></yc-sign-in>
      </main>`;
    }
    if (session.kind === 'inspector') return this.#notForYou();
    if (this.catalogue === null) {
      return html`<main class="centre" role="status">${text.loading}</main>`;
    }
    if (this.window === null) {
      return html`<yc-window-choice
        .session=${session}
        .catalogue=${this.catalogue}
        .language=${this.language}
        .notice=${this.notice}
        @opened=${({ detail }: CustomEvent<number>) => {
          this.notice = null;
          this.window = detail;
        }}
        @language=${this.#chooseLanguage}
        @sign-out=${this.#signOut}
      ></yc-window-choice>`;
    }
    return html`<yc-desk
      .session=${session}
      .catalogue=${this.catalogue}
      .language=${this.language}
      .window=${this.window}
      @left=${({ detail }: CustomEvent<'closed' | 'lost'>) => {
        this.notice = clerkText[this.language][detail === 'closed' ? 'windowClosed' : 'lost'];
        this.window = null;
      }}
      @signed-out=${() => this.#staff.refresh()}
      @language=${this.#chooseLanguage}
      @sign-out=${this.#signOut}
    ></yc-desk>`;
  }

  #notForYou() {
    const text = signInText[this.language];
    return html`<main class="centre">
      <p>${text.notForYou}</p>
      <button class="plain" type="button" @click=${this.#signOut}>${text.signOut}</button>
    </main>`;
  }

  #followSession(): void {
    const { session } = this.#staff;
    if (session === null) {
      this.window = null;
      this.notice = null;
    } else {
      this.window ??= session.window;
      if (this.catalogue?.hall !== session.hall) void this.#loadCatalogue(session.hall);
    }
    this.requestUpdate();
  }

  async #loadCatalogue(hall: string): Promise<void> {
    try {
      this.catalogue = await getJson<Catalogue>(`/api/halls/${hall}/catalogue`);
    } catch {
      if (this.isConnected) setTimeout(() => void this.#loadCatalogue(hall), CATALOGUE_RETRY_MS);
    }
  }

  #chooseLanguage({ detail }: CustomEvent<Language>): void {
    this.language = detail;
    keepStaffLanguage(detail);
  }

  #signOut(): void {
    void this.#staff.signOut();
  }
}
