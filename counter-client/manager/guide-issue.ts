/**
 * A guide takes a number for a visitor who cannot: the service is searched as at the kiosk, one press
 * takes the number, which the answer line tells. A priority class is set on the ticket afterwards.
 */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { guideText } from '../../shared/text/guide.ts';
import type { Language } from '../../shared/text/language.ts';
import { searchIndex, searchItems } from '../../shared/views/item-search.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { act } from './intents.ts';
import { tableStyles } from './table-styles.ts';

const FOUND_MAX = 6;

export class GuideIssue extends YcElement {
  static override properties = {
    language: {},
    catalogue: { attribute: false },
    search: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    css`
      :host {
        display: block;
        margin-bottom: 12px;
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 12px;
        align-items: center;
        min-height: 44px;
        border-top: 1px solid var(--line);
      }
    `,
  ];
  declare language: Language;
  declare catalogue: Catalogue | null;
  declare search: string;
  #index: ReturnType<typeof searchIndex> = [];

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.catalogue = null;
    this.search = '';
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('catalogue')) this.#index = searchIndex(this.catalogue?.items ?? []);
  }

  protected override render() {
    const text = guideText[this.language];
    const found = searchItems(this.#index, this.search).slice(0, FOUND_MAX);
    const isNone = this.search.trim() !== '' && found.length === 0;
    return html`<section class="sheet">
      <h2>${text.title}</h2>
      <div class="tools">
        <input
          class="field"
          type="search"
          aria-label=${text.search}
          placeholder=${text.search}
          .value=${this.search}
          @input=${({ target }: Event) => {
            this.search = (target as HTMLInputElement).value;
          }}
        />
      </div>
      ${isNone ? html`<p class="quiet">${text.none}</p>` : nothing}
      <ul>
        ${found.map(
          ({ code, name }) =>
            html`<li data-item=${code}>
              <span>${name[this.language]}</span>
              <button
                class="plain"
                type="button"
                aria-label=${`${text.issue} ${name[this.language]}`}
                @click=${() => {
                  act(this, { type: 'issueTicket', items: [code], language: this.language });
                  this.search = '';
                }}
              >
                ${text.issue}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

defineElement('yc-guide-issue', GuideIssue);
