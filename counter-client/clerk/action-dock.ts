/**
 * The foot of the desk: the line of answer, the outcome of the case at hand, the one primary action
 * and the others. Nothing here moves from state to state; what cannot be done is dimmed and says why.
 * Dimmed buttons stay focusable, so the keyboard keeps its place while a command is in flight.
 */
import { css, html, nothing } from 'lit';
import { CASE_OUTCOMES } from '../../shared/hall/commands.ts';
import type { CaseOutcome } from '../../shared/hall/commands.ts';
import { clerkText } from '../../shared/text/clerk.ts';
import type { Language } from '../../shared/text/language.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import { answerLine } from '../parts/answer-line.ts';
import type { AnswerLine } from '../parts/press.ts';
import type { Block, DeskCommand, Offer } from './desk-offers.ts';

export const actionDockStyles = css`
  .dock {
    display: grid;
    gap: var(--space-1);
  }
  .outcomes {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: var(--space-1);
    margin: 0;
    padding: 0;
    border: 0;
  }
  .outcomes label {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 48px;
    border: 1px solid var(--line);
    border-radius: 8px;
    background: var(--panel);
    cursor: pointer;
  }
  .outcomes label:has(:checked) {
    border-color: var(--jade-deep);
    box-shadow: inset 0 0 0 1px var(--jade-deep);
    background: var(--jade-soft);
    font-weight: var(--weight-bold);
  }
  .outcomes label:has(:focus-visible) {
    outline: 3px solid var(--ink);
    outline-offset: 2px;
  }
  .outcomes input {
    position: absolute;
    opacity: 0;
  }
  .primary {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    height: 88px;
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
    grid-template-columns: repeat(6, 1fr);
    gap: var(--space-1);
  }
  .others button {
    display: grid;
    gap: 2px;
    align-content: center;
    min-height: 64px;
    padding: 4px 12px;
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
  readonly isStale: boolean;
  readonly line: AnswerLine | null;
  readonly press: (offer: Offer, event: MouseEvent) => void;
  readonly chooseOutcome: (outcome: CaseOutcome) => void;
}

/** The dock below the cases. */
export function actionDock(dock: Dock) {
  const text = clerkText[dock.language];
  const { primary } = dock;
  const block = blockOf(primary, dock);
  const isInFlight = dock.inFlight !== null;
  return html`<section class="dock">
    ${answerLine(dock.line)} ${outcomes(dock)}
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
              : text.actions[primary.command]
          }</strong
        >
        <span class="hint">${block === null ? primaryHint(dock) : whyWords(block, dock)}</span>
      </span>
      <kbd>${primary.key}</kbd>
    </button>
    <div class="others">${dock.others.map((offer) => otherButton(offer, dock))}</div>
  </section>`;
}

function outcomes({ view, language, current, outcome, chooseOutcome }: Dock) {
  if (view.status !== 'serving' || current === null) return nothing;
  const text = clerkText[language];
  return html`<fieldset class="outcomes">
    <legend class="visually-hidden">${text.chooseOutcome}</legend>
    ${CASE_OUTCOMES.map(
      (one, index) =>
        html`<label>
          <input
            type="radio"
            name="outcome"
            .value=${one}
            .checked=${one === outcome}
            @change=${() => {
              chooseOutcome(one);
            }}
          />
          ${text.outcome[one]} <kbd>${index + 1}</kbd>
        </label>`,
    )}
  </fieldset>`;
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
  return html`<button
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
    <span class="why">${block === null ? noteWords(offer, dock) : whyWords(block, dock)}</span>
  </button>`;
}

function otherLabel(command: DeskCommand, { view, language }: Dock): string {
  const text = clerkText[language].actions;
  return command === 'resumeWindow' && view.status !== 'paused' ? text.pauseAfter : text[command];
}

function noteWords(offer: Offer, { view, language }: Dock): string {
  const text = clerkText[language].why;
  if (offer.secondsLeft !== null) return text.undoLeft(offer.secondsLeft);
  if (offer.command === 'pauseWindow' && view.ticket !== null) return text.afterVisitor;
  return '';
}

function blockOf(offer: Offer, { isStale }: Dock): Block | null {
  return isStale ? { code: 'stale' } : offer.block;
}

function whyWords(block: Block, { language }: Dock): string {
  const text = clerkText[language].why;
  switch (block.code) {
    case 'wait':
      return text.wait(block.seconds);
    case 'callsMissing':
      return text.callsMissing(block.count);
    default:
      return text[block.code];
  }
}
