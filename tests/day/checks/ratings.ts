/**
 * Ratings: every finished case has one prompt, every prompt one end, at most one evaluation, and
 * each evaluation was sent by an evaluator or a visitor's phone of ours and never by staff.
 */
import type { StoredEvent } from '../../../shared/hall/events.ts';
import type { Findings, History } from '../history.ts';
import { ownEvents } from '../history.ts';
import { of } from './tickets.ts';

type RatingFault = 'promptsWithoutEnd' | 'ratingsTwice' | 'ratingsForged' | 'ratingsFromClerks';

/** Checks prompts and evaluations, and that every forgery was refused. */
export function ratingFindings(history: History): Pick<Findings, RatingFault> {
  const own = ownEvents(history);
  const accepted = history.forgeries.filter((forgery) => forgery.accepted);
  const told = (byClerk: boolean) =>
    accepted
      .filter(({ by }) => by.startsWith('clerk') === byClerk)
      .map(({ by, what, ...row }) => `${by}: ${what} of ${row.case} was accepted`);
  return {
    promptsWithoutEnd: promptFaults(own),
    ratingsTwice: ratedTwice(own),
    ratingsForged: [...told(false), ...strayRatings(history, own)],
    ratingsFromClerks: [...told(true), ...ratedByStaff(own)],
  };
}

interface Keyed {
  readonly case: string;
  readonly serviceSeq: number;
}

function keyOf(event: Keyed): string {
  return `${event.case}/${String(event.serviceSeq)}`;
}

function promptFaults(own: readonly StoredEvent[]): string[] {
  const faults: string[] = [];
  const open = new Set<string>();
  const opened = new Set<string>();
  for (const { event } of own) {
    if (event.type === 'PromptOpened') {
      if (opened.has(keyOf(event))) faults.push(`the prompt of ${event.case} opened twice`);
      opened.add(keyOf(event));
      open.add(keyOf(event));
    }
    if (event.type === 'PromptEnded' && opened.has(keyOf(event)) && !open.delete(keyOf(event))) {
      faults.push(`the prompt of ${event.case} ended twice`);
    }
  }
  const bare = of(own, 'CaseFinished').filter(({ event }) => !opened.has(keyOf(event)));
  return [
    ...faults,
    ...bare.map(({ event }) => `${event.case} was finished without a prompt`),
    ...[...open].map((key) => `the prompt of ${key} never ended`),
  ];
}

function ratedTwice(own: readonly StoredEvent[]): string[] {
  const finished = new Set(of(own, 'CaseFinished').map(({ event }) => keyOf(event)));
  const rated = new Set<string>();
  const [first] = own;
  return of(own, 'CaseRated').flatMap(({ event }) => {
    const key = `${event.date} ${keyOf(event)}`;
    const again = rated.has(key) ? [`${event.case} was rated twice`] : [];
    rated.add(key);
    const known = !first || finished.has(keyOf(event));
    return known ? again : [...again, `${event.case} was rated before it was finished`];
  });
}

/** Ratings in the stream that none of our evaluators and phones sent. */
function strayRatings(history: History, own: readonly StoredEvent[]): string[] {
  if (!history.alone) return [];
  const raters = history.presses.filter(({ type }) => type === 'rateCase');
  const sent = new Set(raters.map((press) => press.commandId));
  return of(own, 'CaseRated')
    .filter((stored) => !sent.has(stored.commandId))
    .map(({ event }) => `${event.case} was rated by nobody of ours`);
}

function ratedByStaff(own: readonly StoredEvent[]): string[] {
  return of(own, 'CaseRated')
    .filter(({ by }) => by.startsWith('clerk:') || by.startsWith('manager:'))
    .map(({ event, by }) => `${event.case} was rated by ${by}`);
}
