/** The tab of advice: proposals and what is in force, earlier advice and its worth, and "what if". */
import { css, html, nothing } from 'lit';
import { defineElement } from '../../shared/client/define-element.ts';
import { YcElement } from '../../shared/client/element.ts';
import { tokens } from '../../shared/client/tokens.ts';
import type { Language } from '../../shared/text/language.ts';
import { adviceText } from '../../shared/text/manager-advice.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';
import { staffStyles } from '../parts/staff-styles.ts';
import { adviceCardStyles, appliedCard, earlierTable, proposalCard } from './advice-cards.ts';
import type { AdviceCards } from './advice-cards.ts';
import { togetherWords } from './advice-standing.ts';
import { minutesOf } from './advice-words.ts';
import { act } from './intents.ts';
import { tableStyles } from './table-styles.ts';
import './training-note.ts';
import './what-if.ts';

export class AdviceSheet extends YcElement {
  static override properties = {
    hall: {},
    view: { attribute: false },
    language: {},
    now: { attribute: false },
    inFlight: { attribute: false },
  };
  static override styles = [
    tokens,
    staffStyles,
    tableStyles,
    adviceCardStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
        gap: 12px;
        align-items: start;
      }
      .column,
      .cards {
        display: grid;
        gap: 12px;
      }
      .title {
        display: flex;
        gap: 12px;
        align-items: baseline;
        justify-content: space-between;
      }
    `,
  ];
  declare hall: string;
  declare view: FloorView;
  declare language: Language;
  declare now: number;
  declare inFlight: string | null;

  constructor() {
    super();
    this.language = 'zh-Hans';
    this.now = 0;
    this.inFlight = null;
  }

  protected override render() {
    const { view, language, now, inFlight, hall } = this;
    const { advice } = view;
    const text = adviceText[language];
    const together = togetherWords(advice, language);
    const cards: AdviceCards = {
      ...{ view, language, now, inFlight },
      act: (command) => {
        act(this, command);
      },
    };
    return html`<div class="column">
        <section class="sheet proposals">
          <div class="title">
            <h2>${text.title}</h2>
            <span class="quiet small">
              ${advice.isAuto ? html`${text.auto} · ` : nothing}${text.moves(
                advice.moves,
                advice.movesMax,
              )}
            </span>
          </div>
          <div class="cards">
            ${advice.proposed.length === 0 ? this.#nothing() : nothing}
            ${together === '' ? nothing : html`<p class="together">${together}</p>`}
            ${advice.proposed.map((row) => proposalCard(row, cards))}
          </div>
        </section>
        ${
          advice.applied.length === 0
            ? nothing
            : html`<section class="sheet applied-list">
                <h2>${text.inForce}</h2>
                <div class="cards">${advice.applied.map((row) => appliedCard(row, cards))}</div>
              </section>`
        }
        <section class="sheet">
          <h2>${text.earlier}</h2>
          ${earlierTable(advice.earlier, view, language)}
        </section>
        <yc-training .hall=${hall} .language=${language} .people=${view.people}></yc-training>
      </div>
      <yc-what-if
        .hall=${hall}
        .view=${view}
        .language=${language}
        .inFlight=${inFlight}
      ></yc-what-if>`;
  }

  #nothing() {
    const { isOn, everyMs } = this.view.advice;
    const text = adviceText[this.language];
    if (!isOn) return html`<p class="quiet">${text.off}</p>`;
    return html`<p>${text.none}</p>
      <p class="quiet small">${text.noneHint(minutesOf(everyMs))}</p>`;
  }
}

defineElement('yc-advice', AdviceSheet);
