/** What needs the manager, newest first: what is so, what can be done, one action each. */
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { minutesBetween } from '../../shared/client/format.ts';
import type { Language } from '../../shared/text/language.ts';
import { managerText } from '../../shared/text/manager.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { Alert } from './alerts.ts';

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
    margin-bottom: 12px;
    font-size: 18px;
  }
  .rail ul {
    display: grid;
    gap: 12px;
  }
  .rail li.alert {
    display: grid;
    gap: 6px;
    padding: 12px 14px;
    border-radius: 10px;
    background: var(--amber-soft);
  }
  .rail li.alert.stranded {
    background: var(--vermilion-soft);
  }
  .rail .what {
    font-weight: var(--weight-bold);
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
  .rail button.plain {
    justify-self: start;
    min-height: 36px;
  }
`;

export type AlertAction =
  | { readonly kind: 'menu'; readonly window: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reprint'; readonly ticket: string }
  | { readonly kind: 'resume'; readonly window: number };

export interface Rail {
  readonly alerts: readonly Alert[];
  readonly language: Language;
  readonly now: number;
  readonly act: (action: AlertAction) => void;
}

interface Card {
  readonly what: string;
  readonly todo: string;
  readonly button: string;
  readonly action: AlertAction;
}

/** The rail on the right. */
export function alertRail({ alerts, language, now, act }: Rail) {
  const text = managerText[language];
  return html`<aside class="rail focusable" tabindex="0" aria-label=${text.railTitle}>
    <h2>${text.railTitle} ${alerts.length > 0 ? html`<span>${alerts.length}</span>` : nothing}</h2>
    ${alerts.length === 0 ? html`<p class="quiet">${text.railEmpty}</p>` : nothing}
    <ul>
      ${repeat(
        alerts,
        (alert) => alert.key,
        (alert) => {
          const { what, todo, button, action } = cardOf(alert, language, now);
          return html`<li class="alert ${alert.kind}">
            <p class="what">${what}</p>
            ${alert.kind === 'stranded' ? names(alert, language) : nothing}
            ${alert.kind === 'paper' ? html`<p>${alert.tickets.join(' ')}</p>` : nothing}
            <p>${todo}</p>
            <button
              class="plain"
              type="button"
              @click=${() => {
                act(action);
              }}
            >
              ${button}
            </button>
          </li>`;
        },
      )}
    </ul>
  </aside>`;
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

function cardOf(alert: Alert, language: Language, now: number): Card {
  const text = managerText[language].alert;
  const { duration } = signInText[language];
  switch (alert.kind) {
    case 'stranded': {
      const longest = duration(minutesBetween(alert.longestSinceAt, now));
      const { window } = alert;
      return {
        what: text.stranded(alert.zone.name[language], alert.count, longest),
        todo: text.strandedDo,
        button: window === null ? text.strandedList : text.strandedAction,
        action: window === null ? { kind: 'waiting' } : { kind: 'menu', window },
      };
    }
    case 'paper': {
      const [newest = ''] = alert.tickets;
      return {
        what: text.paper(text.paperCause[alert.cause], alert.tickets.length),
        todo: text.paperDo,
        button: text.paperAction(newest),
        action: { kind: 'reprint', ticket: newest },
      };
    }
    case 'silent':
      return {
        what: text.silent(alert.window, alert.count),
        todo: text.silentDo,
        button: text.silentAction,
        action: { kind: 'menu', window: alert.window },
      };
    case 'overdue':
      return {
        what: text.overdue(alert.window, duration(minutesBetween(alert.returnAt, now))),
        todo: text.overdueDo,
        button: text.overdueAction,
        action: { kind: 'resume', window: alert.window },
      };
  }
}
