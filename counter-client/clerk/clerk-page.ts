/**
 * The clerk's page: choose a window, then sit at the desk. Which of the two is shown follows from
 * the session that the server knows, so a reload finds the same desk again.
 */
import { html } from 'lit';
import { getJson } from '../../shared/client/api.ts';
import type { Catalogue, Session } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { StaffPage } from '../parts/staff-page.ts';
import type { StaffRoles } from '../parts/staff-page.ts';
import './desk.ts';
import { ownStation } from './station.ts';
import './window-choice.ts';

const CATALOGUE_RETRY_MS = 2_000;

export class ClerkPage extends StaffPage {
  static override properties = {
    ...StaffPage.properties,
    window: { state: true },
    catalogue: { state: true },
    station: { state: true },
  };
  /** The window that this clerk sits at, or null. */
  declare window: number | null;
  declare catalogue: Catalogue | null;
  /** The name of this page at a desk; null for the moment that it takes to know. */
  declare station: string | null;
  protected override readonly roles: StaffRoles = 'clerks';

  constructor() {
    super();
    this.window = null;
    this.catalogue = null;
    this.station = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void ownStation().then((station) => {
      this.station = station;
    });
  }

  protected override mayUse({ kind }: Session): boolean {
    return kind === 'clerk' || kind === 'manager';
  }

  protected override work(session: Session) {
    if (this.catalogue === null || this.station === null) return this.loading();
    if (this.window === null) {
      return html`<yc-window-choice
        .session=${session}
        .catalogue=${this.catalogue}
        .language=${this.language}
        .notice=${this.notice}
        .station=${this.station}
        @opened=${({ detail }: CustomEvent<number>) => {
          this.notice = null;
          this.window = detail;
        }}
        @language=${this.chooseLanguage}
        @sign-out=${this.signOut}
      ></yc-window-choice>`;
    }
    return html`<yc-desk
      .session=${session}
      .catalogue=${this.catalogue}
      .language=${this.language}
      .window=${this.window}
      .station=${this.station}
      @left=${({ detail }: CustomEvent<'closed' | 'lost'>) => {
        this.notice = clerkText[this.language][detail === 'closed' ? 'windowClosed' : 'lost'];
        this.window = null;
      }}
      @signed-out=${this.refreshSession}
      @language=${this.chooseLanguage}
      @sign-out=${this.signOut}
    ></yc-desk>`;
  }

  protected override sessionChanged(session: Session | null): void {
    if (session === null) {
      this.window = null;
      return;
    }
    this.window ??= session.window;
    if (this.catalogue?.hall !== session.hall) void this.#loadCatalogue(session.hall);
  }

  async #loadCatalogue(hall: string): Promise<void> {
    try {
      this.catalogue = await getJson<Catalogue>(`/api/halls/${hall}/catalogue`);
    } catch {
      if (this.isConnected) setTimeout(() => void this.#loadCatalogue(hall), CATALOGUE_RETRY_MS);
    }
  }
}
