/**
 * Items that no open window may handle, by department and reason, with the people who could close the
 * hole: a clerk whose certificate is valid needs only a window, or another one; one whose certificate
 * has ended may be granted an emergency certificate for today, which stands in the record.
 */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { CoverageHelper, CoverageHole } from '../../shared/hall/coverage.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { alertText } from '../../shared/text/manager-alerts.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { act, showWindow } from './intents.ts';
import { cardName, nameIn, personName } from './names.ts';
import { tableStyles } from './table-styles.ts';

const ITEMS_NAMED = 6;
const REASONS = ['colleague-absent', 'certificate-renewing', 'other'] as const;

export class HolesSheet extends YcElement {
  static override properties = {
    view: { attribute: false },
    language: {},
    catalogue: { attribute: false },
    asked: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        gap: 12px;
      }
      .hole {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: 4px var(--space-3);
        padding: 12px 0;
        border-top: 1px solid var(--line);
      }
      h3 {
        font-size: 17px;
      }
      .helper {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 4px 12px;
        align-items: center;
        min-height: 40px;
        padding: 2px 0;
      }
      .asking {
        display: grid;
        grid-column: 1 / -1;
        grid-template-columns: minmax(0, 1fr) auto auto;
        gap: 8px;
        align-items: center;
        padding: 10px 12px;
        border-radius: 8px;
        background: var(--amber-soft);
      }
      .asking p {
        grid-column: 1 / -1;
      }
      .warn {
        color: var(--amber-deep);
        font-weight: var(--weight-strong);
      }
    `,
  ];
  declare view: FloorView;
  declare language: Language;
  declare catalogue: Catalogue | null;
  /** Whose certificate is being asked about, `department/why/staffNo`. */
  declare asked: string | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.catalogue = null;
    this.asked = null;
  }

  protected override render() {
    const text = alertText[this.language].holes;
    const { holes, grants } = this.view;
    return html`<section class="sheet">
        <h2>${text.title}</h2>
        ${holes.length === 0 ? html`<p class="quiet">${text.none}</p>` : nothing}
        ${holes.map((hole) => this.#hole(hole))}
      </section>
      ${
        grants.length === 0
          ? nothing
          : html`<section class="sheet grants">
              <h2>${text.granted}</h2>
              ${grants.map(
                ({ clerk, items }) =>
                  html`<p>
                    <strong>${cardName(clerk, this.language)}</strong> ${clerk.staffNo} ·
                    ${text.grantedItems(items)}
                  </p>`,
              )}
            </section>`
      }`;
  }

  #hole(hole: CoverageHole) {
    const { language, catalogue } = this;
    const text = alertText[language].holes;
    const { department, why, count, items, helpers } = hole;
    const named = items.slice(0, ITEMS_NAMED);
    const names = named.map((item) => nameIn(catalogue, 'items', item, language));
    const more = count > named.length ? ` … ${text.more(count)}` : '';
    return html`<div class="hole" data-hole=${department} data-why=${why}>
      <div>
        <h3>${nameIn(catalogue, 'departments', department, language)} · ${text.count(count)}</h3>
        <p>${text.why[why]}</p>
        <p class="small quiet">${names.join(signInText[language].listSeparator)}${more}</p>
      </div>
      <div>
        <p class="small quiet">${text.who}</p>
        ${helpers.length === 0 ? html`<p>${text.nobody}</p>` : nothing}
        ${helpers.map((helper) => this.#helper(hole, helper))}
      </div>
    </div>`;
  }

  #helper(hole: CoverageHole, helper: CoverageHelper) {
    const { clerk, window, items, expiredDaysAgo } = helper;
    const text = alertText[this.language].holes;
    const key = `${hole.department}/${hole.why}/${clerk}`;
    const name = personName(this.view.people, clerk, this.language);
    return html`<div class="helper" data-helper=${clerk}>
      <span>
        <strong>${name}</strong> ${clerk} · ${text.covers(items, hole.count)} ·
        <span class=${expiredDaysAgo === null ? 'quiet' : 'warn'}>
          ${expiredDaysAgo === null ? text.valid : text.expired(expiredDaysAgo)}
        </span>
        · <span class="quiet">${window === null ? text.absent : text.present(window)}</span>
      </span>
      ${this.#way(helper, key)} ${this.asked === key ? this.#asking(hole, clerk, name) : nothing}
    </div>`;
  }

  /** What to do about it: look at the window, let the clerk open one, or grant a certificate. */
  #way({ window, expiredDaysAgo }: CoverageHelper, key: string) {
    const text = alertText[this.language].holes;
    if (expiredDaysAgo === null && window !== null) {
      return html`<button
        class="plain"
        type="button"
        data-act="move"
        @click=${() => {
          showWindow(this, window);
        }}
      >
        ${text.move}
      </button>`;
    }
    if (expiredDaysAgo === null) return html`<span class="small quiet">${text.call}</span>`;
    return html`<button
      class="plain"
      type="button"
      aria-expanded=${this.asked === key}
      @click=${() => {
        this.asked = this.asked === key ? null : key;
      }}
    >
      ${text.grant}
    </button>`;
  }

  #asking(hole: CoverageHole, clerk: string, name: string) {
    const text = alertText[this.language].holes;
    return html`<div class="asking">
      <p><strong>${text.grantTitle(name)}</strong> · ${text.grantHint}</p>
      <select class="field" name="reason" aria-label=${text.reason}>
        ${REASONS.map((reason) => html`<option value=${reason}>${text.reasons[reason]}</option>`)}
      </select>
      <button
        class="plain"
        type="button"
        @click=${() => {
          this.asked = null;
        }}
      >
        ${alertText[this.language].emergency.cancel}
      </button>
      <button
        class="strong"
        type="button"
        data-act="grantCertificate"
        @click=${() => {
          const field = this.renderRoot.querySelector<HTMLSelectElement>('select[name=reason]');
          const reason = field?.value ?? 'other';
          act(this, { type: 'grantCertificate', clerk, items: hole.items, reason });
          this.asked = null;
        }}
      >
        ${text.grant}
      </button>
    </div>`;
  }
}

defineElement('yc-holes', HolesSheet);
