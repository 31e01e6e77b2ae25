/**
 * Who is at the window: the number very large, since when, and what the clerk should know of the
 * visit. Free and paused windows say so at the same place in the same size.
 */
import { css, html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';
import { statusChip } from '../parts/status-chip.ts';

export const visitorPanelStyles = css`
  .visitor {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--space-3);
    align-items: end;
    min-height: 204px;
    padding: var(--space-2) var(--space-3);
  }
  .visitor .state {
    display: flex;
    grid-column: 1 / -1;
    gap: 12px;
    align-items: center;
    align-self: start;
  }
  .visitor .number {
    font-size: 136px;
    font-weight: var(--weight-bold);
    letter-spacing: 0.01em;
    line-height: 1;
  }
  .visitor .number.called {
    color: var(--vermilion-deep);
  }
  .visitor .number.serving {
    color: var(--jade-deep);
  }
  .visitor .instead {
    align-self: center;
    font-size: 56px;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .visitor .facts {
    display: grid;
    gap: 2px;
    padding-bottom: 10px;
    font-size: 18px;
    text-align: right;
  }
  .visitor .facts .mark {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
`;

interface Shown {
  readonly view: DeskView;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly now: number;
}

/** The panel at the top of the desk. */
export function visitorPanel(shown: Shown) {
  const { view, language } = shown;
  const text = clerkText[language];
  const { ticket } = view;
  return html`<section class="visitor panel" aria-live="polite">
    <div class="state">
      ${statusChip(view.status, text.status[view.status])}
      <span class="quiet">${sinceWords(shown)}</span>
      ${
        ticket && view.pause
          ? html`<span class="quiet"
              >${text.pauseComing(text.pauseReason[view.pause.reason])}</span
            >`
          : nothing
      }
    </div>
    ${
      ticket
        ? html`<div class="number ${ticket.status}" data-ticket>${ticket.id}</div>
            <div class="facts">${factsOf(ticket, shown)}</div>`
        : nobodyHere(shown)
    }
  </section>`;
}

function sinceWords({ view, language, now }: Shown): string {
  const text = clerkText[language];
  const time = elapsed(view.ticket?.calledAt ?? view.ticket?.startedAt ?? view.sinceAt, now);
  const span = time(language);
  switch (view.status) {
    case 'calling':
      return text.calledFor(span);
    case 'serving':
      return text.servedFor(span);
    case 'paused':
      return text.pausedFor(span);
    case 'idle':
      return text.idleFor(span);
    case 'closed':
      return '';
  }
}

/** `0:42` below an hour's minutes matter at a desk; above, hours and minutes. */
function elapsed(fromAt: number, now: number): (language: Language) => string {
  const seconds = Math.max(0, Math.floor((now - fromAt) / 1_000));
  const minutes = Math.floor(seconds / 60);
  return (language) =>
    minutes >= 60
      ? signInText[language].duration(minutes)
      : `${String(minutes)}:${String(seconds % 60).padStart(2, '0')}`;
}

function factsOf(ticket: DeskTicket, { catalogue, language, now }: Shown) {
  const text = clerkText[language];
  const waitedUntil = ticket.calledAt ?? ticket.startedAt ?? now;
  const pack = catalogue.packages.find((one) => one.code === ticket.package);
  const waited = signInText[language].duration(minutesBetween(ticket.arrivedAt, waitedUntil));
  return html`
    ${pack ? html`<span>${text.package(pack.name[language])}</span>` : nothing}
    ${
      ticket.language === 'zh-Hans'
        ? nothing
        : html`<span class="mark">${text.speaks(text.ticketLanguage[ticket.language])}</span>`
    }
    ${ticket.misses > 0 ? html`<span class="mark">${text.misses(ticket.misses)}</span>` : nothing}
    ${ticket.calls > 0 ? html`<span>${text.calls(ticket.calls)}</span>` : nothing}
    <span class="quiet"
      >${text.waited} ${waited} · ${text.arrivedAt(clockTime(ticket.arrivedAt))}</span
    >
  `;
}

function nobodyHere({ view, language }: Shown) {
  const text = clerkText[language];
  if (view.status === 'paused' && view.pause) {
    const { reason, returnAt } = view.pause;
    return html`<div class="instead">${text.pausedTitle(text.pauseReason[reason])}</div>
      <div class="facts">
        ${returnAt === null ? text.pausedOpenEnd : text.pausedUntil(clockTime(returnAt))}
      </div>`;
  }
  return html`<div class="instead">${text.idleTitle}</div>
    <div class="facts">${text.idleNext(view.eligible)}</div>`;
}
