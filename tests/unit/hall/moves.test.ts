// The table of moves, walked completely: from every state every move, and decide does what it says.
import { describe, expect, test } from 'vitest';
import { MOVES } from '../../../shared/hall/moves.ts';
import type { TicketStatus } from '../../../shared/hall/ticket.ts';
import { REFUSALS } from '../../../shared/hall/refusal.ts';
import { isRefusal } from '../../../shared/hall/decision.ts';
import { MINUTE, NINE, clerk, given, happened, kiosk, manager } from '../../helpers/hall.ts';
import { send, system, visitor } from '../../helpers/hall.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const patient = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0, agentCasesPerTurn: 1 });
const k1 = clerk('K01');
const sits = k1('openWindow', { window: 1 });
const takes = [kiosk('issueTicket', { items: ['SC003'] })];
const takesBatch = [kiosk('issueTicket', { items: ['SC003', 'SC003'], agent: 'D01' })];
const finish = k1('finishCase', { case: 'A001-1', outcome: 'closed' });
const cancel = visitor('A001')('cancelTicket', { ticket: 'A001' });
const slotAt = NINE + 3 * 60 * MINUTE;
const booked = happened({
  ...{ type: 'AppointmentBooked', ticket: 'A001', series: 'A', number: 1, language: 'en' },
  ...{ zone: 'legal-person', cases: [{ case: 'A001-1', item: 'SC003' }] },
  ...{ slot: 'legal-person/12:00', slotAt, slotEndAt: slotAt + 30 * MINUTE },
});

const comesIn = visitor('A001')('checkIn', { ticket: 'A001', asWalkIn: true });
const checkedIn = [booked, comesIn];

/** How ticket A001 comes to each state, with its clerk at window 1. */
function waysOf(issue: readonly Step[]): Readonly<Record<TicketStatus, readonly Step[]>> {
  const issued = [sits, ...issue];
  const called = [...issued, k1('callNext')];
  const serving = [...called, k1('startService')];
  const missed = [...called, k1('markNoShow')];
  return {
    booked: [sits, booked],
    waiting: issued,
    called,
    serving,
    held: [...serving, k1('holdTicket', { reason: 'pay' })],
    noShow: missed,
    done: [...serving, finish],
    abandoned: [...issued, cancel],
    voided: [...missed, happened({ type: 'TicketVoided', ticket: 'A001' })],
    expired: [...issued, happened({ type: 'TicketExpired', ticket: 'A001' })],
    appointmentMissed: [sits, booked, happened({ type: 'AppointmentMissed', ticket: 'A001' })],
    carriedOver: [
      ...issued,
      happened({ type: 'TicketCarriedOver', ticket: 'A001', toDate: '2026-11-24' }),
    ],
  };
}

const ASKED: Readonly<Record<keyof (typeof MOVES)['waiting'], Step>> = {
  cancelTicket: cancel,
  stepAway: visitor('A001')('stepAway', { ticket: 'A001', pass: 1 }),
  callNext: k1('callNext'),
  recallTicket: k1('recallTicket'),
  markNoShow: k1('markNoShow'),
  undoCall: k1('undoCall'),
  startService: k1('startService'),
  addCase: k1('addCase', { item: 'SC002' }),
  finishCase: finish,
  recodeCase: k1('recodeCase', { case: 'A001-1', item: 'SC002' }),
  tickMaterial: k1('tickMaterial', { case: 'A001-1', material: 0, has: true }),
  planStop: k1('planStop', { cases: ['A001-1'] }),
  holdTicket: k1('holdTicket', { reason: 'pay' }),
  transferTicket: k1('transferTicket', {
    to: { kind: 'zone', zone: 'legal-person' },
    reason: 'lunch',
  }),
  consultChief: k1('consultChief'),
  endConsult: k1('endConsult', { window: 1, approved: true }),
  grantGreenChannel: manager('grantGreenChannel', { ticket: 'A001', reason: 'other' }),
  grantBatch: manager('grantBatch', { ticket: 'A001' }),
  setClass: manager('setClass', { ticket: 'A001', class: 'ELD' }),
  checkIn: comesIn,
  reactivateTicket: visitor('A001')('reactivateTicket', { ticket: 'A001' }),
  closeDay: system('closeDay'),
};

/** What a legal move needs besides the state: another case, somebody behind, a chief asked for. */
const NEEDS: Readonly<Record<string, readonly Step[]>> = {
  'waiting, stepAway': takes,
  'serving, planStop': [k1('addCase', { item: 'SC002' })],
  'serving, endConsult': [k1('consultChief')],
};

function reached(from: TicketStatus, move: string) {
  const isBatch = move === 'grantBatch' && ['waiting', 'called', 'serving'].includes(from);
  const ways = waysOf(move === 'checkIn' ? checkedIn : isBatch ? takesBatch : takes);
  return given(patient, ...ways[from], ...(NEEDS[`${from}, ${move}`] ?? []));
}

const STATES = Object.keys(MOVES) as TicketStatus[];
const WALK = STATES.flatMap((from) =>
  Object.entries(MOVES[from]).map(([move, to]): [TicketStatus, keyof typeof ASKED, string] => [
    from,
    move as keyof typeof ASKED,
    to,
  ]),
);

describe('every state × every move', () => {
  test('the walk is complete', () => {
    expect(WALK).toHaveLength(12 * 22);
  });

  test.each(WALK)('%s, %s: %s', (from, move, to) => {
    const day = reached(from, move);
    const ticket = day.ticket('A001');
    expect(ticket.state.status).toBe(from);
    const step = ASKED[move];
    if (!('command' in step)) throw new Error('a move is a command');
    const answer = send(day.hall, step.by, step.command);
    if (to === 'ticket-over' && move === 'closeDay') {
      expect(ticket.state.status).toBe(from);
    } else if (REFUSALS.some((code) => code === to)) {
      expect(answer).toMatchObject({ refused: to });
      expect(ticket.state.status).toBe(from);
    } else {
      expect(isRefusal(answer)).toBe(false);
      expect(ticket.state.status).toBe(to);
    }
  });
});

test('a second case keeps the visit going; the last one ends it', () => {
  const day = given(...waysOf(takes).serving, k1('addCase', { item: 'SC002' }), finish);
  expect(day.ticket('A001').state.status).toBe('serving');
  day.and(k1('finishCase', { case: 'A001-2', outcome: 'accepted' }));
  expect(day.ticket('A001').state.status).toBe('done');
});

test('every state can be reached, and what is over stays so', () => {
  const over = STATES.filter((state) => MOVES[state].cancelTicket === 'ticket-over');
  expect(over).toEqual([
    ...['done', 'abandoned', 'voided', 'expired', 'appointmentMissed', 'carriedOver'],
  ]);
});
