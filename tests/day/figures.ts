/** The day's figures, one plain line each: `name value goal met|missed`. Pure. */
import type { Fault, Verdict } from './history.ts';

export interface Figure {
  readonly name: string;
  readonly value: number;
  /** `0`, `>=1`, `<=300`, or `-` for what has no goal. */
  readonly goal: string;
  readonly met: boolean;
}

export interface Planned {
  readonly visitors: number;
  readonly kills: number;
  readonly killsDone: number;
  /** Own hall: nobody else may have used it. */
  readonly alone: boolean;
  /** A day of the default size and shares: every awkward case must really have happened. */
  readonly isWhole: boolean;
}

const P50_MS_MAX = 100;
const P99_MS_MAX = 300;
/** Driver, server, database, server, driver: so often a press waits for its turn on two cores. */
const TURNS = 4;
/** A killed server is started again, folds its day and every screen is back. */
const HEAL_MS_MAX = 5_000;

const ZEROS: readonly (readonly [string, Fault])[] = [
  ['lost', 'lost'],
  ['duplicated', 'duplicated'],
  ['called-twice', 'calledTwice'],
  ['numbers-missing', 'numbersMissing'],
  ['cases-without-an-outcome', 'casesWithoutOutcome'],
  ['screens-that-missed-or-repeated-a-call', 'screensMissedOrRepeated'],
  ['prompts-without-an-end', 'promptsWithoutEnd'],
  ['ratings-accepted-from-clerks', 'ratingsFromClerks'],
  ['ratings-forged-or-replayed', 'ratingsForged'],
  ['ratings-twice', 'ratingsTwice'],
  ['papers-doubled', 'papersDoubled'],
  ['papers-missing', 'papersMissing'],
  ['papers-wrong', 'papersWrong'],
  ['acknowledged-and-lost', 'acknowledgedLost'],
  ['answers-changed-on-a-retry', 'answersChanged'],
  ['moves-not-allowed', 'illegalMoves'],
  ['tickets-nobody-asked-for', 'notAskedFor'],
  ['views-that-went-back', 'viewsWentBack'],
  ['topics-refused', 'topicsRefused'],
  ['tickets-not-ended-once', 'notEndedOnce'],
  ['holds-lost', 'holdsLost'],
  ['transfers-lost', 'transfersLost'],
  ['stops-lost', 'stopsLost'],
  ['arrivals-changed', 'arrivalsChanged'],
  ['slots-oversold', 'slotsOversold'],
  ['appointments-with-two-tickets', 'appointmentsDoubled'],
  ['calls-out-of-order-without-a-right', 'outOfOrder'],
  ['calls-that-replay-otherwise', 'callsNotReplayed'],
  ['boosted-beyond-the-share', 'shareExceeded'],
  ['slips-printed-twice', 'slipsDoubled'],
  ['tickets-dropped-by-publishing', 'droppedByPublishing'],
  ['midnight-tickets-not-ended-once', 'nightTickets'],
];

const PROMPTS = [
  ['prompts-rated', 'rated'],
  ['prompts-declined', 'declined'],
  ['prompts-timed-out', 'timedOut'],
  ['prompts-left', 'left'],
  ['prompts-device-fault', 'deviceFault'],
] as const;

/** All figures of a day in the order of telling. */
export function figuresOf(verdict: Verdict, planned: Planned): Figure[] {
  const { counts, findings, latencies, awkward } = verdict;
  const opened = counts.issued + counts.broughtOver;
  const stayed = opened - counts.abandoned - counts.missed;
  return [
    planned.alone
      ? equal('issued', counts.issued, planned.visitors)
      : plain('issued', counts.issued),
    equal('finished', counts.finished, stayed),
    plain('abandoned', counts.abandoned),
    plain('missed', counts.missed),
    plain('calls', counts.calls),
    plain('cases', counts.cases),
    plain('rated', counts.rated),
    ...PROMPTS.map(([name, outcome]) => plain(name, counts.prompts[outcome])),
    plain('papers', counts.papers),
    plain('papers-printed-again', counts.reprints),
    plain('presses', counts.presses),
    plain('presses-sent-again', counts.pressesRetried),
    plain('forgeries-tried', counts.forgeries),
    ...[...awkward].map(([name, count]) =>
      planned.isWhole ? atLeast(name, count, 1) : plain(name, count),
    ),
    ...ZEROS.map(([name, fault]) => equal(name, findings[fault].length, 0)),
    equal('servers-killed', planned.killsDone, planned.kills),
    plain('press-to-screen-samples', latencies.samples),
    atMost('p50-press-to-screen-ms', latencies.p50Ms, P50_MS_MAX),
    plain('machine-lateness-p99-ms', Math.round(latencies.latenessMs)),
    atMost('p99-press-to-screen-ms', latencies.p99Ms, P99_MS_MAX + waitsMs(latencies)),
    ...throughKill(latencies),
  ];
}

/** What a machine kept busy by others adds; next to nothing on an idle one. */
function waitsMs({ latenessMs }: Verdict['latencies']): number {
  return Math.round(latenessMs * TURNS);
}

function throughKill({ slowestHealMs, worstThroughKillMs }: Verdict['latencies']): Figure[] {
  if (slowestHealMs === null) return [];
  return [
    atMost('kill-to-screen-alive-ms', slowestHealMs, HEAL_MS_MAX),
    ...(worstThroughKillMs === null
      ? []
      : [atMost('press-to-screen-through-a-kill-ms', worstThroughKillMs, HEAL_MS_MAX)]),
  ];
}

/** The line of a figure. */
export function lineOf({ name, value, goal, met }: Figure): string {
  return `${name} ${String(value)} ${goal} ${met ? 'met' : 'missed'}`;
}

function plain(name: string, value: number): Figure {
  return { name, value, goal: '-', met: true };
}

function equal(name: string, value: number, goal: number): Figure {
  return { name, value, goal: String(goal), met: value === goal };
}

function atLeast(name: string, value: number, least: number): Figure {
  return { name, value, goal: `>=${String(least)}`, met: value >= least };
}

function atMost(name: string, value: number, limit: number): Figure {
  const rounded = Math.round(value * 10) / 10;
  return { name, value: rounded, goal: `<=${String(limit)}`, met: rounded <= limit };
}
