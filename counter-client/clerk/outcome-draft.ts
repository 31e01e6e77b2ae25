/**
 * What the clerk has chosen for the case at hand and not yet sent: the outcome and what it asks for.
 * Nothing is guessed for a refusal or a recipient; what is missing begins with the mandatory materials
 * that were not ticked. Pure.
 */
import type { BusinessDate } from '../../shared/base/ids.ts';
import { CASE_OUTCOMES } from '../../shared/hall/command-words.ts';
import type { CaseOutcome, Recipient, RefusalReason } from '../../shared/hall/command-words.ts';
import type { ItemKind } from '../../shared/hall/config.ts';
import type { CaseRow } from '../../shared/views/cases.ts';
import type { DeskTicket } from '../../shared/views/desk-ticket.ts';

const PICKUP_OUTCOMES: readonly CaseOutcome[] = ['handedOver', 'withdrawn'];

export interface OutcomeDraft {
  /** Null while the case's usual outcome holds. */
  readonly outcome: CaseOutcome | null;
  /** Null while the unticked mandatory materials hold. */
  readonly missing: readonly string[] | null;
  /** What is missing besides the list, in words. */
  readonly besides: string;
  /** Null while the policy's date holds; empty when the clerk has emptied the field. */
  readonly supplyBy: string | null;
  readonly reason: RefusalReason | null;
  readonly recipient: Recipient | null;
}

export const NO_DRAFT: OutcomeDraft = {
  outcome: null,
  missing: null,
  besides: '',
  supplyBy: null,
  reason: null,
  recipient: null,
};

/** What must be chosen before the case can be finished. */
export type Ask = 'outcome' | 'missing' | 'reason' | 'recipient' | 'date';

export interface Finish {
  readonly outcome: CaseOutcome;
  readonly missing?: readonly string[];
  readonly supplyBy?: string;
  readonly reason?: RefusalReason;
  readonly recipient?: Recipient;
}

/** The outcomes that this visit may have, in the order of their digits. */
export function outcomesFor(ticket: DeskTicket): readonly CaseOutcome[] {
  return ticket.pickup !== null || ticket.id.startsWith('L')
    ? PICKUP_OUTCOMES
    : CASE_OUTCOMES.filter((outcome) => outcome !== 'handedOver');
}

/** What is chosen beforehand: an instant case closes, a result is handed over; else nothing. */
export function usualOutcome(
  kind: ItemKind,
  possible: readonly CaseOutcome[] = CASE_OUTCOMES,
): CaseOutcome | null {
  if (!possible.includes('closed')) return possible[0] ?? null;
  return kind === 'instant' ? 'closed' : null;
}

/** Names of what is missing: as chosen, else the mandatory materials that are not ticked. */
export function missingOf(draft: OutcomeDraft, row: CaseRow): readonly string[] {
  const listed = draft.missing ?? untickedOf(row);
  const besides = draft.besides.trim();
  return besides === '' ? listed : [...listed, besides];
}

function untickedOf({ materials, has }: CaseRow): string[] {
  return materials
    .filter(({ mandatory }, place) => mandatory && !has.includes(place))
    .map(({ name }) => name);
}

/** The draft with one material more or less that is missing. */
export function withMissing(
  draft: OutcomeDraft,
  row: CaseRow,
  name: string,
  isMissing: boolean,
): OutcomeDraft {
  const rest = (draft.missing ?? untickedOf(row)).filter((one) => one !== name);
  return { ...draft, missing: isMissing ? [...rest, name] : rest };
}

/** The outcome, complete; or what the clerk must choose first. */
export function finishOf(
  draft: OutcomeDraft,
  row: CaseRow,
  outcome: CaseOutcome | null,
  dates: { readonly today: string; readonly supplyBy: BusinessDate },
): Finish | { readonly ask: Ask } {
  if (outcome === null) return { ask: 'outcome' };
  const missing = missingOf(draft, row);
  switch (outcome) {
    case 'supplement':
      return missing.length === 0 ? { ask: 'missing' } : { outcome, missing };
    case 'acceptedWithGaps': {
      const supplyBy = draft.supplyBy ?? dates.supplyBy;
      if (missing.length === 0) return { ask: 'missing' };
      return supplyBy < dates.today ? { ask: 'date' } : { outcome, missing, supplyBy };
    }
    case 'refused':
      return draft.reason === null ? { ask: 'reason' } : { outcome, reason: draft.reason };
    case 'handedOver':
      return draft.recipient === null
        ? { ask: 'recipient' }
        : { outcome, recipient: draft.recipient };
    default:
      return { outcome };
  }
}
