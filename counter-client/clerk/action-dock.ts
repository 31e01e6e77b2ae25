/**
 * The foot of the desk: the line of answer, the one primary action and the others; what is chosen
 * for the case at hand stands above them (`choices`). Nothing here moves from state to state; what
 * cannot be done is dimmed and says why. Dimmed buttons stay focusable, so the keyboard keeps its
 * place while a command is in flight.
 */
import { css, html } from 'lit';
import type { CaseOutcome } from '../../shared/hall/command-words.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import { deskText } from '../../shared/text/desk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import { answerLine } from '../parts/answer-line.ts';
import type { AnswerLine } from '../parts/press.ts';
import { blockWords } from './desk-asks.ts';
import type { Block, DeskCommand, Offer } from './desk-offers.ts';

export const actionDockStyles = css`
  .dock {
    display: grid;
    gap: var(--space-1);
  }
  .primary {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    height: 80px;
    padding: 0 var(--space-3);
    border: 0;
    border-radius: var(--radius);
    background: var(--jade-deep);
    color: var(--on-accent);
    text-align: left;
  }
  .primary strong {
    display: block;
    font-size: 28px;
    line-height: 1.25;
  }
  .primary .hint {
    min-height: 24px;
    font-size: 16px;
  }
  .primary kbd {
    border-color: currentColor;
    background: transparent;
    color: inherit;
    font-size: 18px;
    line-height: 32px;
    min-width: 44px;
  }
  .primary[aria-disabled='true'] {
    background: var(--slate-soft);
    color: var(--slate-deep);
  }
  .others {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 6px var(--space-1);
  }
  .others button {
    display: grid;
    gap: 2px;
    align-content: center;
    min-height: 56px;
    padding: 2px 12px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    text-align: left;
  }
  .others button:hover:not([aria-disabled='true']) {
    background: var(--slate-soft);
  }
  .others .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 6px;
    font-weight: var(--weight-strong);
    white-space: nowrap;
  }
  .others .why {
    min-height: 20px;
    color: var(--slate-deep);
    font-size: 13px;
    line-height: 20px;
    white-space: nowrap;
  }
  .others button.pressing {
    border-color: var(--amber-deep);
    box-shadow: inset 0 0 0 1px var(--amber-deep);
    background: var(--amber-soft);
  }
  .others button.pressing .why {
    color: var(--amber-deep);
    font-weight: var(--weight-strong);
  }
  .others button[aria-disabled='true'] {
    border-color: transparent;
    background: transparent;
  }
  .others button[aria-disabled='true'] .top {
    color: var(--slate);
    font-weight: var(--weight-text);
  }
`;

export interface Dock {
  readonly view: DeskView;
  readonly language: Language;
  readonly primary: Offer;
  readonly others: readonly Offer[];
  readonly current: CaseRow | null;
  /** Null while the clerk has yet to choose. */
  readonly outcome: CaseOutcome | null;
  readonly inFlight: string | null;
  /** Why nothing at all can be done now: the line is cut, or another page is in charge. */
  readonly pageBlock: Block | null;
  readonly line: AnswerLine | null;
  readonly press: (offer: Offer, event: MouseEvent) => void;
  /** The outcome and what it asks for. */
  readonly choices: unknown;
}

/** The dock below the cases. */
export function actionDock(dock: Dock) {
  const text = clerkText[dock.language];
  const { primary } = dock;
  const block = blockOf(primary, dock);
  const isInFlight = dock.inFlight !== null;
  return html`<section class="dock">
    ${answerLine(dock.line)} ${dock.choices}
    <button
      class="primary"
      type="button"
      data-command=${primary.command}
      aria-disabled=${block !== null || isInFlight}
      aria-keyshortcuts=${primary.key}
      @click=${(event: MouseEvent) => {
        dock.press(primary, event);
      }}
    >
      <span>
        <strong
          >${
            isInFlight && dock.inFlight === primary.command
              ? text.inFlight
              : nameOf(primary.command, dock)
          }</strong
        >
        <span class="hint"
          >${block === null ? primaryHint(dock) : blockWords(block, dock.language)}</span
        >
      </span>
      <kbd>${primary.key}</kbd>
    </button>
    <div class="others">${dock.others.map((offer) => otherButton(offer, dock))}</div>
  </section>`;
}

function primaryHint({ view, language, primary, current, outcome }: Dock): string {
  const hint = clerkText[language].primaryHint;
  switch (primary.command) {
    case 'callNext':
      return hint.callNext(view.next[0]?.ticket ?? null);
    case 'startService':
      return hint.startService(view.ticket?.id ?? '');
    case 'finishCase': {
      const cases = view.ticket?.cases ?? [];
      const place = cases.findIndex((row) => row.case === current?.case) + 1;
      const text = clerkText[language];
      const words = outcome === null ? text.outcomeAsk : text.outcome[outcome];
      return hint.finishCase(words, place, cases.length);
    }
    default:
      return hint.resumeWindow;
  }
}

function otherButton(offer: Offer, dock: Dock) {
  const text = clerkText[dock.language];
  const block = blockOf(offer, dock);
  const isInFlight = dock.inFlight === offer.command;
  const isPressing = block === null && offer.secondsLeft !== null;
  return html`<button
    class=${isPressing ? 'pressing' : ''}
    type="button"
    data-command=${offer.command}
    aria-disabled=${block !== null || dock.inFlight !== null}
    aria-keyshortcuts=${offer.key}
    @click=${(event: MouseEvent) => {
      dock.press(offer, event);
    }}
  >
    <span class="top">
      ${isInFlight ? text.inFlight : otherLabel(offer.command, dock)} <kbd>${offer.key}</kbd>
    </span>
    <span class="why"
      >${block === null ? noteWords(offer, dock) : blockWords(block, dock.language)}</span
    >
  </button>`;
}

function otherLabel(command: DeskCommand, dock: Dock): string {
  const isComing = command === 'resumeWindow' && dock.view.status !== 'paused';
  return isComing ? clerkText[dock.language].actions.pauseAfter : nameOf(command, dock);
}

function nameOf(command: DeskCommand, { language }: Dock): string {
  switch (command) {
    case 'holdTicket':
    case 'transferTicket':
    case 'consultChief':
    case 'help':
      return deskText[language].action[command];
    default:
      return clerkText[language].actions[command];
  }
}

function noteWords(offer: Offer, { view, language }: Dock): string {
  const text = clerkText[language].why;
  const { why } = deskText[language];
  const isLeaving = offer.command === 'pauseWindow' || offer.command === 'closeWindow';
  if (offer.secondsLeft !== null) return text.undoLeft(offer.secondsLeft);
  if (offer.command === 'pauseWindow' && view.ticket !== null) return text.afterVisitor;
  if (offer.command === 'holdTicket' && view.held.length > 0) {
    return why.holdLeft(view.held.length);
  }
  return isLeaving && view.onlyHere.length > 0 ? why.onlyHere(view.onlyHere.length) : '';
}

function blockOf(offer: Offer, { pageBlock }: Dock): Block | null {
  return offer.command === 'help' ? null : (pageBlock ?? offer.block);
}
