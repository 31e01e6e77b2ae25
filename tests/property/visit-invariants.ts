/** What must hold of visits in the whole log: consults, results, and what comes over midnight. */
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

/** V3: who came over midnight stands in the new day once, under the old number and its day. */
export function broughtOverOnce(run: Run): string[] {
  const seen = new Set<string>();
  return logOf(run).flatMap(({ event }) => {
    if (event.type !== 'TicketBroughtOver') return [];
    const isAgain = seen.has(event.ticket);
    seen.add(event.ticket);
    const isNamed = /~\d{4}$/u.test(event.ticket) && event.fromDate < run.day.date;
    return [
      ...(isAgain ? [`${event.ticket} came over twice`] : []),
      ...(isNamed ? [] : [`${event.ticket} is named like a number of today`]),
    ];
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
