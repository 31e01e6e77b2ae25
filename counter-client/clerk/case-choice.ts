/**
 * Which case is at hand and what is chosen for it. What was chosen for a case that is over, or that
 * somebody has changed into another item, no longer counts.
 */
import type { CaseOutcome } from '../../shared/hall/command-words.ts';
import type { DeskView } from '../../shared/views/clerk-desk.ts';
import type { DeskCase } from '../../shared/views/desk-ticket.ts';
import { currentCase, otherCase } from './desk-offers.ts';
import { NO_DRAFT, finishOf, outcomesFor, usualOutcome } from './outcome-draft.ts';
import type { Ask, Finish, OutcomeDraft } from './outcome-draft.ts';

export class CaseChoice {
  draft: OutcomeDraft = NO_DRAFT;
  #chosen: string | null = null;
  #shown = '';

  /** The case that the primary action is about. */
  current(view: DeskView): DeskCase | null {
    return currentCase(view, this.#chosen);
  }

  /** Null when the clerk must choose one. */
  outcome(view: DeskView): CaseOutcome | null {
    const current = this.current(view);
    if (this.draft.outcome !== null || current === null || !view.ticket) return this.draft.outcome;
    return usualOutcome(current.kind, outcomesFor(view.ticket));
  }

  choose(id: string | null): void {
    this.#chosen = id;
    this.draft = NO_DRAFT;
  }

  step(view: DeskView, by: 1 | -1): void {
    this.choose(otherCase(view, this.current(view)?.case ?? null, by));
  }

  /** The outcome that a digit stands for; true when it stands for one. */
  digit(view: DeskView, place: number): boolean {
    const outcome = view.ticket ? outcomesFor(view.ticket)[place - 1] : undefined;
    if (outcome) this.draft = { ...this.draft, outcome };
    return outcome !== undefined;
  }

  /** What finishing would send, or what is asked first. */
  finish(view: DeskView, row: DeskCase, today: string): Finish | { readonly ask: Ask } {
    const dates = { today, supplyBy: view.supplyBy };
    return finishOf(this.draft, row, this.outcome(view), dates);
  }

  /** A newer view: what no longer counts is forgotten. */
  follow(view: DeskView): void {
    const current = this.current(view);
    const shown = current === null ? '' : `${current.case} ${current.item}`;
    if (shown !== this.#shown) this.draft = NO_DRAFT;
    this.#shown = shown;
  }
}
