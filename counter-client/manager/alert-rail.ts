/** What needs the manager: what is so, since when, who has taken it up; each card with one action. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../shared/text/language.ts';
import { alertText } from '../../shared/text/manager-alerts.ts';
import { managerText } from '../../shared/text/manager.ts';
import { cardOf, hallCard } from './alert-cards.ts';
import type { AlertAction, CardContext } from './alert-cards.ts';
import type { Alert } from './alerts.ts';
import { overloadAnswers } from './overload-answers.ts';

export const alertRailStyles = css`
  .rail {
    min-height: 0;
    padding: var(--space-2);
    border-left: 1px solid var(--line);
    background: var(--panel);
    overflow-y: auto;
  }
  .rail h2 {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin-bottom: 10px;
    font-size: 18px;
  }
  .rail ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .rail li.alert {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    padding: 8px 12px 10px;
    border-left: 6px solid var(--amber);
    border-radius: 8px;
    background: var(--amber-soft);
  }
  .rail li.alert.red {
    border-left-color: var(--vermilion);
    background: var(--vermilion-soft);
  }
  .rail .level {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: center;
    color: var(--amber-deep);
    font-size: 13px;
    font-weight: var(--weight-bold);
    line-height: 1.3;
  }
  .rail .red .level {
    color: var(--vermilion-deep);
  }
  .rail .since {
    color: var(--ink);
    font-weight: var(--weight-text);
  }
  .rail .level svg {
    flex: none;
    width: 14px;
    height: 14px;
  }
  .rail .what {
    font-weight: var(--weight-bold);
    line-height: 1.35;
  }
  .rail .todo {
    font-size: 14px;
    line-height: 1.4;
  }
  .rail .names {
    display: grid;
    gap: 2px;
    font-size: 15px;
  }
  .rail .names li {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .rail summary {
    min-height: 32px;
    cursor: pointer;
  }
  .rail .holes {
    gap: 10px;
    padding-block: 4px 8px;
    font-size: 15px;
    line-height: 1.35;
  }
  .rail button.plain {
    justify-self: start;
    min-height: 32px;
    margin-top: 4px;
  }
`;

export interface Rail extends CardContext {
  /** A guide takes alerts up; what they lead to is the manager's. */
  readonly isGuide: boolean;
  readonly alerts: readonly Alert[];
  readonly act: (action: AlertAction) => void;
}

const SHAPES = {
  red: 'M7 1L13 12.5H1ZM7 5v3.4M7 10.4v.2',
  yellow: 'M7 1.5a5.5 5.5 0 1 0 .01 0M7 4v3.4l2 1.2',
};

/** The rail on the right. */
export function alertRail(rail: Rail) {
  const { alerts, language, act } = rail;
  const text = managerText[language];
  return html`<aside class="rail focusable" tabindex="0" aria-label=${text.railTitle}>
    <h2>${text.railTitle} ${alerts.length > 0 ? html`<span>${alerts.length}</span>` : nothing}</h2>
    ${alerts.length === 0 ? html`<p class="quiet">${text.railEmpty}</p>` : nothing}
    <ul>
      ${repeat(
        alerts,
        (alert) => alert.key,
        (alert) => {
          const { what, todo, button, action } = cardOf(alert, rail);
          return html`<li class="alert ${alert.kind} ${alert.level}" data-alert=${alert.key}>
            <span class="level">
              <svg viewBox="0 0 14 14" aria-hidden="true">
                <path
                  d=${SHAPES[alert.level]}
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.6"
                />
              </svg>
              ${alertText[language].level[alert.level]}
              ${alert.kind === 'hall' ? html`<span class="since">${todo}</span>` : nothing}
            </span>
            <p class="what">${what}</p>
            ${alert.kind === 'holes' ? holes(alert, rail) : nothing}
            ${alert.kind === 'stranded' ? names(alert, language) : nothing}
            ${alert.kind === 'paper' ? html`<p>${alert.tickets.join(' ')}</p>` : nothing}
            ${alert.kind === 'hall' ? nothing : html`<p class="todo">${todo}</p>`}
            ${
              rail.isGuide && action.kind !== 'acknowledge'
                ? nothing
                : html`<button
                    class="plain"
                    type="button"
                    @click=${() => {
                      act(action);
                    }}
                  >
                    ${button}
                  </button>`
            }
            ${alert.kind === 'hall' ? overloadAnswers(alert.alert, rail, rail.isGuide ? null : act) : nothing}
          </li>`;
        },
      )}
    </ul>
  </aside>`;
}

/** The departments, folded; each is taken up by name like any other warning. */
function holes({ alerts }: Extract<Alert, { kind: 'holes' }>, rail: Rail) {
  return html`<details>
    <summary>${alertText[rail.language].holesList}</summary>
    <ul class="holes">
      ${alerts.map((alert) => {
        const { what, todo, button, action } = hallCard(alert, rail);
        const isTaken = alert.acknowledgedBy !== null;
        return html`<li data-hole=${alert.alert}>
          <p>${what}</p>
          <p class="quiet small">${todo}</p>
          ${
            isTaken
              ? nothing
              : html`<button
                  class="plain"
                  type="button"
                  @click=${() => {
                    rail.act(action);
                  }}
                >
                  ${button}
                </button>`
          }
        </li>`;
      })}
    </ul>
  </details>`;
}

function names(alert: Extract<Alert, { kind: 'stranded' }>, language: Language) {
  const more = alert.count - alert.tickets.length;
  return html`<ul class="names">
    ${alert.tickets.map(
      ({ ticket, items }) =>
        html`<li><strong>${ticket}</strong> ${items[0]?.[language] ?? ''}</li>`,
    )}
    ${more > 0 ? html`<li>${managerText[language].moreTickets(more)}</li>` : nothing}
  </ul>`;
}
