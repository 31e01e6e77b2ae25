/**
 * What happened to one ticket, today or on another day: who, when, why, by which rule. The number and
 * the day stand in the address, so that the answer to a complaint can be linked.
 */
import { css, html, nothing } from 'lit';
import { ApiProblem, getJson } from '../../shared/client/api.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockSeconds } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { eventText } from '../../shared/text/manager-events.ts';
import { ticketWords } from '../../shared/text/manager-tickets.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import type { Timeline, TimelineRow } from '../../shared/views/timeline.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { explanation, explanationStyles } from './call-explanation.ts';
import { act, go } from './intents.ts';
import { principalName } from './names.ts';
import { routeHash } from './routes.ts';
import { tableStyles } from './table-styles.ts';
import { detailWords } from './timeline-words.ts';

const TICKET = /^[A-Z]\d{3,6}(~\d{4})?$/u;

export class TimelineSheet extends YcElement {
  static override properties = {
    hall: {},
    view: { attribute: false },
    language: {},
    catalogue: { attribute: false },
    args: { attribute: false },
    timeline: { state: true },
    state: { state: true },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    explanationStyles,
    css`
      form {
        display: grid;
        grid-template-columns: 220px 220px auto 1fr;
        gap: 12px;
        align-items: center;
        margin: 8px 0 12px;
      }
      .problem {
        color: var(--vermilion-deep);
        font-weight: var(--weight-strong);
      }
      tr.passed td {
        color: var(--slate-deep);
      }
    `,
  ];
  declare hall: string;
  declare view: FloorView;
  declare language: Language;
  declare catalogue: Catalogue | null;
  /** Day and ticket of the address. */
  declare args: readonly string[];
  declare timeline: Timeline | null;
  declare state: 'idle' | 'searching' | 'none' | 'failed' | 'bad';
  #asked = '';

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.catalogue = null;
    this.args = [];
    this.timeline = null;
    this.state = 'idle';
  }

  protected override updated(): void {
    const [date = '', ticket = ''] = this.args;
    const asked = `${date}/${ticket}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    if (ticket !== '') void this.#search(date, ticket);
  }

  protected override render() {
    const text = ticketWords[this.language];
    const [date = this.view.date, ticket = ''] = this.args;
    return html`<section class="sheet">
      <h2>${text.searchTitle}</h2>
      <p class="small quiet">${text.searchHint}</p>
      <form @submit=${this.#submit}>
        <input
          class="field"
          name="ticket"
          autocomplete="off"
          spellcheck="false"
          aria-label=${text.searchNumber}
          placeholder=${text.searchNumber}
          .value=${ticket}
        />
        <input class="field" name="date" type="date" aria-label=${text.searchDate} .value=${date} />
        <button class="plain" type="submit">${text.searchDo}</button>
        <span class="problem" role="status">${this.#problem(date, ticket)}</span>
      </form>
      ${this.timeline ? this.#rows(this.timeline) : nothing}
    </section>`;
  }

  #problem(date: string, ticket: string): string {
    const text = ticketWords[this.language];
    switch (this.state) {
      case 'idle':
        return '';
      case 'searching':
        return text.searching;
      case 'none':
        return text.searchNone(ticket, date);
      case 'failed':
        return text.searchFailed;
      case 'bad':
        return text.badNumber;
    }
  }

  #rows({ ticket, rows }: Timeline) {
    const text = managerText[this.language];
    return html`<table>
      <thead>
        <tr>
          <th>${text.at}</th>
          <th>${ticket}</th>
          <th>${text.by}</th>
          <th>${text.detail}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => this.#row(ticket, row))}
      </tbody>
    </table>`;
  }

  #row(ticket: string, row: TimelineRow) {
    const { language, view, catalogue } = this;
    const { at, by, type, kind, window, why } = row;
    const rule = why ? ticketWords[language].rules[why.rule] : '';
    const about = detailWords(row, { zones: view.zones, people: view.people, catalogue, language });
    const what = kind === 'own' ? eventText[language][type] : ticketWords[language].wasPassed;
    const place = window === null ? '' : clerkText[language].windowName(window);
    return html`<tr class=${kind} data-event=${type}>
        <td class="whole">${clockSeconds(at)}</td>
        <td class="whole"><strong>${what}</strong></td>
        <td class="whole">${principalName(view.people, by, language)}</td>
        <td>
          ${[place, about, rule].filter(Boolean).join(' · ')}
          ${type === 'SlipRequested' ? this.#again(row) : nothing}
        </td>
      </tr>
      ${this.#why(ticket, row)}`;
  }

  /** Why it was called; of a call that passed it, folded, for whoever asks why another came first. */
  #why(own: string, { at, kind, window, why, limits, detail }: TimelineRow) {
    if (!why || window === null) return nothing;
    const { calledInstead } = detail;
    const ticket = kind === 'passed' && typeof calledInstead === 'string' ? calledInstead : own;
    const overtookCount = why.overtook?.length ?? 0;
    const words = explanation({ ...why, ticket, window, at, limits, overtookCount }, this.language);
    const folded = html`<details>
      <summary>${ticketWords[this.language].explain}</summary>
      ${words}
    </details>`;
    return html`<tr>
      <td colspan="4">${kind === 'own' ? words : folded}</td>
    </tr>`;
  }

  /** The slip once more, while its day lasts. */
  #again({ detail }: TimelineRow) {
    const id = detail['case'];
    if (typeof id !== 'string' || this.args[0] !== this.view.date) return nothing;
    return html`<button
      class="plain"
      type="button"
      data-again=${id}
      @click=${() => {
        act(this, { type: 'reprintSlip', case: id });
      }}
    >
      ${deskText[this.language].slipAgain.do}
    </button>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const field = (name: string) =>
      this.renderRoot.querySelector<HTMLInputElement>(`input[name=${name}]`)?.value.trim() ?? '';
    const ticket = field('ticket').toUpperCase();
    const date = field('date');
    this.timeline = null;
    this.state = TICKET.test(ticket) && date !== '' ? 'idle' : 'bad';
    if (this.state === 'bad') return;
    if (`${date}/${ticket}` === this.#asked) void this.#search(date, ticket);
    else go(routeHash('ticket', date, ticket));
  }

  /** Asks for one record; an answer that comes after the next question is not shown. */
  async #search(date: string, ticket: string): Promise<void> {
    const asked = this.#asked;
    this.state = 'searching';
    this.timeline = null;
    try {
      const path = `/api/halls/${this.hall}/days/${date}/tickets/${encodeURIComponent(ticket)}`;
      const timeline = await getJson<Timeline>(`${path}/timeline`);
      if (asked !== this.#asked) return;
      this.timeline = timeline;
      this.state = 'idle';
    } catch (error) {
      if (asked !== this.#asked) return;
      const isAbsent = error instanceof ApiProblem && error.status === 404;
      this.state = isAbsent ? 'none' : 'failed';
    }
  }
}

defineElement('yc-timeline', TimelineSheet);
