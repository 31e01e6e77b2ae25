/**
 * `<yc-window>`: the screen above one window, `?n=3`; a strip or a small display. It starts with the
 * picture of last time, keeps it when the line is lost, and says so. Without a number in the address
 * it asks for one, for a screen is mounted once and its address kept.
 */
import { css, html, nothing } from 'lit';
import '../../shared/client/connection-notice.ts';
import '../../shared/client/emergency-message.ts';
import { NotEnrolled } from '../../shared/client/credentials.ts';
import type { Credentials } from '../../shared/client/credentials.ts';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { LiveView } from '../../shared/client/live-view.ts';
import { tellDocument } from '../../shared/client/page-language.ts';
import { tokens } from '../../shared/client/tokens.ts';
import { windowNo } from '../../shared/base/ids.ts';
import type { Here } from '../../shared/protocol/http.ts';
import { topicName } from '../../shared/protocol/topics.ts';
import type { Language } from '../../shared/text/language.ts';
import { windowText } from '../../shared/text/window.ts';
import '../parts/enrol-form.ts';
import { findHere, screenCredentials } from '../parts/screen-start.ts';
import './window-choice.ts';
import './window-sign.ts';

const TICK_MS = 500;
const FLASH_MS = 12_000;

export class WindowPage extends YcElement {
  static override properties = {
    tick: { state: true },
    isNotEnrolled: { state: true },
    isUnknown: { state: true },
  };
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
      }
      main {
        display: grid;
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
        height: 100vh;
        overflow: hidden;
        background: var(--paper);
      }
      yc-link {
        padding: 1vh 2vw;
        font-size: clamp(20px, min(6vh, 3vw), 48px);
        background: var(--paper);
      }
      .alone {
        place-self: center;
        padding: 4vmin;
        text-align: center;
        font-size: clamp(32px, 12vh, 96px);
        font-weight: var(--weight-strong);
        color: var(--slate-deep);
        line-height: 1.3;
      }
    `,
  ];
  declare tick: number;
  declare isNotEnrolled: boolean;
  /** The hall has no window of this number. */
  declare isUnknown: boolean;
  #live: LiveView<'window'> | null = null;
  #lastCallSeq = 0;
  #flashUntil = 0;
  readonly #window = windowOfAddress(globalThis.location.search);

  constructor() {
    super();
    this.tick = 0;
    this.isNotEnrolled = false;
    this.isUnknown = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#window === null) return;
    const end = new AbortController();
    this.keep(() => {
      end.abort();
      this.#live?.stop();
    });
    this.keepEvery(TICK_MS, () => {
      this.tick += 1;
    });
    this.#connect(this.#window, end.signal).catch((error: unknown) => {
      if (end.signal.aborted) return;
      this.isUnknown = error instanceof NotEnrolled && error.code === 'malformed';
      this.isNotEnrolled = !this.isUnknown;
    });
  }

  async #connect(window: number, signal: AbortSignal): Promise<void> {
    const here = await findHere(signal);
    const credentials = await screenCredentials(signal, window);
    if (!signal.aborted) this.#watch(here, window, credentials);
  }

  #watch({ hall }: Here, window: number, credentials: Credentials): void {
    this.#live = new LiveView<'window'>({
      topic: topicName({ kind: 'window', hall, window: windowNo(window) }),
      credentials,
      keep: `hours.window.${String(window)}`,
      onChange: () => {
        this.#take();
      },
    });
    this.#live.start();
  }

  /** A new call or a recall flashes; what was called before this page started does not. */
  #take(): void {
    const live = this.#live;
    const state = live?.view?.state;
    if (live && live.link !== 'connecting' && state?.status === 'calling') {
      const isRecent = live.hallNow() - state.lastCallAt < FLASH_MS;
      if (state.callSeq !== this.#lastCallSeq && (this.#lastCallSeq > 0 || isRecent)) {
        this.#flashUntil = performance.now() + FLASH_MS;
      }
      this.#lastCallSeq = state.callSeq;
    } else if (state) {
      this.#flashUntil = 0;
    }
    this.requestUpdate();
  }

  /** Chinese, and the language of the ticket that is called beside it. */
  get #second(): Language {
    const state = this.#live?.view?.state;
    return state?.status === 'calling' && state.language === 'zh-Hant' ? 'zh-Hant' : 'en';
  }

  protected override render() {
    if (this.#window === null) return html`<main><yc-window-choice></yc-window-choice></main>`;
    if (this.isNotEnrolled) {
      return html`<yc-enrol
        kind="screen"
        .window=${this.#window}
        @enrolled=${() => globalThis.location.reload()}
      ></yc-enrol>`;
    }
    tellDocument('zh-Hans');
    const live = this.#live;
    return html`<main>${this.#picture(live)}${this.#notice(live)}</main>`;
  }

  #picture(live: LiveView<'window'> | null) {
    const words = windowText['zh-Hans'];
    if (this.isUnknown || live?.refused)
      return html`<p class="alone" role="alert">${words.unknown}</p>`;
    if (!live?.view) return html`<p class="alone" role="status">${words.connecting}</p>`;
    const { emergency } = live.view;
    if (emergency) return html`<yc-emergency .emergency=${emergency}></yc-emergency>`;
    return html`<yc-window-sign
      .view=${live.view}
      .second=${this.#second}
      .isFlashing=${this.#flashUntil > performance.now()}
      .now=${live.hallNow()}
      .isStale=${live.link !== 'live'}
    ></yc-window-sign>`;
  }

  #notice(live: LiveView<'window'> | null) {
    if (!live?.view || live.link === 'live') return nothing;
    return html`<yc-link .live=${live} .tick=${this.tick}></yc-link>`;
  }
}

function windowOfAddress(search: string): number | null {
  const said = new URLSearchParams(search).get('n') ?? '';
  return /^[1-9]\d{0,3}$/.test(said) ? Number(said) : null;
}

defineElement('yc-window', WindowPage);
