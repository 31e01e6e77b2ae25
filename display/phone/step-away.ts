/** Letting some others pass: how many, never more than wait behind or than the hall allows. */
import { css, html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { phoneDayText } from '../../shared/text/phone-day.ts';

export interface StepAwayChoice {
  readonly count: number;
  readonly max: number;
  readonly isBusy: boolean;
  readonly change: (count: number) => void;
  readonly send: () => void;
  readonly leave: () => void;
}

/** The choice of how many, with two large buttons and the number between them. */
export function stepAwayCard(choice: StepAwayChoice, language: Language): TemplateResult {
  const text = phoneDayText[language];
  const { count, max, isBusy, change, send, leave } = choice;
  const step = (by: number, label: string, sign: string) =>
    html`<button
      class="step"
      data-step=${by}
      aria-label=${label}
      ?disabled=${isBusy || count + by < 1 || count + by > max}
      @click=${() => change(count + by)}
    >
      ${sign}
    </button>`;
  return html`<section class="card ask">
    <p>${text.stepAwayHelp}</p>
    <div class="steps">
      ${step(-1, text.fewer, '−')}
      <p class="count" role="status">${text.stepAwayCount(count)}</p>
      ${step(1, text.more, '+')}
    </div>
    <div class="pair">
      <button data-go="step-no" @click=${leave}>${text.back}</button>
      <button class="primary" data-go="step-yes" ?disabled=${isBusy} @click=${send}>
        ${text.stepAwayYes(count)}
      </button>
    </div>
  </section>`;
}

export const stepAwayStyles = css`
  .steps {
    display: grid;
    grid-template-columns: 72px minmax(0, 1fr) 72px;
    align-items: center;
    margin-top: 12px;
  }
  .step {
    min-height: 64px;
    font-size: 30px;
    font-weight: 700;
  }
  .count {
    text-align: center;
    font-size: 34px;
    font-weight: 700;
    line-height: 1.2;
  }
`;
