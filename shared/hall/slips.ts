/**
 * The slip that a case's outcome leaves in the visitor's hand: a one-time notice (一次性告知单), what
 * is to be supplied and until when, a refusal with its reason, a receipt. Where the hall has no
 * printer the phone shows the same.
 */
import type { CaseOutcome } from './command-words.ts';
import type { Day } from './day.ts';
import type { EventOf } from './events.ts';
import type { SlipKind } from './paper-events.ts';
import type { Case, Ticket } from './ticket.ts';

const SLIP_OF: Readonly<Partial<Record<CaseOutcome, SlipKind>>> = {
  supplement: 'notice',
  acceptedWithGaps: 'gaps',
  refused: 'refusal',
  accepted: 'receipt',
};

/** Whether the outcome leaves a slip. */
export function hasSlip(outcome: CaseOutcome): boolean {
  return SLIP_OF[outcome] !== undefined;
}

/** The slip that a finished case leaves; null where it leaves none. */
export function slipKindOf({ state }: Case): SlipKind | null {
  return state.status === 'finished' ? (SLIP_OF[state.outcome] ?? null) : null;
}

/** Which slip, and where: left out, at the visitor's kiosk or the last one used. */
interface WantedSlip {
  readonly outcome: CaseOutcome;
  readonly kiosk?: string | undefined;
}

/** The print job of the outcome's slip; none where the outcome has none, or no kiosk prints. */
export function slipFor(
  day: Day,
  ticket: Ticket,
  row: Case,
  { outcome, kiosk: wanted }: WantedSlip,
): EventOf<'SlipRequested'>[] {
  const slip = SLIP_OF[outcome];
  const kiosk = wanted ?? ticket.kiosk ?? day.lastKiosk;
  if (!slip || kiosk === null) return [];
  const job = `${ticket.id}/n${String(ticket.slips.length + 1)}`;
  return [{ type: 'SlipRequested', ticket: ticket.id, case: row.id, slip, job, kiosk }];
}
