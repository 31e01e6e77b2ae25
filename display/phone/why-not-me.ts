/**
 * "Why not me?": under the place, closed until somebody asks. One sentence on the last call that passed
 * this visitor; nothing where nobody did. A native disclosure, so that readers and keys know it, and
 * it stays open while the view behind it changes.
 */
import { css, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { clockTime, ticketNumber } from '../../shared/client/format.ts';
import { callReasons, whyNotMe } from '../../shared/text/call-reasons.ts';
import type { Language } from '../../shared/text/language.ts';
import type { TicketView } from '../../shared/views/ticket-page.ts';

type Asked = Pick<TicketView, 'passedBy' | 'promisedAt' | 'isPromiseLate'>;

/** The question with its answer. A promise that was not kept is no answer, so it is left out. */
export function whyNotMeLine(view: Asked, language: Language): TemplateResult | typeof nothing {
  const words = whyNotMeWords(view, language);
  if (words === null) return nothing;
  return html`<details class="why">
    <summary>${callReasons[language].passedTitle}</summary>
    <p>${words}</p>
  </details>`;
}

/** The answer; null where nobody was called instead. */
export function whyNotMeWords(view: Asked, language: Language): string | null {
  const { passedBy, promisedAt, isPromiseLate } = view;
  if (passedBy === null) return null;
  const promise = promisedAt === null || isPromiseLate ? null : clockTime(promisedAt);
  return whyNotMe({ ...passedBy, ticket: ticketNumber(passedBy.ticket) }, promise, language);
}

export const whyStyles = css`
  .why summary {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 48px;
    color: var(--ink-soft);
    text-decoration: underline;
    text-underline-offset: 4px;
    list-style: none;
    cursor: pointer;
    /* Its lines stand close: the ring of the focus stays within. */
    outline-offset: -3px;
  }
  .why summary::-webkit-details-marker {
    display: none;
  }
  .why summary::after {
    content: '';
    flex: none;
    width: 8px;
    height: 8px;
    margin-top: -4px;
    border: solid currentcolor;
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
  }
  .why[open] summary::after {
    margin-top: 4px;
    transform: rotate(225deg);
  }
  .why p {
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
`;
