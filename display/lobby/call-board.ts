/**
 * `<yc-call-board>`: number → window, newest on top, nothing else in a row. The row that is spoken
 * stands out alone, on solid ground; one that was just called pulses softly for 12 s. More rows than
 * fit turn their pages every 8 s; a call that is new or being spoken brings its own page up. Numbers
 * need no language; the captions stand in two.
 */
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime, ticketNumber, ticketParts } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { LOBBY_CAPTIONS, lobbyText } from '../../shared/text/lobby.ts';
import type { LobbyCall, LobbyView } from '../../shared/views/lobby-board.ts';
import { pageAt } from '../parts/paging.ts';
import { boardStyles } from './call-board-styles.ts';
import { callPages } from './call-rows.ts';
import type { Pulses } from './pulses.ts';

export class CallBoard extends YcElement {
  static override properties = {
    calls: { attribute: false },
    phase: {},
    language: {},
    now: { attribute: false },
    hallNow: { attribute: false },
    speaking: { attribute: false },
    isSilent: { attribute: false },
    opensAt: { attribute: false },
    zone: { attribute: false },
    pulses: { attribute: false },
  };
  static override styles = [tokens, boardStyles];
  declare calls: readonly LobbyCall[];
  declare phase: LobbyView['phase'];
  declare language: Language;
  /** The screen's clock, for pages and pulses. */
  declare now: number;
  declare hallNow: number;
  /** The callSeq being spoken. */
  declare speaking: number | null;
  /** Nothing can be spoken now: the newest call stands out instead. */
  declare isSilent: boolean;
  /** The next session's opening while none is running. */
  declare opensAt: number | null;
  /** The screen's own zone, whose calls come first; null: every zone's. */
  declare zone: string | null;
  declare pulses: Pulses | null;
  #newest = 0;
  #firstPageAt = 0;

  constructor() {
    super();
    this.calls = [];
    this.phase = 'open';
    this.language = 'zh-Hans';
    this.now = 0;
    this.hallNow = 0;
    this.speaking = null;
    this.isSilent = false;
    this.opensAt = null;
    this.zone = null;
    this.pulses = null;
  }

  protected override render() {
    const pages = callPages(this.calls, this.hallNow, this.zone);
    const page = this.#page(pages);
    const rows = pages[page] ?? [];
    if (rows.length === 0) return this.#quiet();
    return html`<section aria-label=${lobbyText[this.language].calls}>
      ${this.#captions(page, pages.length)}
      <ol>
        ${repeat(
          rows,
          (call) => call.ticket,
          (call) => this.#row(call),
        )}
      </ol>
    </section>`;
  }

  #page(pages: readonly LobbyCall[][]): number {
    const newest = Math.max(0, ...this.calls.map((call) => call.callSeq));
    if (newest !== this.#newest) {
      this.#newest = newest;
      this.#firstPageAt = this.now;
    }
    const spoken = pages.findIndex((rows) => rows.some((row) => row.callSeq === this.speaking));
    return spoken >= 0 ? spoken : pageAt(this.now - this.#firstPageAt, pages.length);
  }

  #captions(page: number, pages: number) {
    const { number, window } = LOBBY_CAPTIONS;
    const turn = lobbyText[this.language].page(page + 1, pages);
    return html`<div class="captions">
      <span><b lang="zh-Hans">${number.zh}</b> <i lang="en">${number.en}</i></span>
      ${pages > 1 ? html`<span class="page">${turn}</span>` : nothing}
      <span><b lang="zh-Hans">${window.zh}</b> <i lang="en">${window.en}</i></span>
    </div>`;
  }

  #row(call: LobbyCall) {
    const { carried } = ticketParts(call.ticket);
    const words = lobbyText[this.language];
    return html`<li
      class=${this.#stateOf(call)}
      data-ticket=${call.ticket}
      data-call-seq=${call.callSeq}
    >
      <span class="number"
        >${ticketNumber(call.ticket)}${
          carried === null ? nothing : html`<small>${words.carried(carried)}</small>`
        }</span
      >
      <svg viewBox="0 0 64 32" aria-hidden="true">
        <path
          d="M2 16h54M42 4l15 12-15 12"
          fill="none"
          stroke="currentColor"
          stroke-width="5"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      <span class="window">${call.window}</span>
    </li>`;
  }

  /** `now` is for one row alone: the spoken one, or the newest where nothing can be spoken. */
  #stateOf({ callSeq, status }: LobbyCall): string {
    if (callSeq === this.speaking) return 'called now';
    const isFresh = status === 'called' && (this.pulses?.isPulsing(callSeq, this.now) ?? false);
    if (!isFresh) return status;
    return this.isSilent && callSeq === this.#newest ? 'called now' : 'called fresh';
  }

  #quiet() {
    const words = lobbyText[this.language];
    const { phase, opensAt } = this;
    const [head, more] =
      phase === 'open' && opensAt !== null
        ? [words.opensAt(clockTime(opensAt)), words.unopenedMore]
        : {
            open: [words.quiet, words.quietMore],
            unopened: [words.unopened, words.unopenedMore],
            booking: [words.unopened, words.unopenedMore],
            closed: [words.closed, words.closedMore],
          }[phase];
    return html`<section class="quiet">
      <p class="head">${head}</p>
      <p class="more">${more}</p>
    </section>`;
  }
}

defineElement('yc-call-board', CallBoard);
