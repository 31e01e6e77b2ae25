/** `<yc-lobby-head>`: the hall's name, the day, the clock; and a sign when there is no sound. */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { calendarDay, clockTime } from '../../shared/client/format.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Sound } from '../../shared/client/voice/voice.ts';
import type { Language, Names } from '../../shared/text/language.ts';
import { lobbyText } from '../../shared/text/lobby.ts';

export class LobbyHead extends YcElement {
  static override properties = {
    name: { attribute: false },
    language: {},
    now: { attribute: false },
    sound: {},
  };
  static override styles = [
    tokens,
    css`
      header {
        display: flex;
        align-items: center;
        gap: 2.5rem;
        height: 100%;
        border-bottom: 2px solid var(--line);
      }
      h1 {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        font-size: 2.75rem;
        font-weight: var(--weight-strong);
      }
      .day {
        flex: none;
        font-size: 2.25rem;
        color: var(--ink-soft);
      }
      time {
        flex: none;
        font-size: 4.5rem;
        font-weight: var(--weight-bold);
        line-height: 1;
      }
      .sound {
        display: inline-flex;
        align-items: center;
        flex: none;
        gap: 0.75rem;
        min-height: 4rem;
        padding: 0 1.25rem;
        border: 2px solid var(--amber-deep);
        border-radius: var(--radius);
        background: var(--amber-soft);
        color: var(--amber-deep);
        font-size: 2rem;
        font-weight: var(--weight-strong);
      }
      svg {
        width: 2.25rem;
        height: 2.25rem;
      }
    `,
  ];
  declare name: Names | null;
  declare language: Language;
  /** The hall's clock, epoch ms. */
  declare now: number | null;
  declare sound: Sound;

  constructor() {
    super();
    this.name = null;
    this.language = 'zh-Hans';
    this.now = null;
    this.sound = 'ready';
  }

  protected override render() {
    const { now, language } = this;
    return html`<header>
      <h1>${this.name?.[language] ?? ''}</h1>
      ${this.#soundSign()}
      ${
        now === null
          ? nothing
          : html`<span class="day">${calendarDay(now, language)}</span>
              <time>${clockTime(now)}</time>`
      }
    </header>`;
  }

  #soundSign() {
    const words = lobbyText[this.language];
    if (this.sound === 'ready') return nothing;
    if (this.sound === 'missing') {
      return html`<span class="sound" role="status">${silentSpeaker}${words.soundMissing}</span>`;
    }
    return html`<button class="sound" @click=${this.#wantSound}>
      ${silentSpeaker}${words.soundBlocked}
    </button>`;
  }

  #wantSound(): void {
    this.dispatchEvent(new Event('sound-wanted'));
  }
}

const silentSpeaker = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path d="M3 9v6h4l5 4V5L7 9z" fill="currentColor" />
  <path d="m16 9 6 6m0-6-6 6" stroke="currentColor" stroke-width="2.5" stroke-linecap="round" />
</svg>`;

defineElement('yc-lobby-head', LobbyHead);
