/**
 * The visit's cases as rows: what, whose, how each ended and what its slip became. The one at hand
 * shows its materials to tick, and what else can be done with it alone.
 */
import { css, html, nothing } from 'lit';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import { signInText } from '../../shared/text/sign-in.ts';
import type { DeskCase, DeskTicket } from '../../shared/views/desk-ticket.ts';
import { materialList } from './material-list.ts';
import { dateWords } from './outcome-choice.ts';

export const caseListStyles = css`
  .cases h2 {
    padding: 0 4px 6px;
    color: var(--slate-deep);
    font-weight: var(--weight-strong);
  }
  .cases .rows > li {
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    gap: 0 12px;
    padding: 8px 16px;
    border: 1px solid var(--line);
    background: var(--panel);
  }
  .cases .rows > li:first-child {
    border-radius: var(--radius) var(--radius) 0 0;
  }
  .cases .rows > li:last-child {
    border-radius: 0 0 var(--radius) var(--radius);
  }
  .cases .rows > li:only-child {
    border-radius: var(--radius);
  }
  .cases .rows > li + li {
    border-top: 0;
  }
  .cases li.current {
    background: var(--jade-soft);
    box-shadow: inset 4px 0 0 var(--jade-deep);
  }
  .cases .index {
    color: var(--slate-deep);
    font-size: 20px;
    font-weight: var(--weight-bold);
    text-align: center;
  }
  .cases .name {
    padding: 0;
    border: 0;
    background: none;
    font-size: 18px;
    font-weight: var(--weight-strong);
    line-height: 1.4;
    text-align: left;
  }
  .cases li.over .name {
    color: var(--slate-deep);
    font-weight: var(--weight-text);
  }
  .cases .about {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    color: var(--slate-deep);
    font-size: 14px;
  }
  .cases .about .attention {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
  .cases .end {
    align-self: start;
    font-weight: var(--weight-strong);
    white-space: nowrap;
  }
  .cases .end.finished {
    color: var(--jade-deep);
  }
  .cases .tools {
    display: flex;
    align-items: start;
    gap: var(--space-1);
  }
  .cases .tools .plain {
    min-height: 40px;
    padding: 0 10px;
    font-size: 14px;
  }
`;

export interface CaseList {
  readonly ticket: DeskTicket;
  readonly current: string | null;
  readonly language: Language;
  readonly isBlocked: boolean;
  /** Materials whose tick is on its way, by `case/place`. */
  readonly ticking: ReadonlyMap<string, boolean>;
  readonly choose: (id: string) => void;
  readonly tick: (row: DeskCase, place: number, has: boolean) => void;
  readonly recode: () => void;
  readonly leave: (row: DeskCase) => void;
}

/** The rows; the one that the primary action is about stands out. */
export function caseList(shown: CaseList) {
  const { ticket, language } = shown;
  const text = clerkText[language];
  const done = ticket.cases.filter((row) => row.status !== 'draft').length;
  return html`<section class="cases">
    <h2>${text.cases(ticket.cases.length, done)}</h2>
    <ul class="rows">
      ${ticket.cases.map((row, index) => caseRow(shown, row, index))}
    </ul>
  </section>`;
}

function caseRow(shown: CaseList, row: DeskCase, index: number) {
  const { current, language, choose } = shown;
  const text = clerkText[language];
  const isCurrent = row.case === current;
  const isOpen = row.status === 'draft';
  const state = isCurrent ? 'current' : isOpen ? '' : 'over';
  return html`<li class=${state} data-case=${row.case}>
    <span class="index">${index + 1}</span>
    <div>
      ${
        isOpen
          ? html`<button
              class="name"
              type="button"
              aria-pressed=${isCurrent}
              @click=${() => {
                choose(row.case);
              }}
            >
              ${row.name[language]}
            </button>`
          : html`<span class="name">${row.name[language]}</span>`
      }
      <div class="about">
        <span>${row.departmentName[language]}</span>
        <span>${text.kind[row.kind]} · ${text.minutesAbout(row.expectedMinutes)}</span>
        ${isOpen ? nothing : resultOf(shown, row)} ${laterStop(shown, row)}
      </div>
      ${isOpen ? materialList({ ...shown, row, isCurrent }) : nothing}
    </div>
    ${isCurrent ? tools(shown, row) : endOf(row, language)}
  </li>`;
}

function laterStop({ ticket, language }: CaseList, row: DeskCase) {
  if (row.status !== 'draft' || row.stop <= ticket.stop) return nothing;
  return html`<span class="attention">${deskText[language].result.later(row.stop)}</span>`;
}

function resultOf({ ticket, language }: CaseList, row: DeskCase) {
  const { result: words, refusalReason, recipient, slip, slipState } = deskText[language];
  const { result } = row;
  if (!result) return nothing;
  const { dueOn, supplyBy, missing, reason } = result;
  const paper = ticket.slips.findLast((one) => one.case === row.case);
  const facts = [
    dueOn === null ? null : words.due(dateWords(dueOn, language)),
    missing.length === 0 ? null : words.missing(missing.join(signInText[language].listSeparator)),
    result.hasWords ? words.besides : null,
    supplyBy === null ? null : words.supplyBy(dateWords(supplyBy, language)),
    reason === null ? null : refusalReason[reason],
    result.recipient === null ? null : recipient[result.recipient],
  ].filter((fact) => fact !== null);
  return html`
    ${facts.map((fact) => html`<span>${fact}</span>`)}
    ${
      paper
        ? html`<span
            data-slip
            class=${['failed', 'unknown'].includes(paper.print.status) ? 'attention' : ''}
            >${slip[paper.kind]} · ${slipState[paper.print.status]}</span
          >`
        : nothing
    }
  `;
}

function tools({ ticket, language, isBlocked, recode, leave }: CaseList, row: DeskCase) {
  const { action, why } = deskText[language];
  const here = ticket.cases.filter(
    ({ status, stop }) => status === 'draft' && stop === ticket.stop,
  );
  const isLast = row.stop > ticket.stop || here.length <= 1;
  return html`<div class="tools">
    <button
      class="plain"
      type="button"
      data-tool="recode"
      aria-disabled=${isBlocked}
      aria-keyshortcuts="R"
      @click=${() => {
        if (!isBlocked) recode();
      }}
    >
      ${action.recode} <kbd>R</kbd>
    </button>
    <button
      class="plain"
      type="button"
      data-tool="leave"
      aria-disabled=${isBlocked || isLast}
      aria-keyshortcuts="L"
      title=${isLast ? why.lastHere : ''}
      @click=${() => {
        if (!isBlocked && !isLast) leave(row);
      }}
    >
      ${action.leave} <kbd>L</kbd>
    </button>
  </div>`;
}

function endOf(row: DeskCase, language: Language) {
  const text = clerkText[language];
  if (row.status === 'draft') return nothing;
  if (row.outcome === null) return html`<span class="end quiet">${text.droppedCase}</span>`;
  return html`<span class="end finished">✓ ${text.outcome[row.outcome]}</span>`;
}
