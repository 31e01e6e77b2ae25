/**
 * Who passed whom today: each call out of the order of arrival with its rule, reason and actor, the
 * numbers it passed, and on asking the candidates as they stood. Prints as a report; the whole day's
 * list is folded from the log, for the live view carries the newest only.
 */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockSeconds, clockTime } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import { jumpReport } from '../../shared/views/jump-report.ts';
import type { JumpRow } from '../../shared/views/jump-report.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { explanation, explanationStyles, reasonWords } from './call-explanation.ts';
import { loadDay } from './day-loader.ts';
import { go } from './intents.ts';
import { principalName } from './names.ts';
import { ReplayDay } from './replay-day.ts';
import { routeHash } from './routes.ts';
import { tableStyles } from './table-styles.ts';

export class PassedSheet extends YcElement {
  static override properties = {
    hall: {},
    view: { attribute: false },
    language: {},
    now: { attribute: false },
    chosen: { attribute: false },
    whole: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    explanationStyles,
    css`
      .head {
        display: flex;
        gap: 12px;
        align-items: start;
        justify-content: space-between;
      }
      td button.plain {
        min-height: 32px;
      }
      .print-only {
        display: none;
      }
      @media print {
        button {
          display: none !important;
        }
        .print-only {
          display: block;
        }
        .sheet {
          border: 0;
        }
      }
    `,
  ];
  declare hall: string;
  declare view: FloorView;
  declare language: Language;
  declare now: number;
  /** The call that is explained; 0 for none. */
  declare chosen: number;
  /** The whole day's report once it was read for printing. */
  declare whole: readonly JumpRow[] | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.now = 0;
    this.chosen = 0;
    this.whole = null;
  }

  protected override render() {
    const text = ticketWords[this.language];
    const { count, newest } = this.view.jumps;
    const isWhole = this.whole !== null && this.whole.length >= count;
    const rows = isWhole ? (this.whole ?? []) : newest;
    return html`<section class="sheet">
      <div class="head">
        <div>
          <h2>${text.passedTitle(count)}</h2>
          <p class="small quiet">${text.passedNote}</p>
          <p class="print-only">
            ${this.view.hallName[this.language]} · ${this.view.date} ·
            ${text.printedAt(clockTime(this.now))}
          </p>
        </div>
        <button class="plain" type="button" data-act="print" @click=${() => this.#print()}>
          ${text.print}
        </button>
      </div>
      ${rows.length === 0 ? html`<p>${text.passedNone}</p>` : this.#table(rows)}
      ${count > rows.length ? html`<p class="quiet">${text.passedFew(rows.length)}</p>` : nothing}
    </section>`;
  }

  #table(rows: readonly JumpRow[]) {
    const text = ticketWords[this.language];
    const { at, window, ticket } = managerText[this.language];
    return html`<table>
      <thead>
        <tr>
          <th>${at}</th>
          <th>${ticket}</th>
          <th>${window}</th>
          <th>${text.rule}</th>
          <th>${text.by}</th>
          <th>${text.passedNumbers}</th>
          <th></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ callSeq }) => callSeq,
          (row) => this.#row(row),
        )}
      </tbody>
    </table>`;
  }

  #row(row: JumpRow) {
    const { language, view } = this;
    const text = ticketWords[language];
    const isOpen = row.callSeq === this.chosen;
    const more = row.passedCount > row.passed.length ? ' …' : '';
    const reason = reasonWords(row, language);
    return html`<tr data-call=${row.callSeq}>
        <td class="whole">${clockSeconds(row.at)}</td>
        <td class="ticket">${row.ticket}</td>
        <td class="whole">${clerkText[language].windowName(row.window)}</td>
        <td>${text.rules[row.rule]}${reason === '' ? '' : ` · ${reason}`}</td>
        <td>${principalName(view.people, row.approvedBy ?? row.by, language)}</td>
        <td>
          ${
            row.passedCount === 0
              ? html`<span class="quiet">${text.nobody}</span>`
              : [text.passedCount(row.passedCount), `${row.passed.join(' ')}${more}`].join(
                  signInText[language].listSeparator,
                )
          }
        </td>
        <td class="number">
          <button
            class="plain"
            type="button"
            aria-expanded=${isOpen}
            @click=${() => {
              go(isOpen ? routeHash('passed') : routeHash('passed', String(row.callSeq)));
            }}
          >
            ${text.explain}
          </button>
        </td>
      </tr>
      ${
        isOpen
          ? html`<tr>
              <td colspan="7">${explanation(row, language)}</td>
            </tr>`
          : nothing
      }`;
  }

  /** The report is printed whole; what cannot be read is printed as it stands here. */
  async #print(): Promise<void> {
    try {
      const loaded = await loadDay(this.hall, this.view.date);
      const replay = new ReplayDay(this.hall, loaded);
      replay.seek(replay.lastAt);
      this.whole = jumpReport(replay.day);
      await this.updateComplete;
    } catch {
      this.whole = null;
    }
    globalThis.print();
  }
}

defineElement('yc-passed', PassedSheet);
