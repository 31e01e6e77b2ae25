/**
 * Who waits, in the order of the queue, searchable, with what is particular of each; beside it the
 * actions for the chosen ticket, above it who is held. A chosen ticket has its own address.
 */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import './guide-issue.ts';
import { heldList } from './held-list.ts';
import { go } from './intents.ts';
import { routeHash } from './routes.ts';
import { tableStyles } from './table-styles.ts';
import './ticket-actions.ts';
import { marksOf, matching } from './waiting-rows.ts';
import type { WaitingRow } from './waiting-rows.ts';

const LISTED_MAX = 100;

export class WaitingSheet extends YcElement {
  static override properties = {
    view: { attribute: false },
    language: {},
    now: { attribute: false },
    catalogue: { attribute: false },
    chosen: { attribute: false },
    isGuide: { attribute: false },
    search: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    css`
      .two {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 336px;
        gap: 12px;
        align-items: start;
      }
      yc-ticket-actions {
        position: sticky;
        top: 0;
      }
      .sheet + .sheet {
        margin-top: 12px;
      }
      tr.chosen td {
        background: var(--slate-soft);
      }
      td button.plain {
        min-height: 32px;
        padding: 0 10px;
      }
      .mark {
        display: inline-block;
        margin: 0 4px 2px 0;
        padding: 0 8px;
        border: 1px solid var(--line);
        border-radius: 99px;
        font-size: 13px;
        white-space: nowrap;
      }
      td,
      th {
        padding: 7px 8px;
      }
    `,
  ];
  declare view: FloorView;
  declare language: Language;
  declare now: number;
  declare catalogue: Catalogue | null;
  declare chosen: string | null;
  /** A guide takes numbers and sets classes; all else is the manager's. */
  declare isGuide: boolean;
  declare search: string;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.now = 0;
    this.catalogue = null;
    this.chosen = null;
    this.isGuide = false;
    this.search = '';
  }

  protected override render() {
    const { view, language, now } = this;
    return html`<div class="two">
      <div>${this.#issue()} ${this.#list()} ${heldList(this, view, language, now)}</div>
      <yc-ticket-actions
        .view=${view}
        .language=${language}
        .now=${now}
        .catalogue=${this.catalogue}
        .ticket=${this.chosen}
        .isGuide=${this.isGuide}
      ></yc-ticket-actions>
    </div>`;
  }

  #issue() {
    if (!this.isGuide) return nothing;
    return html`<yc-guide-issue
      .language=${this.language}
      .catalogue=${this.catalogue}
    ></yc-guide-issue>`;
  }

  #list() {
    const { view, language, search } = this;
    const text = managerText[language];
    const rows = matching(view, language, search);
    const empty = view.waiting.length === 0 ? text.waitingEmpty : text.waitingNone;
    return html`<section class="sheet">
      <h2>${text.waitingTitle(view.totals.waiting)}</h2>
      <div class="tools">
        <input
          class="field"
          type="search"
          aria-label=${text.waitingSearch}
          placeholder=${text.waitingSearch}
          .value=${search}
          @input=${({ target }: Event) => {
            this.search = (target as HTMLInputElement).value;
          }}
        />
      </div>
      ${rows.length === 0 ? html`<p class="quiet">${empty}</p>` : this.#table(rows)}
      ${view.totals.waiting > LISTED_MAX ? html`<p class="quiet">${text.waitingMore}</p>` : nothing}
    </section>`;
  }

  #table(rows: readonly WaitingRow[]) {
    const text = managerText[this.language];
    return html`<table>
      <thead>
        <tr>
          <th>${text.ticket}</th>
          <th>${text.zone}</th>
          <th>${text.items}</th>
          <th>${text.arrived}</th>
          <th class="number">${text.waited}</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.#row(row))}
      </tbody>
    </table>`;
  }

  #row(row: WaitingRow) {
    const { language, view, catalogue, now } = this;
    const { listSeparator, duration } = signInText[language];
    const isChosen = row.ticket === this.chosen;
    const zone = view.zones.find(({ code }) => code === row.zone)?.name[language] ?? row.zone;
    return html`<tr class=${isChosen ? 'chosen' : ''} data-ticket=${row.ticket}>
      <td class="ticket">${row.ticket}</td>
      <td class="whole">${zone}</td>
      <td>
        ${row.items.map((name) => name[language]).join(listSeparator)}
        <div>
          ${
            row.stranded
              ? html`<span class="attention">⚠ ${managerText[language].stranded}</span>`
              : nothing
          }
          ${marksOf(row, catalogue, language).map(
            (words) => html`<span class="mark">${words}</span>`,
          )}
        </div>
      </td>
      <td class="whole">${clockTime(row.arrivedAt)}</td>
      <td class="number whole">${duration(minutesBetween(row.arrivedAt, now))}</td>
      <td>
        <button
          class="plain"
          type="button"
          aria-pressed=${isChosen}
          aria-label=${`${ticketWords[language].open} ${row.ticket}`}
          @click=${() => {
            go(isChosen ? routeHash('waiting') : routeHash('waiting', row.ticket));
          }}
        >
          ${ticketWords[language].open}
        </button>
      </td>
    </tr>`;
  }
}

defineElement('yc-waiting', WaitingSheet);
