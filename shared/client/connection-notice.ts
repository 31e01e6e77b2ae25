/**
 * `<yc-link .live=${liveView} .tick=${n}>`: says in words and with a shape that what the page shows
 * may be old, since when, and what to do. Shows nothing while the line is live. The page re-renders
 * it from its own `onChange`; `tick` is any value that changes with it.
 */
import { css, html, nothing } from 'lit';
import { commonText } from '../text/common.ts';
import type { Language } from '../text/language.ts';
import { defineElement } from './define-element.ts';
import { YcElement } from './element.ts';
import { clockSeconds } from './format.ts';
import { tokens } from './tokens.ts';

/** What the notice needs of a `LiveView`. */
export interface LinkState {
  readonly link: 'connecting' | 'live' | 'stale';
  readonly denied: boolean;
  readonly heardHallAt: number | null;
  readonly shownAsOfAt: number | null;
}

export class ConnectionNotice extends YcElement {
  static override properties = {
    live: { attribute: false },
    tick: { attribute: false },
    language: {},
    advice: {},
  };
  static override styles = [
    tokens,
    css`
      p {
        display: inline-flex;
        align-items: center;
        gap: 0.5em;
        padding: 0.125em 0.75em;
        border: 2px solid currentColor;
        border-radius: var(--radius);
        background: var(--amber-soft);
        color: var(--amber-deep);
        font-weight: var(--weight-strong);
        line-height: 1.2;
      }
      p.connecting {
        background: var(--slate-soft);
        color: var(--slate-deep);
      }
      svg {
        flex: none;
        width: 1.25em;
        height: 1.25em;
      }
    `,
  ];
  declare live: LinkState | null;
  declare tick: unknown;
  declare language: Language;
  /** Overrides what to do about a lost line; the page may know better. */
  declare advice: string;

  constructor() {
    super();
    this.live = null;
    this.tick = null;
    this.language = 'zh-Hans';
    this.advice = '';
  }

  protected override render() {
    const { live } = this;
    if (live === null || (live.link === 'live' && !live.denied)) return nothing;
    const words = commonText[this.language].link;
    if (live.denied) return this.#say('stale', `${words.denied} · ${words.deniedAdvice}`);
    if (live.link === 'connecting') {
      const { shownAsOfAt } = live;
      const since = shownAsOfAt === null ? null : clockSeconds(shownAsOfAt);
      return this.#say('connecting', since ? words.connectingKept(since) : words.connecting);
    }
    const since = clockSeconds(live.heardHallAt ?? live.shownAsOfAt ?? Date.now());
    const advice = this.advice || words.staleAdvice;
    return this.#say('stale', `${words.stale(since)} · ${advice}`);
  }

  #say(kind: 'connecting' | 'stale', words: string) {
    return html`<p class=${kind} role="status">${brokenLine}<span>${words}</span></p>`;
  }
}

/** Two plugs apart: a shape that says it without the words. */
const brokenLine = html`<svg viewBox="0 0 24 24" aria-hidden="true">
  <path
    d="M2 12h5m10 0h5M7 8v8M17 8v8M10 10l4 4m0-4l-4 4"
    fill="none"
    stroke="currentColor"
    stroke-width="2.5"
    stroke-linecap="round"
  />
</svg>`;

defineElement('yc-link', ConnectionNotice);
