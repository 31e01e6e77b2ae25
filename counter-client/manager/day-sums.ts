/** The day in one strip: tickets by what became of them, and ratings, never without their coverage. */
import { css, html } from 'lit';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import type { FloorView } from '../../shared/views/manager-floor.ts';

export const daySumsStyles = css`
  .sums {
    display: flex;
    align-items: center;
    gap: var(--space-3);
    height: 64px;
    padding: 0 var(--space-3);
    border-bottom: 1px solid var(--line);
    background: var(--panel);
  }
  .sums dl {
    display: flex;
    gap: var(--space-3);
  }
  .sums dl div {
    display: flex;
    flex-direction: column-reverse;
  }
  .sums dt {
    color: var(--slate-deep);
    font-size: 13px;
    line-height: 1.3;
    white-space: nowrap;
  }
  .sums dd {
    font-size: 26px;
    font-weight: var(--weight-bold);
    line-height: 1.1;
  }
  .sums .ratings {
    display: grid;
    padding-left: var(--space-3);
    border-left: 1px solid var(--line);
    font-size: 15px;
    line-height: 1.45;
  }
  .sums .ratings strong {
    font-size: 18px;
  }
`;

const SUMS = [
  'issued',
  'waiting',
  'called',
  'serving',
  'done',
  'noShow',
  'abandoned',
  'voided',
] as const;
const OUTCOMES = ['declined', 'timedOut', 'left', 'deviceFault', 'open'] as const;

/** The strip. */
export function daySums({ totals, ratings }: FloorView, language: Language) {
  const text = managerText[language];
  const { finishedCases, rated, good, outcomes } = ratings;
  return html`<section class="sums">
    <dl>
      ${SUMS.map(
        (key) =>
          html`<div>
            <dt>${text.sums[key]}</dt>
            <dd>${totals[key]}</dd>
          </div>`,
      )}
    </dl>
    <div class="ratings">
      ${
        finishedCases === 0
          ? html`<span class="quiet">${text.coverage} · ${text.noRatings}</span>`
          : html`<span>
                ${text.coverage} <strong>${percent(rated, finishedCases)}</strong>
                <span class="quiet">
                  ${text.coverageOf(rated, finishedCases)}${
                    rated > 0 ? ` · ${text.goodOf(good, rated)}` : ''
                  }
                </span>
              </span>
              <span class="quiet">
                ${OUTCOMES.map((key) => `${text.outcome[key]} ${String(outcomes[key])}`).join(' · ')}
              </span>`
      }
    </div>
  </section>`;
}

/** `78 %` of a whole that is not empty; an empty one has none. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${String(Math.round((part / whole) * 100))} %`;
}
