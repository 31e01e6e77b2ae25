/**
 * The one table of a ticket's legal moves: what a move does from a state, or why it is refused.
 * `decide` asks it, tests walk it. `done` follows the last case.
 */
import type { RefusalCode } from './refusal.ts';
import type { TicketStatus } from './ticket.ts';

type Move =
  | 'cancelTicket'
  | 'stepAway'
  | 'callNext'
  | 'recallTicket'
  | 'markNoShow'
  | 'undoCall'
  | 'startService'
  | 'addCase'
  | 'finishCase'
  | 'recodeCase'
  | 'tickMaterial'
  | 'planStop'
  | 'holdTicket'
  | 'transferTicket'
  | 'consultChief'
  | 'endConsult'
  | 'grantGreenChannel'
  | 'grantBatch'
  | 'setClass'
  | 'checkIn'
  | 'reactivateTicket'
  | 'closeDay';

/**
 * What a move does from a state: the state after it, or the code of the refusal. Moves at a window
 * name no ticket: asked for at the window where the ticket is or was, they find this. Closing the
 * day leaves what is over as it is.
 */
type Row = Readonly<Record<Move, TicketStatus | RefusalCode>>;

const notAtWindow = {
  callNext: 'nobody-waiting',
  recallTicket: 'no-ticket-at-window',
  markNoShow: 'no-ticket-at-window',
  undoCall: 'no-ticket-at-window',
  startService: 'no-ticket-at-window',
  addCase: 'no-ticket-at-window',
  finishCase: 'not-serving',
  recodeCase: 'not-serving',
  tickMaterial: 'not-serving',
  planStop: 'not-serving',
  holdTicket: 'no-ticket-at-window',
  transferTicket: 'no-ticket-at-window',
  consultChief: 'no-ticket-at-window',
  endConsult: 'no-ticket-at-window',
} as const;

const notWaiting = {
  stepAway: 'not-waiting',
  grantGreenChannel: 'not-waiting',
  setClass: 'not-waiting',
} as const;

const over: Row = {
  ...notAtWindow,
  cancelTicket: 'ticket-over',
  stepAway: 'ticket-over',
  finishCase: 'ticket-over',
  recodeCase: 'ticket-over',
  tickMaterial: 'ticket-over',
  planStop: 'ticket-over',
  grantGreenChannel: 'ticket-over',
  grantBatch: 'ticket-over',
  setClass: 'ticket-over',
  checkIn: 'ticket-over',
  reactivateTicket: 'ticket-over',
  closeDay: 'ticket-over',
};

/** The one table of legal moves; `decide` asks it, tests walk it. `done` follows the last case. */
export const MOVES: Readonly<Record<TicketStatus, Row>> = {
  booked: {
    ...notAtWindow,
    ...notWaiting,
    cancelTicket: 'abandoned',
    grantBatch: 'not-checked-in',
    checkIn: 'waiting',
    reactivateTicket: 'not-checked-in',
    closeDay: 'appointmentMissed',
  },
  waiting: {
    ...notAtWindow,
    cancelTicket: 'abandoned',
    stepAway: 'waiting',
    callNext: 'called',
    grantGreenChannel: 'waiting',
    grantBatch: 'waiting',
    setClass: 'waiting',
    checkIn: 'already-waiting',
    reactivateTicket: 'already-waiting',
    closeDay: 'expired',
  },
  called: {
    ...notWaiting,
    cancelTicket: 'abandoned',
    callNext: 'window-busy',
    recallTicket: 'called',
    markNoShow: 'noShow',
    undoCall: 'waiting',
    startService: 'serving',
    addCase: 'not-serving',
    finishCase: 'not-serving',
    recodeCase: 'not-serving',
    tickMaterial: 'not-serving',
    planStop: 'not-serving',
    holdTicket: 'not-serving',
    transferTicket: 'not-serving',
    consultChief: 'not-serving',
    endConsult: 'not-serving',
    grantBatch: 'called',
    checkIn: 'already-called',
    reactivateTicket: 'already-called',
    closeDay: 'expired',
  },
  serving: {
    ...notWaiting,
    cancelTicket: 'already-serving',
    callNext: 'window-busy',
    recallTicket: 'already-serving',
    markNoShow: 'already-serving',
    undoCall: 'already-serving',
    startService: 'already-serving',
    addCase: 'serving',
    finishCase: 'done',
    recodeCase: 'serving',
    tickMaterial: 'serving',
    planStop: 'serving',
    holdTicket: 'held',
    transferTicket: 'waiting',
    consultChief: 'serving',
    endConsult: 'serving',
    grantBatch: 'serving',
    checkIn: 'already-serving',
    reactivateTicket: 'already-serving',
    closeDay: 'expired',
  },
  held: {
    ...notAtWindow,
    ...notWaiting,
    cancelTicket: 'abandoned',
    grantBatch: 'not-waiting',
    checkIn: 'not-waiting',
    reactivateTicket: 'waiting',
    closeDay: 'expired',
  },
  noShow: {
    ...notAtWindow,
    ...notWaiting,
    cancelTicket: 'abandoned',
    grantBatch: 'not-waiting',
    checkIn: 'not-waiting',
    reactivateTicket: 'waiting',
    closeDay: 'noShow',
  },
  done: over,
  abandoned: over,
  voided: over,
  expired: over,
  appointmentMissed: { ...over, checkIn: 'appointment-missed' },
  carriedOver: over,
};
