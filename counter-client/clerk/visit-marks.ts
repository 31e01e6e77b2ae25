/** What the clerk should know of a visit, as short marks; and a visit's matters in two lines. */
import { css, html, nothing } from 'lit';
import { clockTime } from '../../shared/client/format.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language, Names } from '../../shared/text/language.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';

export const visitMarkStyles = css`
  .marks {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
  }
  .mark {
    display: inline-block;
    padding: 0 8px;
    border-radius: 6px;
    background: var(--slate-soft);
    color: var(--slate-deep);
    font-size: 14px;
    line-height: 24px;
  }
  .mark.attention {
    background: var(--amber-soft);
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
`;

/** Marks of the visitor at the window; those that change what the clerk does stand out. */
export function visitMarks(ticket: DeskTicket, catalogue: Catalogue, language: Language) {
  const text = clerkText[language];
  const { mark } = deskText[language];
  const pack = catalogue.packages.find((one) => one.code === ticket.package);
  const priority = catalogue.priorityClasses.find((one) => one.code === ticket.class);
  const { agent, appointment, pickup } = ticket;
  const attention = [
    ticket.isGreen ? mark.green : null,
    priority ? mark.priority(priority.label[language]) : null,
    ticket.language === 'zh-Hans' ? null : text.speaks(text.ticketLanguage[ticket.language]),
    ticket.accessible ? mark.accessible : null,
    agent ? mark.agent(agent.agentNo, agent.organisation) : null,
    pickup ? mark.pickup(pickup.of) : null,
    ticket.misses > 0 ? text.misses(ticket.misses) : null,
  ].filter((one) => one !== null);
  const plain = [
    pack ? text.package(pack.name[language]) : null,
    appointment ? bookedWords(appointment, language) : null,
    ticket.carriedFrom === null ? null : mark.carried(ticket.carriedFrom),
    ticket.stops > 1 ? mark.stop(ticket.stop, ticket.stops) : null,
    ticket.windowsVisited > 1 ? mark.windows(ticket.windowsVisited) : null,
    ticket.transfers > 0 ? mark.transfers(ticket.transfers) : null,
    ticket.requeues > 0 ? mark.requeues(ticket.requeues) : null,
    ticket.holds > 0 ? mark.holds(ticket.holds) : null,
  ].filter((one) => one !== null);
  if (attention.length + plain.length === 0) return nothing;
  return html`<div class="marks">
    ${attention.map((words) => html`<span class="mark attention">${words}</span>`)}
    ${plain.map((words) => html`<span class="mark">${words}</span>`)}
  </div>`;
}

function bookedWords(
  { slotAt, right }: NonNullable<DeskTicket['appointment']>,
  language: Language,
): string {
  const { mark } = deskText[language];
  return (right === 'walkIn' ? mark.late : mark.appointment)(clockTime(slotAt));
}

/** The first matter by name, how many more there are, and the row's marks. */
export function caseNames(items: readonly Names[], language: Language, marks: readonly string[]) {
  const text = clerkText[language];
  return html`<span class="item" title=${items.map((name) => name[language]).join(' · ')}>
    ${marks.map((words) => html`<span class="mark attention">${words}</span> `)}
    ${items[0]?.[language] ?? ''}
    ${items.length > 1 ? html`<span class="quiet">${text.more(items.length)}</span>` : nothing}
  </span>`;
}
