/**
 * Every number that a hall may change, with the shipped default and where it comes from. One flat row
 * of numbers, flags and choices, so that the manager's console, the dry run and the audit speak of one key.
 * Durations are in ms. POLICY_FIELDS tells for each its unit and limits; a test holds them together.
 */
import { MINUTE_MS } from '../base/time.ts';
import type { AdvicePolicy } from './advice-policy.ts';
import { ADVICE_POLICY } from './advice-policy.ts';

const SECOND_MS = 1_000;

export interface Policy extends AdvicePolicy {
  /** The demo hall takes tickets at any hour. */
  readonly alwaysOpen: boolean;
  /** Tickets before the doors open. */
  readonly preOpenIssue: boolean;
  readonly recallGapMs: number;
  readonly callsBeforeNoShow: number;
  readonly undoCallMs: number;
  /** A returning visitor is placed behind this many waiting tickets of the zone. */
  readonly reactivatedBehindTickets: number;
  /** From the third on, a missed ticket is void. */
  readonly missesBeforeVoid: number;
  readonly promptMs: number;
  readonly lateRatingDays: number;
  readonly casesPerTicketMax: number;
  /** Whether priority classes shorten the wait; where not, none is offered. */
  readonly priorityCredits: boolean;
  /** At most this share of a window's calls may be boosted while normal visitors wait long. */
  readonly priorityShareMax: number;
  /** The share binds while the p90 wait of normal tickets is above this. */
  readonly priorityShareAboveWaitMs: number;
  readonly elderAgeYears: number;
  readonly greenChannelMs: number;
  readonly holdReturnMs: number;
  /** So long only the same clerk calls a returned visitor; then any skilled one. */
  readonly holdAffinityMs: number;
  /** So long after the return-by time a held ticket counts as missed. */
  readonly holdGraceMs: number;
  readonly stepAwayTicketsMax: number;
  readonly stepAwayTimesMax: number;
  readonly agentCasesPerTurn: number;
  readonly agentBehindTickets: number;
  readonly flashServiceMs: number;
  /** A flash lane yields to somebody who has waited this long. */
  readonly flashYieldWaitMs: number;
  readonly supplyByWorkingDays: number;
  /** Whoever books says who comes: else the limits of a person bind nobody. */
  readonly bookNeedsIdentity: boolean;
  readonly bookDaysAheadMin: number;
  readonly bookWorkingDaysAheadMax: number;
  readonly bookCancelBeforeMs: number;
  readonly bookEarlyMs: number;
  readonly bookLateMs: number;
  /** So long after its slot an appointment that nobody came for is a no-show. */
  readonly bookMissedAfterMs: number;
  readonly bookPerPersonPerDayMax: number;
  readonly bookPerPersonPerWeekMax: number;
  readonly bookPerPersonPerMonthMax: number;
  readonly bookNoShowsBeforeBlock: number;
  readonly bookBlockDays: number;
  readonly alertWaitYellowMs: number;
  readonly alertWaitRedMs: number;
  readonly alertQueuePerWindowYellow: number;
  readonly alertQueuePerWindowRed: number;
  readonly alertIdleYellowMs: number;
  readonly alertIdleRedMs: number;
  /** Since the last call of a number that is neither begun nor given up. */
  readonly alertCalledYellowMs: number;
  readonly alertCalledRedMs: number;
  /** Service time as a multiple of what the catalogue expects. */
  readonly alertServiceFactorYellow: number;
  readonly alertServiceFactorRed: number;
  /** A pause without a reason (other), or past its return time, for so long. */
  readonly alertPauseMs: number;
  readonly alertDeviceSilentMs: number;
  readonly alertPaperPercentYellow: number;
  readonly alertPaperPercentRed: number;
  /** Held and waiting visitors of a 24-hour hall keep their ticket over midnight. */
  readonly carryOver: boolean;
  /** In which order desks call; see routing/pick.ts. */
  readonly routing: Routing;
  /** D: so much later than in the strict order may anybody be called, and is promised it. */
  readonly promiseSlackMs: number;
  /** K: who was overtaken so often by choice comes next. */
  readonly overtakenMax: number;
  /** What a candidate of another zone is worth to a window, as a share of its own zone's. */
  readonly otherZoneFactor: number;
  /** With zones and overflow: who has waited so long may be called in any zone. */
  readonly zoneOverflowMs: number;
  readonly rule: 'longest-wait';
}

/**
 * strict: the longest effective wait, zones are walls. zones: the same, and who has waited too long
 * may be called in another zone. promise: nobody later than promised, else whoever is served soonest
 * for the time waited; zones are a preference.
 */
export const ROUTINGS = ['strict', 'zones', 'promise'] as const;
export type Routing = (typeof ROUTINGS)[number];

