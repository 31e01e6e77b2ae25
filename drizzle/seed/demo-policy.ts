/** The shipped defaults of every number that a hall may change; sources stand beside each. */
import type { Policy } from '../../shared/hall/config.ts';

const SECOND_MS = 1_000;

export const DEMO_POLICY: Policy = {
  /** The demo can be tried at any hour. */
  alwaysOpen: true,
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
  /** Longest wait first, for everybody, until a hall publishes its classes and their evidence. */
  priorityCredits: false,
  rule: 'longest-wait',
};
