/**
 * Who is at the window: the number very large, since when, and what the clerk should know of the
 * visit. Free and paused windows say so at the same place in the same size.
 */
import { css, html, nothing } from 'lit';
import { clockTime, minutesBetween } from '../../shared/client/format.ts';
import type { Catalogue } from '../../shared/protocol/http.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import { deskText } from '../../shared/text/desk.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';
import { statusChip } from '../parts/status-chip.ts';
import { consultAnswers } from './consult-answers.ts';
import { timer } from './desk-alarms.ts';
import { visitMarks } from './visit-marks.ts';

export const visitorPanelStyles = css`
  .visitor {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 var(--space-3);
    align-items: end;
    min-height: 152px;
    padding: 12px var(--space-3);
  }
  .visitor .state {
    display: flex;
    grid-column: 1 / -1;
    gap: 12px;
    align-items: center;
    align-self: start;
  }
  .visitor .number {
    font-size: 96px;
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
    font-size: 48px;
    font-weight: var(--weight-bold);
    line-height: 1.2;
  }
  .visitor .facts {
    display: grid;
    gap: 2px;
    padding-bottom: 8px;
    font-size: 17px;
    text-align: right;
  }
  .visitor .marks {
    grid-column: 1 / -1;
    padding-top: 4px;
  }
  .visitor .consult {
    display: flex;
    grid-column: 1 / -1;
    gap: var(--space-2);
    align-items: center;
    justify-content: space-between;
    margin-top: 8px;
    padding: 6px 12px;
    border-radius: 8px;
    background: var(--amber-soft);
    color: var(--amber-deep);
    font-weight: var(--weight-bold);
  }
  .visitor .unseen {
    display: block;
    font-size: 14px;
    font-weight: var(--weight-strong);
  }
  .visitor .answers {
    display: flex;
    gap: var(--space-1);
  }
`;

interface Shown {
  readonly view: DeskView;
  readonly catalogue: Catalogue;
  readonly language: Language;
  readonly now: number;
  readonly isBlocked: boolean;
  readonly endConsult: (approved: boolean) => void;
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
      ${view.status === 'paused' ? nothing : pauseComing(shown)}
    </div>
    ${
      ticket
        ? html`<div class="number ${ticket.status}" data-ticket>${ticket.id}</div>
            <div class="facts">${factsOf(ticket, shown)}</div>
            ${visitMarks(ticket, shown.catalogue, language)} ${consulting(ticket, shown)}`
        : nobodyHere(shown)
    }
  </section>`;
}

function pauseComing({ view, language }: Shown) {
  if (!view.pause) return nothing;
  const text = clerkText[language];
  const { reason, first } = view.pause;
  const names = first.join(signInText[language].listSeparator);
  const words =
    first.length === 0
      ? text.pauseComing(text.pauseReason[reason])
      : deskText[language].queue.firstThenPause(names, text.pauseReason[reason]);
  return html`<span class="mark attention">${words}</span>`;
}

/** The chief is called: who holds the case, since when, and how it ends. */
function consulting({ consult }: DeskTicket, { language, now, isBlocked, endConsult }: Shown) {
  if (!consult) return nothing;
  const { consult: words } = deskText[language];
  const { chief, sinceAt, isUnseen } = consult;
  const name = chief === null ? words.chief : language === 'en' ? chief.nameLatin : chief.name;
  return html`<div class="consult">
    <span>
      ${words.waits(name, timer(sinceAt, now))}
      ${isUnseen ? html`<span class="unseen">${words.unseen}</span>` : nothing}
    </span>
    ${consultAnswers({ language, isBlocked, hasKeys: true, end: endConsult })}
  </div>`;
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

function factsOf(ticket: DeskTicket, { language, now }: Shown) {
  const text = clerkText[language];
  const waitedUntil = ticket.calledAt ?? ticket.startedAt ?? now;
  const waited = signInText[language].duration(minutesBetween(ticket.arrivedAt, waitedUntil));
  return html`
    ${ticket.calls > 0 ? html`<span>${text.calls(ticket.calls)}</span>` : nothing}
    <span>${text.waited} ${waited}</span>
    <span class="quiet">${text.arrivedAt(clockTime(ticket.arrivedAt))}</span>
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
