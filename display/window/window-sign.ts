/**
 * `<yc-window-sign>`: one window as its screen shows it. Left the window's own number, which never
 * changes, its name and what it is for today; right one thing alone, as high as the screen lets it
 * be: the ticket's number with 请 or 办理中, the state in words, or the code for a rating by phone.
 * Chinese large, the second language small below it.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { DAY_MS } from '../../shared/base/time.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { calendarDay, clockTime, ticketNumber, ticketParts } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { commonText } from '../../shared/text/common.ts';
import type { Language } from '../../shared/text/language.ts';
import { windowText } from '../../shared/text/window.ts';
import type { SignState, WindowView } from '../../shared/views/window-sign.ts';
import { qrCode } from '../parts/qr-code.ts';
import { nextOpenAt } from '../parts/hours.ts';
import { signStyles } from './window-sign-styles.ts';

type Paused = Extract<SignState, { status: 'paused' }>;
type Words = (typeof windowText)[Language];

export class WindowSign extends YcElement {
  static override properties = {
    view: { attribute: false },
    second: { attribute: false },
    isFlashing: { attribute: false },
    isStale: { attribute: false },
    now: { attribute: false },
  };
  static override styles = [tokens, signStyles];
  declare view: WindowView | null;
  declare second: Language;
  declare isFlashing: boolean;
  declare isStale: boolean;
  /** The hall's clock. */
  declare now: number;

  constructor() {
    super();
    this.view = null;
    this.second = 'en';
    this.isFlashing = false;
    this.isStale = false;
    this.now = 0;
  }

  protected override render() {
    const { view } = this;
    if (!view) return nothing;
    const { rateByPhone } = view;
    const isRating = rateByPhone !== null && this.now < rateByPhone.untilAt;
    const marks = `${this.isStale ? 'stale' : ''} ${this.isFlashing ? 'flashing' : ''}`;
    const status = isRating
      ? 'rating'
      : view.pauseComing
        ? `${view.state.status} ending`
        : view.state.status;
    return html`<article class="${status} ${marks}">
      ${this.#head(view)}
      <section aria-live="polite">
        ${isRating ? this.#rating(rateByPhone) : this.#state(view)}
      </section>
    </article>`;
  }

  #head(view: WindowView) {
    const zh = windowText['zh-Hans'];
    const marks = this.#marks(view);
    return html`<header>
      <p class="no"><b>${view.window}</b><span>${zh.windowNo}</span></p>
      <div class="names">
        ${
          marks.length === 0
            ? nothing
            : html`<p class="marks">${marks.map((mark) => html`<span>${mark}</span>`)}</p>`
        }
        <p class="name">${view.name['zh-Hans']}</p>
        <p class="name" lang="en">${view.name.en}</p>
        <p class="zones">${this.#zones(view)}</p>
      </div>
    </header>`;
  }

  /** What sets this window apart today, in one word each. */
  #marks({ lane, kind, accessible, pauseComing }: WindowView): string[] {
    const words = windowText['zh-Hans'];
    const marks: string[] = [];
    if (pauseComing !== null) marks.push(words.pauseComing);
    if (lane === 'flash') marks.push(words.flash);
    if (kind === 'surge') marks.push(words.surge);
    if (kind === 'dedicated') marks.push(words.dedicated);
    if (accessible) marks.push(words.low);
    return marks;
  }

  #zones({ zones }: WindowView): string {
    const words = windowText['zh-Hans'];
    if (zones === null) return words.allZones;
    return zones.map((names) => names['zh-Hans']).join(words.separator);
  }

  #state(view: WindowView): TemplateResult {
    const { state } = view;
    const zh = windowText['zh-Hans'];
    const other = windowText[this.second];
    switch (state.status) {
      case 'calling':
        return html`${this.#said(zh.please, other.please)}${number(state.ticket, zh)}`;
      case 'serving':
        return state.isConsulting
          ? html`${this.#said(zh.consulting, other.consulting, zh.consultingMore)}
            ${number(state.ticket, zh)}`
          : html`${this.#said(zh.serving, other.serving)}${number(state.ticket, zh)}`;
      case 'idle':
        return view.pauseComing
          ? this.#ending(view.pauseComing.returnAt)
          : this.#words(zh.idle, other.idle, zh.idleMore);
      case 'closed':
        return this.#closed(view);
      case 'paused':
        return this.#paused(state);
    }
  }

  #ending(returnAt: number | null) {
    const zh = windowText['zh-Hans'];
    const other = windowText[this.second];
    const back = returnAt === null ? '' : ` · ${commonText['zh-Hans'].backAt(clockTime(returnAt))}`;
    return this.#words(zh.pauseComing, other.pauseComing, `${zh.pauseComingMore}${back}`);
  }

  /** Outside opening hours: when the doors open; else: go to another window. */
  #closed({ hours }: WindowView) {
    const zh = windowText['zh-Hans'];
    const other = windowText[this.second];
    const at = hours.alwaysOpen ? null : nextOpenAt(hours, this.now);
    const isRunning = hours.sessions.some(
      ({ openAt, closeAt }) => openAt <= this.now && this.now < closeAt,
    );
    if (at === null || isRunning) return this.#words(zh.closed, other.closed, zh.closedMore);
    const say = (words: Words, language: Language) => {
      const isToday = at - this.now < DAY_MS && clockTime(at) > clockTime(this.now);
      return words.opensAt(isToday ? '' : `${calendarDay(at, language)} `, clockTime(at));
    };
    const second = `${other.closed} · ${say(other, this.second)}`;
    return this.#words(zh.closed, second, say(zh, 'zh-Hans'));
  }

  #paused({ reason, returnAt }: Paused) {
    const zh = commonText['zh-Hans'];
    const other = commonText[this.second];
    const back = (words: typeof zh) =>
      returnAt === null ? words.backSoon : words.backAt(clockTime(returnAt));
    const more = `${zh.pauseReasons[reason]} · ${back(zh)}`;
    return this.#words(zh.paused, `${other.paused} · ${back(other)}`, more);
  }

  #rating({ ticket, token }: NonNullable<WindowView['rateByPhone']>) {
    const zh = windowText['zh-Hans'];
    const other = windowText[this.second];
    const address = `${globalThis.location.origin}/phone/#${token}`;
    return html`<div class="words">
        <p class="who">${zh.rateFor(ticketNumber(ticket))}</p>
        <p class="big">${zh.rate}</p>
        <p class="more">${zh.rateMore}</p>
        <p class="more" lang=${this.second}>${other.rate} · ${other.rateMore}</p>
      </div>
      ${qrCode(address, zh.qr)}`;
  }

  /** The word beside the number. */
  #said(zh: string, other: string, more = '') {
    return html`<p class="said ${zh.length > 2 ? 'long' : ''}">
      <b>${zh}</b>
      <span lang=${this.second}>${other}</span>
      ${more === '' ? nothing : html`<span>${more}</span>`}
    </p>`;
  }

  /** A state without a number: the word is the picture. */
  #words(zh: string, other: string, more: string) {
    return html`<div class="words">
      <p class="big">${zh}</p>
      <p class="more">${more}</p>
      <p class="more" lang=${this.second}>${other}</p>
    </div>`;
  }
}

function number(ticket: string, words: Words) {
  const { carried } = ticketParts(ticket);
  const shown = ticketNumber(ticket);
  return html`<p class="number ${shown.length > 4 ? 'wide' : ''}">
    ${shown}${carried === null ? nothing : html`<small>${words.carried(carried)}</small>`}
  </p>`;
}

defineElement('yc-window-sign', WindowSign);
