/** The one card: the number, how it stands with it, where to be, and which cases it holds. */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { ticketNumber } from '../../shared/client/format.ts';
import type { PhoneText } from '../../shared/text/phone.ts';
import type { Language } from '../../shared/text/language.ts';
import { windowsText } from '../../shared/views/printed-words.ts';
import type { PhoneCase, TicketView } from '../../shared/views/ticket-page.ts';
import { remarks, stateWords } from './state-words.ts';
import { whyNotMeLine, whyStyles } from './why-not-me.ts';

/** The card of a ticket in any state but called, which takes the whole page. */
export function ticketCard(
  view: TicketView,
  text: PhoneText,
  language: Language,
  now: number,
): TemplateResult {
  const words = stateWords(view, language, now);
  const said = remarks(view, language);
  return html`<section class="card ticket ${view.status}">
    <p class="soft">${text.yourNumber}</p>
    <p class="number">${ticketNumber(view.ticket)}</p>
    <p class="state" role="status"><span class="badge">${words.state}</span></p>
    ${words.lead === null ? nothing : html`<p class="lead">${words.lead}</p>`}
    ${words.promise ? html`<p class="promise">${words.promise}</p>` : nothing}
    ${words.help.map((line) => html`<p class="soft">${line}</p>`)} ${whyNotMeLine(view, language)}
    ${
      said.length === 0
        ? nothing
        : html`<ul class="remarks">
            ${said.map((line) => html`<li>${line}</li>`)}
          </ul>`
    }
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

function whereFacts(view: TicketView, text: PhoneText, language: Language): TemplateResult {
  const isComing = ['booked', 'waiting', 'noShow'].includes(view.status);
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
  .held .badge {
    background: var(--amber-soft);
    color: var(--amber-deep);
  }
  .booked .badge {
    background: var(--jade-soft);
    color: var(--jade-deep);
  }
  .remarks {
    display: grid;
    gap: 8px;
    margin-top: 12px;
  }
  .remarks li {
    padding: 8px 12px;
    border-left: 4px solid var(--slate);
    background: var(--slate-soft);
    border-radius: 8px;
    line-height: 1.4;
  }
  .soft + .soft {
    margin-top: 4px;
  }
  .lead {
    font-size: 30px;
    font-weight: 700;
    line-height: 1.3;
    margin-bottom: 4px;
  }
  .promise {
    margin-bottom: 4px;
    font-size: 20px;
    font-weight: 700;
    line-height: 1.4;
  }
  ${whyStyles}
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
  .outcome.handedOver,
  .outcome.accepted {
    color: var(--jade-deep);
    font-weight: 500;
  }
  .outcome.acceptedWithGaps,
  .outcome.supplement,
  .outcome.refused {
    color: var(--amber-deep);
    font-weight: 500;
  }
`;
