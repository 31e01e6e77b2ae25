/**
 * The awkward cases of a day and how often each comes: one table with its source, changed by
 * `--share hold=0.1,transfer=0`. Shares are kept as in a deck of cards and not as dice: of so many
 * occasions just so many are awkward, and the first comes early, so that a short day has one of each.
 */
import type { Random } from '../../shared/base/seeded-random.ts';

export interface AwkwardCase {
  readonly share: number;
  /** What the share is of. */
  readonly of: string;
  readonly source: string;
}

/** The first is dealt when so much of a whole one was still missing, give or take a half. */
const FIRST_AFTER = 0.3;
const MADE_UP = 'made up, so that a day of the default size has several';

/** The defaults; `hours.json` stands beside the arrival profile that the visitors come by. */
export const AWKWARD = {
  appointment: { share: 0.2, of: 'visitors', source: 'hours.json, appointments.share' },
  'appointment-early': { share: 0.1, of: 'appointments', source: MADE_UP },
  'appointment-late': { share: 0.1, of: 'appointments', source: 'hours.json, lateRate' },
  'appointment-missed': { share: 0.08, of: 'appointments', source: 'hours.json, noShowRate' },
  'appointment-cancelled': { share: 0.05, of: 'appointments', source: MADE_UP },
  'booked-ahead': { share: 0.5, of: 'appointments', source: 'days before or today, evenly' },
  agent: { share: 0.03, of: 'visitors', source: 'hours.json, agentShare of natural persons' },
  'grant-batch': { share: 0.5, of: 'batches that wait', source: MADE_UP },
  'pick-up': { share: 0.04, of: 'visitors', source: MADE_UP },
  divert: { share: 0.03, of: 'visitors', source: MADE_UP },
  accessible: { share: 0.03, of: 'visitors', source: MADE_UP },
  class: { share: 0.06, of: 'visitors', source: 'as before, all classes without approval' },
  'step-away': { share: 0.03, of: 'visitors', source: MADE_UP },
  'second-miss': { share: 0.5, of: 'missed visitors who come back', source: MADE_UP },
  'third-miss': { share: 0.25, of: 'missed visitors who come back', source: MADE_UP },
  'wrong-item': { share: 0.05, of: 'visits at a window', source: 'scenario visitor 4' },
  'wrong-item-elsewhere': { share: 0.02, of: 'visits at a window', source: 'scenario visitor 4' },
  hold: { share: 0.05, of: 'visits at a window', source: 'scenario clerk 7' },
  'hold-late': { share: 0.25, of: 'holds', source: MADE_UP },
  'hold-never': { share: 0.15, of: 'holds', source: MADE_UP },
  'transfer-window': { share: 0.02, of: 'visits at a window', source: MADE_UP },
  'transfer-clerk': { share: 0.01, of: 'visits at a window', source: MADE_UP },
  'transfer-zone': { share: 0.01, of: 'visits at a window', source: MADE_UP },
  consult: { share: 0.03, of: 'visits at a window', source: 'scenario clerk 6' },
  'plan-stop': { share: 0.1, of: 'visits with several cases', source: 'scenario visitor 5' },
  'add-case': { share: 0.04, of: 'visits at a window', source: 'as before' },
  gaps: { share: 0.08, of: 'cases', source: 'as before' },
  notice: { share: 0.03, of: 'cases', source: 'scenario clerk 5' },
  refusal: { share: 0.02, of: 'cases', source: 'scenario clerk 5' },
  undo: { share: 0.01, of: 'calls', source: 'as before' },
  'by-hand': { share: 0.01, of: 'calls with several waiting', source: MADE_UP },
  green: { share: 0.01, of: 'tickets that wait', source: 'scenario manager 8' },
  'set-class': { share: 0.01, of: 'tickets that wait', source: MADE_UP },
  'lunch-with-queue': { share: 0.4, of: 'lunches with a queue', source: 'scenario clerk 10' },
  'close-with-queue': {
    share: 0.06,
    of: 'glances at somebody who waits here alone',
    source: MADE_UP,
  },
  'clerk-late': { share: 1, of: 'mornings', source: 'scenario manager 1' },
  'second-page': { share: 0.2, of: 'desks', source: 'scenario clerk 1' },
  acknowledge: { share: 0.5, of: 'alerts', source: MADE_UP },
} as const satisfies Readonly<Record<string, AwkwardCase>>;

export type Awkward = keyof typeof AWKWARD;
export type Shares = Readonly<Record<Awkward, number>>;

const NAMES = Object.keys(AWKWARD) as Awkward[];

/** The table's shares, changed by `name=share,…`; throws one sentence about what makes no sense. */
export function sharesOf(text: string): Shares {
  const shares = new Map<Awkward, number>(NAMES.map((name) => [name, AWKWARD[name].share]));
  for (const part of text.split(',').filter((one) => one !== '')) {
    const [given = '', value = ''] = part.split('=');
    const name = NAMES.find((one) => one === given);
    if (!name) throw new Error(`There is no share "${given}"; there are ${NAMES.join(', ')}.`);
    const share = Number(value);
    if (value === '' || !(share >= 0 && share <= 1)) {
      throw new Error(`The share of ${name} must be a number from 0 to 1.`);
    }
    shares.set(name, share);
  }
  return Object.fromEntries(shares) as Shares;
}

/** Deals the awkward cases out, each as often as its share says. */
export class Deck {
  readonly #shares: Shares;
  readonly #owed = new Map<Awkward, number>();
  readonly #random: Random;

  constructor(shares: Shares, random: Random) {
    this.#shares = shares;
    this.#random = random;
  }

  /** Whether it happens on this occasion; what could not happen after all is given back. */
  due(name: Awkward): boolean {
    const share = this.#shares[name];
    // The first is owed from the start but for a little chance, so that they do not come together.
    const before = this.#owed.get(name) ?? 1 - FIRST_AFTER * (0.5 + this.#random());
    const owed = share > 0 ? Math.max(before, 0) + share : 0;
    this.#owed.set(name, owed >= 1 ? owed - 1 : owed);
    return owed >= 1;
  }

  /** The occasion turned out to be none: the next one takes its place. */
  giveBack(name: Awkward): void {
    this.#owed.set(name, (this.#owed.get(name) ?? 0) + 1);
  }
}
