/**
 * Appointments of today and of the days to come, and cancelling one: pressed twice, for the visitor
 * comes in vain otherwise. Asked again after each cancelling and every few seconds.
 */
import { css, html, nothing } from 'lit';
import { ApiProblem, getJson, postJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime } from '../../shared/client/format.ts';
import { newCommandId } from '../../shared/client/send-command.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { hallText } from '../../shared/text/manager-hall.ts';
import type { BookedDay, BookedRow } from '../../shared/views/booked-day.ts';
import { answerLine, answerLineStyles } from '../parts/answer-line.ts';
import type { AnswerLine } from '../parts/press.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { tableStyles } from './table-styles.ts';

const ASK_EVERY_MS = 10_000;

export class BookedList extends YcElement {
  static override properties = {
    hall: {},
    language: {},
    date: { state: true },
    booked: { state: true },
    sure: { state: true },
    inFlight: { state: true },
    line: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    answerLineStyles,
    css`
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-bottom: 8px;
      }
      .days button.plain[aria-pressed='true'],
      .days button.plain[aria-pressed='true']:hover {
        transition: none;
        border-color: var(--ink);
        background: var(--ink);
        color: var(--on-accent);
      }
      button.sure {
        border-color: var(--vermilion-deep);
        color: var(--vermilion-deep);
        font-weight: var(--weight-bold);
      }
    `,
  ];
  declare hall: string;
  declare language: Language;
  /** Null: today. */
  declare date: string | null;
  declare booked: BookedDay | null;
  /** The number whose cancelling waits for the second press. */
  declare sure: string | null;
  declare inFlight: string | null;
  declare line: AnswerLine | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.date = null;
    this.booked = null;
    this.sure = null;
    this.inFlight = null;
    this.line = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
    this.keepEvery(ASK_EVERY_MS, () => void this.#ask());
  }

  protected override render() {
    const { booked } = this;
    const text = hallText[this.language].booked;
    return html`<section class="sheet">
      <h2>${text.title}</h2>
      ${booked === null ? nothing : this.#day(booked)} ${answerLine(this.line)}
    </section>`;
  }

  #day({ date, dates, rows }: BookedDay) {
    const text = hallText[this.language].booked;
    return html`<div class="days" role="group" aria-label=${text.day}>
        ${dates.map(
          (one) =>
            html`<button
              class="plain"
              type="button"
              data-date=${one}
              aria-pressed=${one === date}
              @click=${() => {
                this.#choose(one);
              }}
            >
              ${one === dates[0] ? text.today : one.slice(5)}
            </button>`,
        )}
      </div>
      ${
        rows.length === 0
          ? html`<p class="quiet">${text.none}</p>`
          : html`<table>
              <tbody>
                ${rows.map((row) => this.#row(date, row))}
              </tbody>
            </table>`
      }`;
  }

  #row(date: string, { ticket, slotAt, zone, items }: BookedRow) {
    const text = hallText[this.language].booked;
    const isSure = this.sure === ticket;
    return html`<tr data-booked=${ticket}>
      <td class="whole">${clockTime(slotAt)}</td>
      <td class="ticket">${ticket}</td>
      <td>${items.map((name) => name[this.language]).join(' · ')}</td>
      <td class="whole">${zone[this.language]}</td>
      <td class="number">
        <button
          class="plain ${isSure ? 'sure' : ''}"
          type="button"
          aria-disabled=${this.inFlight !== null}
          @click=${() => {
            if (isSure) void this.#cancel(date, ticket);
            else this.sure = ticket;
          }}
        >
          ${isSure ? text.confirm : text.cancel}
        </button>
      </td>
    </tr>`;
  }

  #choose(date: string): void {
    this.date = date;
    this.sure = null;
    this.line = null;
    void this.#ask();
  }

  /** An answer for a day that is no longer chosen is not shown. */
  async #ask(): Promise<void> {
    const { date, language } = this;
    const query = date === null ? '' : `?date=${date}`;
    try {
      const path = `/api/halls/${this.hall}/appointments${query}`;
      const booked = await getJson<BookedDay>(path, undefined, { language });
      if (date === this.date) this.booked = booked;
    } catch {
      // The last list stays; it is asked for again.
    }
  }

  async #cancel(date: string, ticket: string): Promise<void> {
    if (this.inFlight !== null) return;
    const text = hallText[this.language].booked;
    this.inFlight = ticket;
    const path = `/api/halls/${this.hall}/appointments/${date}/${ticket}/cancel`;
    try {
      await postJson(path, { commandId: newCommandId() }, { language: this.language });
      this.line = { tone: 'done', words: text.done(ticket) };
    } catch (error) {
      const said = error instanceof ApiProblem ? error.message : '';
      this.line = { tone: 'refused', words: said || text.failed };
    }
    this.inFlight = null;
    this.sure = null;
    await this.#ask();
  }
}

defineElement('yc-booked-list', BookedList);
