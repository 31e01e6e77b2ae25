/**
 * Every invariant that the pure core can be held to, by its name in the promises of reliability: a
 * checker reads a whole run and says what is wrong. Each is itself tried in seeded-bugs.test.ts.
 */
import { isDeepStrictEqual } from 'node:util';
import { emptyDay } from '../../shared/hall/day.ts';
import { fold } from '../../shared/hall/evolve.ts';
import * as calls from './call-invariants.ts';
import type { Run } from './journal.ts';
import { logOf } from './journal.ts';
import * as promises from './promise-invariants.ts';
import * as ratings from './rating-invariants.ts';
import * as tickets from './ticket-invariants.ts';
import * as visits from './visit-invariants.ts';

export type Checker = (run: Run) => readonly string[];

export const INVARIANTS: Readonly<Record<string, Checker>> = {
  'T1 unique numbers': tickets.uniqueNumbers,
  'T2 T3 gapless and rising': tickets.gaplessNumbers,
  'T5 T6 one ticket for each request': tickets.ticketsAskedFor,
  'T8 T9 legal moves, one at a window': tickets.legalMoves,
  'T10 T11 T12 the right one is called': tickets.rightChoice,
  'T11 replayed': calls.replayedCalls,
  'T12 explained': calls.explained,
  'T12 overtaken no more than K': promises.boundedOvertaking,
  'T12 promises come first': promises.promisesFirst,
  'T13 certified': tickets.certified,
  'T14 arrival kept': tickets.arrivalKept,
  'T16 closed once': tickets.closedOnce,
  'T17 D2 in order': tickets.ordered,
  'D3 counted calls': tickets.countedCalls,
  'R1 rated once': ratings.ratedOnce,
  'R2 rated when finished': ratings.ratedFinished,
  'R4 R6 a prompt for each case': ratings.promptForEach,
  'R4 honest ends': ratings.honestEnds,
  'R5 right hands': ratings.ratedByRightHands,
  'V1 a consult ends': visits.consultsEnded,
  'V2 results are handed over': visits.resultsHandedOver,
  'state and views': (run) => run.faults,
  'folded anew': foldedAnew,
};

/** Everything wrong with a run, each with the name of its invariant. */
export function faultsOf(run: Run): string[] {
  return Object.entries(INVARIANTS).flatMap(([name, check]) =>
    check(run).map((fault) => `${name}: ${fault}`),
  );
}

/** The log folded anew is the same day, to the last field. */
function foldedAnew(run: Run): string[] {
  const { hall, date, plans } = run.day;
  const [plan] = plans.values();
  if (!plan) return ['a day without a plan'];
  const day = emptyDay(hall, date, plan);
  for (const [version, known] of plans) day.plans.set(version, known);
  try {
    const again = fold(day, logOf(run));
    return isDeepStrictEqual(again, run.day) ? [] : ['another day'];
  } catch (error) {
    return [String(error)];
  }
}