export const DEFAULT_POLICY: Policy = {
  alwaysOpen: false,
  preOpenIssue: false,
  /** Called three times, twenty seconds apart, before a number counts as missed. */
  recallGapMs: 20 * SECOND_MS,
  callsBeforeNoShow: 3,
  undoCallMs: 10 * SECOND_MS,
  /** Typical practice: a returning number is inserted after three waiting ones. */
  reactivatedBehindTickets: 3,
  missesBeforeVoid: 3,
  /** Rating devices in the field time out after 60 s. */
  promptMs: 60 * SECOND_MS,
  lateRatingDays: 7,
  casesPerTicketMax: 20,
  priorityCredits: true,
  /** At most 1 in 3 calls of a window, while normal visitors wait above the target of 20 min. */
  priorityShareMax: 0.3333,
  priorityShareAboveWaitMs: 20 * MINUTE_MS,
  elderAgeYears: 70,
  greenChannelMs: 60 * MINUTE_MS,
  holdReturnMs: 30 * MINUTE_MS,
  holdAffinityMs: 5 * MINUTE_MS,
  holdGraceMs: 15 * MINUTE_MS,
  stepAwayTicketsMax: 10,
  stepAwayTimesMax: 3,
  agentCasesPerTurn: 5,
  agentBehindTickets: 3,
  flashServiceMs: 10 * MINUTE_MS,
  flashYieldWaitMs: 20 * MINUTE_MS,
  supplyByWorkingDays: 5,
  /** Booking rules as two published halls have them. */
  bookNeedsIdentity: true,
  bookDaysAheadMin: 0,
  bookWorkingDaysAheadMax: 5,
  bookCancelBeforeMs: 120 * MINUTE_MS,
  bookEarlyMs: 15 * MINUTE_MS,
  bookLateMs: 10 * MINUTE_MS,
  bookMissedAfterMs: 60 * MINUTE_MS,
  bookPerPersonPerDayMax: 1,
  bookPerPersonPerWeekMax: 2,
  bookPerPersonPerMonthMax: 6,
  bookNoShowsBeforeBlock: 2,
  bookBlockDays: 90,
  /** Over 30 min or more than 10 in the queue of a window opens emergency windows elsewhere. */
  alertWaitYellowMs: 20 * MINUTE_MS,
  alertWaitRedMs: 30 * MINUTE_MS,
  alertQueuePerWindowYellow: 7,
  alertQueuePerWindowRed: 10,
  alertIdleYellowMs: 2 * MINUTE_MS,
  alertIdleRedMs: 5 * MINUTE_MS,
  alertCalledYellowMs: 3 * MINUTE_MS,
  alertCalledRedMs: 6 * MINUTE_MS,
  alertServiceFactorYellow: 2,
  alertServiceFactorRed: 3,
  alertPauseMs: 10 * MINUTE_MS,
  alertDeviceSilentMs: 30 * SECOND_MS,
  alertPaperPercentYellow: 25,
  alertPaperPercentRed: 10,
  carryOver: false,
  routing: 'strict',
  promiseSlackMs: 10 * MINUTE_MS,
  overtakenMax: 10,
  /** In the simulator 0.35 to 0.5 saved most; out of their zone clerks take about a tenth longer. */
  otherZoneFactor: 0.4,
  /** Zones with overflow, as halls with several zones use it. */
  zoneOverflowMs: 15 * MINUTE_MS,
  ...ADVICE_POLICY,
  rule: 'longest-wait',
};

export type PolicyNumber = {
  [Key in keyof Policy]: Policy[Key] extends number ? Key : never;
}[keyof Policy];
export type PolicyFlag = {
  [Key in keyof Policy]: Policy[Key] extends boolean ? Key : never;
}[keyof Policy];
/** One of several words. */
export type PolicyChoice = 'routing';

export type PolicyGroup =
  | 'opening'
  | 'order'
  | 'calling'
  | 'priority'
  | 'holding'
  | 'agents'
  | 'cases'
  | 'booking'
  | 'alerts'
  | 'advice';

/** How a number is shown and what may be entered; `min` and `max` in the field's own unit. */
export type PolicyField =
  | {
      readonly key: PolicyNumber;
      readonly group: PolicyGroup;
      readonly unit: 'seconds' | 'minutes' | 'count' | 'days' | 'percent' | 'share' | 'factor';
      readonly min: number;
      readonly max: number;
    }
  | { readonly key: PolicyFlag; readonly group: PolicyGroup; readonly unit: 'flag' }
  | {
      readonly key: PolicyChoice;
      readonly group: PolicyGroup;
      readonly unit: 'choice';
      readonly options: readonly string[];
    };
/** The unit of a number. */
export type NumberUnit = Exclude<PolicyField['unit'], 'flag' | 'choice'>;

const row = (
  key: PolicyNumber,
  group: PolicyGroup,
  unit: NumberUnit,
  min: number,
  max: number,
): PolicyField => ({ key, group, unit, min, max });

