/** The manager's page: sign in, then the floor. A clerk is told where the desk is. */
import { html } from 'lit';
import type { Session } from '../../shared/protocol/http.ts';
import { StaffPage } from '../parts/staff-page.ts';
import type { StaffRoles } from '../parts/staff-page.ts';
import './floor.ts';

export class ManagerPage extends StaffPage {
  protected override readonly roles: StaffRoles = 'managers';

  protected override mayUse({ kind }: Session): boolean {
    return kind !== 'clerk';
  }

  protected override work(session: Session) {
    return html`<yc-floor
      .session=${session}
      .language=${this.language}
      @language=${this.chooseLanguage}
      @sign-out=${this.signOut}
      @signed-out=${this.refreshSession}
    ></yc-floor>`;
  }
}
