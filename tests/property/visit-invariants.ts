/** What must hold of what is done at the windows, in the whole log: consults and results. */
import type { Run } from './journal.ts';
import { logOf } from './journal.ts';

const LEAVING: ReadonlySet<string> = new Set([
  'TicketHeld',
  'TicketTransferred',
  'TicketMovedOn',
  'TicketFinished',
  'TicketExpired',
  'TicketCarriedOver',
]);

/** V1: whoever was asked for a chief leaves the window with the end of it on record, and once. */
export function consultsEnded(run: Run): string[] {
  const asking = new Set<string>();
  return logOf(run).flatMap(({ event }) => {
    if (event.type === 'ConsultStarted') asking.add(event.ticket);
    if (event.type === 'ConsultEnded' && !asking.delete(event.ticket)) {
      return [`${event.ticket}: a consult ended that nobody had begun`];
    }
    const isGone = LEAVING.has(event.type) && 'ticket' in event && asking.delete(event.ticket);
    return isGone ? [`${event.ticket} left in the middle of a consult`] : [];
  });
}

const ENDS: ReadonlySet<string> = new Set(['closed', 'accepted', 'acceptedWithGaps']);

/** V2: the result that a collection ticket came for leaves the house with its recipient on record. */
export function resultsHandedOver(run: Run): string[] {
  return logOf(run).flatMap(({ event }) => {
    if (event.type !== 'CaseFinished' || !/^L.*-1$/u.test(event.case)) return [];
    const { outcome, recipient } = event;
    const isRecorded = outcome === 'handedOver' ? recipient !== undefined : !ENDS.has(outcome);
    return isRecorded ? [] : [`${event.case} is ${outcome}, and nobody took it`];
  });
}