/** Everything the console edits, in the order in which it shows it. */
export const POLICY_FIELDS: readonly PolicyField[] = [
  { key: 'alwaysOpen', group: 'opening', unit: 'flag' },
  { key: 'preOpenIssue', group: 'opening', unit: 'flag' },
  { key: 'carryOver', group: 'opening', unit: 'flag' },
  { key: 'routing', group: 'order', unit: 'choice', options: ROUTINGS },
  row('promiseSlackMs', 'order', 'minutes', 0, 60),
  row('overtakenMax', 'order', 'count', 1, 100),
  row('otherZoneFactor', 'order', 'share', 0.1, 1),
  row('zoneOverflowMs', 'order', 'minutes', 0, 240),
  row('recallGapMs', 'calling', 'seconds', 0, 300),
  row('callsBeforeNoShow', 'calling', 'count', 1, 9),
  row('undoCallMs', 'calling', 'seconds', 0, 120),
  row('reactivatedBehindTickets', 'calling', 'count', 0, 50),
  row('missesBeforeVoid', 'calling', 'count', 1, 9),
  row('stepAwayTicketsMax', 'calling', 'count', 0, 50),
  row('stepAwayTimesMax', 'calling', 'count', 0, 20),
  { key: 'priorityCredits', group: 'priority', unit: 'flag' },
  row('priorityShareMax', 'priority', 'share', 0, 1),
  row('priorityShareAboveWaitMs', 'priority', 'minutes', 0, 240),
  row('elderAgeYears', 'priority', 'count', 50, 120),
  row('greenChannelMs', 'priority', 'minutes', 1, 480),
  row('flashServiceMs', 'priority', 'minutes', 1, 60),
  row('flashYieldWaitMs', 'priority', 'minutes', 0, 240),
  row('holdReturnMs', 'holding', 'minutes', 1, 480),
  row('holdAffinityMs', 'holding', 'minutes', 0, 120),
  row('holdGraceMs', 'holding', 'minutes', 0, 240),
  row('agentCasesPerTurn', 'agents', 'count', 1, 50),
  row('agentBehindTickets', 'agents', 'count', 0, 50),
  row('casesPerTicketMax', 'cases', 'count', 1, 50),
  row('supplyByWorkingDays', 'cases', 'days', 1, 90),
  row('promptMs', 'cases', 'seconds', 10, 1800),
  row('lateRatingDays', 'cases', 'days', 0, 30),
  { key: 'bookNeedsIdentity', group: 'booking', unit: 'flag' },
  row('bookDaysAheadMin', 'booking', 'days', 0, 30),
  row('bookWorkingDaysAheadMax', 'booking', 'days', 0, 60),
  row('bookCancelBeforeMs', 'booking', 'minutes', 0, 2880),
  row('bookEarlyMs', 'booking', 'minutes', 0, 240),
  row('bookLateMs', 'booking', 'minutes', 0, 240),
  row('bookMissedAfterMs', 'booking', 'minutes', 0, 480),
  row('bookPerPersonPerDayMax', 'booking', 'count', 1, 20),
  row('bookPerPersonPerWeekMax', 'booking', 'count', 1, 50),
  row('bookPerPersonPerMonthMax', 'booking', 'count', 1, 100),
  row('bookNoShowsBeforeBlock', 'booking', 'count', 1, 20),
  row('bookBlockDays', 'booking', 'days', 0, 365),
  row('alertWaitYellowMs', 'alerts', 'minutes', 1, 240),
  row('alertWaitRedMs', 'alerts', 'minutes', 1, 240),
  row('alertQueuePerWindowYellow', 'alerts', 'count', 1, 200),
  row('alertQueuePerWindowRed', 'alerts', 'count', 1, 200),
  row('alertIdleYellowMs', 'alerts', 'minutes', 0, 60),
  row('alertIdleRedMs', 'alerts', 'minutes', 0, 60),
  row('alertCalledYellowMs', 'alerts', 'minutes', 1, 60),
  row('alertCalledRedMs', 'alerts', 'minutes', 1, 60),
  row('alertServiceFactorYellow', 'alerts', 'factor', 1, 20),
  row('alertServiceFactorRed', 'alerts', 'factor', 1, 20),
  row('alertPauseMs', 'alerts', 'minutes', 1, 240),
  row('alertDeviceSilentMs', 'alerts', 'seconds', 10, 3600),
  row('alertPaperPercentYellow', 'alerts', 'percent', 0, 100),
  row('alertPaperPercentRed', 'alerts', 'percent', 0, 100),
  { key: 'adviceAuto', group: 'advice', unit: 'flag' },
  { key: 'adviceNamesOrder', group: 'advice', unit: 'flag' },
  row('adviceMovesPerDayMax', 'advice', 'count', 0, 100),
  row('adviceMinGainMinutes', 'advice', 'count', 0, 1000),
  row('adviceMinGainShare', 'advice', 'share', 0, 1),
  row('adviceDwellMs', 'advice', 'minutes', 0, 240),
  row('adviceHorizonMs', 'advice', 'minutes', 15, 240),
  row('adviceEveryMs', 'advice', 'minutes', 1, 120),
  row('adviceExpiryMs', 'advice', 'minutes', 1, 120),
  row('adviceRestMs', 'advice', 'minutes', 0, 480),
];
