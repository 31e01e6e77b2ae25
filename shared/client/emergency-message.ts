/**
 * `<yc-emergency .emergency=${…}>`: the message that pre-empts every screen. Fills its place with a
 * sign, one word, what to do, and the hall's own line, in three languages at once, for nobody may
 * have to wait until theirs comes round. Sizes follow the screen: wall, strip, upright, tablet.
 */
import { css, html, nothing } from 'lit';
import type { Emergency } from '../hall/day.ts';
import { emergencyText } from '../text/emergency.ts';
import type { Language } from '../text/language.ts';
import { defineElement } from './define-element.ts';
import { YcElement } from './element.ts';
import { emergencySign } from './emergency-sign.ts';
import { tokens } from './tokens.ts';

export class EmergencyMessage extends YcElement {
  static override properties = { emergency: { attribute: false } };
  static override styles = [
    tokens,
    css`
      :host {
        display: block;
        height: 100%;
        min-height: 0;
        --u: min(1vw, 1.78vh);
      }
      article {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        gap: calc(4 * var(--u));
        height: 100%;
        padding: calc(3 * var(--u)) calc(5 * var(--u));
        overflow: hidden;
        background: #16202b;
        color: #ffffff;
      }
      .fire,
      .security {
        background: #a02413;
      }
      .power,
      .weather {
        background: #6b3f00;
      }
      svg {
        width: calc(20 * var(--u));
        height: calc(20 * var(--u));
      }
      .words {
        display: grid;
        gap: calc(1.6 * var(--u));
        min-width: 0;
      }
      p {
        line-height: 1.25;
        text-wrap: balance;
        overflow-wrap: anywhere;
      }
      .title {
        font-size: calc(10.5 * var(--u));
        font-weight: var(--weight-bold);
        line-height: 1.1;
      }
      .advice {
        font-size: calc(4.2 * var(--u));
        font-weight: var(--weight-strong);
      }
      .own {
        padding: calc(1 * var(--u)) calc(1.6 * var(--u));
        border: calc(0.25 * var(--u)) solid currentColor;
        border-radius: var(--radius);
        font-size: calc(3.6 * var(--u));
        font-weight: var(--weight-strong);
      }
      .other {
        font-size: calc(3 * var(--u));
        text-wrap: pretty;
      }
      .other b {
        margin-right: 0.5em;
        font-weight: var(--weight-bold);
      }
      @media (min-aspect-ratio: 24 / 10) {
        :host {
          --u: min(0.62vw, 2.2vh);
        }
        article {
          padding: calc(2 * var(--u)) calc(4 * var(--u));
        }
        .words {
          grid-template-columns: auto minmax(0, 1fr);
          column-gap: calc(4 * var(--u));
        }
        .title {
          grid-row: span 4;
          align-self: center;
          font-size: calc(14 * var(--u));
        }
      }
      @media (max-aspect-ratio: 1 / 1) {
        :host {
          --u: min(1.6vw, 1vh);
        }
        article {
          grid-template-columns: minmax(0, 1fr);
          align-content: center;
        }
      }
    `,
  ];
  declare emergency: Emergency | null;

  constructor() {
    super();
    this.emergency = null;
  }

  protected override render() {
    const { emergency } = this;
    if (emergency === null) return nothing;
    const { kind, text } = emergency;
    const { title, advice } = emergencyText['zh-Hans'][kind];
    return html`<article class=${kind} role="alert" data-kind=${kind}>
      ${emergencySign(kind)}
      <div class="words">
        <p class="title" lang="zh-Hans">${title}</p>
        <p class="advice" lang="zh-Hans">${advice}</p>
        ${text === null ? nothing : html`<p class="own">${text}</p>`} ${this.#other('zh-Hant')}
        ${this.#other('en')}
      </div>
    </article>`;
  }

  #other(language: Language) {
    const { emergency } = this;
    if (emergency === null) return nothing;
    const { title, advice } = emergencyText[language][emergency.kind];
    return html`<p class="other" lang=${language}><b>${title}</b> ${advice}</p>`;
  }
}

defineElement('yc-emergency', EmergencyMessage);
