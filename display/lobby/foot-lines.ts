/**
 * `<yc-foot-lines>`: the numbers that were missed and what to do then, and one line of notices. What
 * is slotted in takes the notices' place while `lost`. Both turn their pages.
 */
import { css, html } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime, ticketNumber, ticketParts } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { commonText } from '../../shared/text/common.ts';
import type { Language } from '../../shared/text/language.ts';
import { lobbyText } from '../../shared/text/lobby.ts';
import type { LobbyView } from '../../shared/views/lobby-board.ts';
import { pageAt, pagesOf } from '../parts/paging.ts';

const MISSED_PER_PAGE = 4;

export class FootLines extends YcElement {
  static override properties = {
    missed: { attribute: false },
    paused: { attribute: false },
    told: { attribute: false },
    language: {},
    lost: { attribute: false },
  };
  static override styles = [
    tokens,
    css`
      section {
        display: grid;
        gap: 0.5rem;
      }
      p {
        display: flex;
        align-items: center;
        gap: 2rem;
        height: 4.75rem;
        font-size: 3.5rem;
        line-height: 1.2;
        white-space: nowrap;
        overflow: hidden;
      }
      .missed {
        padding: 0 2rem;
        border-radius: var(--radius);
        background: var(--slate-soft);
        color: var(--slate-deep);
      }
      .missed b {
        color: var(--ink);
        font-weight: var(--weight-bold);
      }
      small {
        font-size: 2.75rem;
        font-weight: var(--weight-text);
      }
      .advice {
        margin-left: auto;
        font-weight: var(--weight-strong);
      }
      .lost {
        overflow: visible;
      }
      .notice {
        padding: 0 2rem;
        color: var(--ink-soft);
      }
    `,
  ];
  declare missed: LobbyView['missed'];
  declare paused: LobbyView['paused'];
  /** What the hall is told of overloaded zones, in words. */
  declare told: readonly string[];
  declare language: Language;
  /** The line to the server is lost: its notice is slotted in. */
  declare lost: boolean;

  constructor() {
    super();
    this.missed = [];
    this.paused = [];
    this.told = [];
    this.language = 'zh-Hans';
    this.lost = false;
  }

  protected override render() {
    return html`<section>
      ${this.missed.length > 0 ? this.#missed() : ''}
      ${this.lost ? html`<p class="lost"><slot></slot></p>` : html`<p class="notice">${this.#notice()}</p>`}
    </section>`;
  }

  #missed() {
    const words = lobbyText[this.language];
    const pages = pagesOf(this.missed, MISSED_PER_PAGE);
    const rows = pages[pageAt(performance.now(), pages.length)] ?? [];
    return html`<p class="missed">
      <span>${words.missed}</span>
      ${rows.map((row) => this.#number(row.ticket))}
      <span class="advice">${words.missedAdvice}</span>
    </p>`;
  }

  #number(ticket: string) {
    const { carried } = ticketParts(ticket);
    const mark = carried === null ? '' : lobbyText[this.language].carried(carried);
    return html`<b>${ticketNumber(ticket)}${mark === '' ? '' : html` <small>${mark}</small>`}</b>`;
  }

  #notice(): string {
    const words = lobbyText[this.language];
    const common = commonText[this.language];
    const paused = this.paused.map(({ window, reason, returnAt }) => {
      const back = returnAt === null ? common.backSoon : common.backAt(clockTime(returnAt));
      return words.paused(window, common.pauseReasons[reason], back);
    });
    const notices = [...this.told, ...words.notices, ...paused];
    return notices[pageAt(performance.now(), notices.length)] ?? '';
  }
}

defineElement('yc-foot-lines', FootLines);
