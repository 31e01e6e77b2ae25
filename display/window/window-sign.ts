/**
 * `<yc-window-sign>`: one window as its screen shows it. Left the window's own number, which never
 * changes; right one thing alone, as high as the screen lets it be: the ticket's number with 请 or
 * 办理中, or the state in words. Chinese large, the second language small below it.
 */
import { html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { clockTime } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { commonText } from '../../shared/text/common.ts';
import type { Language } from '../../shared/text/language.ts';
import { windowText } from '../../shared/text/window.ts';
import type { SignState, WindowView } from '../../shared/views/window-sign.ts';
import { signStyles } from './window-sign-styles.ts';

type Paused = Extract<SignState, { status: 'paused' }>;

export class WindowSign extends YcElement {
  static override properties = {
    view: { attribute: false },
    second: { attribute: false },
    isFlashing: { attribute: false },
    isStale: { attribute: false },
  };
  static override styles = [tokens, signStyles];
  declare view: WindowView | null;
  declare second: Language;
  declare isFlashing: boolean;
  declare isStale: boolean;

  constructor() {
    super();
    this.view = null;
    this.second = 'en';
    this.isFlashing = false;
    this.isStale = false;
  }

  protected override render() {
    const { view } = this;
    if (!view) return nothing;
    const { status } = view.state;
    const marks = `${this.isStale ? 'stale' : ''} ${this.isFlashing ? 'flashing' : ''}`;
    return html`<article class="${status} ${marks}">
      <header>
        <p class="no"><b>${view.window}</b><span>${windowText['zh-Hans'].windowNo}</span></p>
        <p class="name">${view.name['zh-Hans']}</p>
        <p class="name" lang="en">${view.name.en}</p>
        <p class="zones">${this.#zones(view)}</p>
      </header>
      <section aria-live="polite">${this.#state(view.state)}</section>
    </article>`;
  }

  #zones({ zones }: WindowView): string {
    const words = windowText['zh-Hans'];
    if (zones === null) return words.allZones;
    return zones.map((names) => names['zh-Hans']).join(words.separator);
  }

  #state(state: SignState) {
    const zh = windowText['zh-Hans'];
    const other = windowText[this.second];
    switch (state.status) {
      case 'calling':
        return html`${this.#said(zh.please, other.please)}${number(state.ticket)}`;
      case 'serving':
        return html`${this.#said(zh.serving, other.serving)}${number(state.ticket)}`;
      case 'idle':
        return this.#words(zh.idle, other.idle, zh.idleMore);
      case 'closed':
        return this.#words(zh.closed, other.closed, zh.closedMore);
      case 'paused':
        return this.#paused(state);
    }
  }

  #paused({ reason, returnAt }: Paused) {
    const zh = commonText['zh-Hans'];
    const other = commonText[this.second];
    const back = (words: typeof zh) =>
      returnAt === null ? words.backSoon : words.backAt(clockTime(returnAt));
    const more = `${zh.pauseReasons[reason]} · ${back(zh)}`;
    return this.#words(zh.paused, `${other.paused} · ${back(other)}`, more);
  }

  /** The word beside the number. */
  #said(zh: string, other: string) {
    return html`<p class="said">
      <b>${zh}</b>
      <span lang=${this.second}>${other}</span>
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

function number(ticket: string) {
  return html`<p class="number ${ticket.length > 4 ? 'wide' : ''}">${ticket}</p>`;
}

defineElement('yc-window-sign', WindowSign);
