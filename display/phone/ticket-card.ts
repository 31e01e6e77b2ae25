/** The one card: the number, how it stands with it, where to be, and which cases it holds. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PhoneText } from '../../shared/text/phone.ts';
import type { Language } from '../../shared/text/language.ts';
import { windowsText } from '../../shared/views/printed-ticket.ts';
import type { PhoneCase, TicketView } from '../../shared/views/ticket-page.ts';

/** The card of a ticket in any state but called, which takes the whole page. */
export function ticketCard(view: TicketView, text: PhoneText, language: Language): TemplateResult {
  const words = stateWords(view, text);
  return html`<section class="card ticket ${view.status}">
    <p class="soft">${text.yourNumber}</p>
    <p class="number">${view.ticket}</p>
    <p class="state" role="status"><span class="badge">${words.state}</span></p>
    ${words.lead === null ? nothing : html`<p class="lead">${words.lead}</p>`}
    ${words.help === null ? nothing : html`<p class="soft">${words.help}</p>`}
    <dl>${whereFacts(view, text, language)}</dl>
  </section>`;
}

/** The cases with what became of each; long names wrap. */
export function caseList(
  cases: readonly PhoneCase[],
  text: PhoneText,
  language: Language,
): TemplateResult {
  return html`<section class="card cases">
    <h2>${text.items}</h2>
    <ul>
      ${cases.map(
        (row) =>
          html`<li>
            <span>${row.name[language]}</span>
            <span class="outcome ${row.outcome ?? row.status}">${caseWords(row, text)}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

function caseWords(row: PhoneCase, text: PhoneText): string {
  if (row.status === 'draft') return text.draft;
  if (row.status === 'dropped' || row.outcome === null) return text.dropped;
  return text.outcomes[row.outcome];
}

interface StateWords {
  readonly state: string;
  readonly lead: string | null;
  readonly help: string | null;
}

function stateWords(view: TicketView, text: PhoneText): StateWords {
  switch (view.status) {
    case 'waiting': {
      const { ahead } = view;
      const lead = ahead === null ? null : ahead === 0 ? text.next : text.aheadCount(ahead);
      return { state: text.waiting, lead, help: text.vibrateHint };
    }
    case 'called':
      return { state: text.calledNow, lead: null, help: null };
    case 'serving':
      return {
        state: text.serving,
        lead: view.window === null ? null : text.calledWindow(view.window),
        help: null,
      };
    case 'noShow':
      return { state: text.noShow, lead: null, help: text.noShowHelp };
    case 'done':
      return { state: text.done, lead: null, help: text.doneHelp };
    case 'abandoned':
      return { state: text.abandoned, lead: null, help: text.abandonedHelp };
    case 'expired':
      return { state: text.expired, lead: null, help: text.expiredHelp };
    case 'voided':
      return { state: text.voided, lead: null, help: text.voidedHelp };
  }
}

function whereFacts(view: TicketView, text: PhoneText, language: Language): TemplateResult {
  const isComing = view.status === 'waiting' || view.status === 'noShow';
  if (!isComing) return html``;
  return html`<div>
      <dt>${text.place}</dt>
      <dd>
        ${view.zoneName[language]}<br />
        <span>${text.floor(view.floor)} · ${view.way[language]}</span>
      </dd>
    </div>
    ${
      view.status === 'waiting'
        ? html`<div>
            <dt>${text.windows}</dt>
            <dd>${windowsText(view.windows, language)}</dd>
          </div>`
        : nothing
    }`;
}

export const cardStyles = css`
  .number {
    font-size: 96px;
    font-weight: 700;
    line-height: 1.1;
    letter-spacing: -0.01em;
    margin-left: -0.06em;
  }
  .badge {
    display: inline-block;
    padding: 4px 16px;
    border-radius: 999px;
    background: var(--slate-soft);
    color: var(--ink);
    font-size: 20px;
    font-weight: 700;
  }
  .serving .badge,
  .done .badge {
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .noShow .badge {
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .state {
    margin: 8px 0 12px;
  }
  .lead {
    font-size: 30px;
    font-weight: 700;
    line-height: 1.3;
    margin-bottom: 4px;
  }
  .ticket dl {
    display: grid;
    gap: 12px;
  }
  .ticket dl:not(:empty) > div:first-child {
    margin-top: 16px;
    padding-top: 16px;
    border-top: 1px solid var(--line);
  }
  dt {
    color: var(--ink-soft);
  }
  dd {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.35;
  }
  dd span {
    font-size: 18px;
    font-weight: 400;
  }
  .cases h2 {
    font-size: 18px;
    font-weight: 400;
    color: var(--ink-soft);
    margin-bottom: 8px;
  }
  .cases {
    padding: 20px 24px;
  }
  .cases li {
    display: flex;
    justify-content: space-between;
    gap: 16px;
    padding: 10px 0;
    border-top: 1px solid var(--line);
    font-weight: 500;
  }
  .outcome {
    flex: none;
    max-width: 40%;
    text-align: right;
    font-weight: 400;
    color: var(--ink-soft);
  }
  .outcome.closed,
  .outcome.accepted {
    color: var(--jade-deep);
    font-weight: 500;
  }
  .outcome.supplement,
  .outcome.refused {
    color: var(--amber-deep);
    font-weight: 500;
  }
`;
