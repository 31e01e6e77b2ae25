// The table of moves, walked completely: from every state every move, and decide does what it says.
import { describe, expect, test } from 'vitest';
import { MOVES } from '../../../shared/hall/ticket.ts';
import type { TicketStatus } from '../../../shared/hall/ticket.ts';
import { REFUSALS } from '../../../shared/hall/refusal.ts';
import { isRefusal } from '../../../shared/hall/decision.ts';
import { clerk, given, happened, kiosk, send, system, visitor } from '../../helpers/hall.ts';
import type { Step } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const patient = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const k1 = clerk('K01');
const issued = [k1('openWindow', { window: 1 }), kiosk('issueTicket', { items: ['SC001'] })];
const called = [...issued, k1('callNext')];
const serving = [...called, k1('startService')];
const missed = [...called, k1('markNoShow')];
const finish = k1('finishCase', { case: 'A001-1', outcome: 'closed' });
const cancel = visitor('A001')('cancelTicket', { ticket: 'A001' });

/** How ticket A001 comes to each state, with its clerk at window 1. */
const WAYS: Readonly<Record<TicketStatus, readonly Step[]>> = {
  waiting: issued,
  called,
  serving,
  noShow: missed,
  done: [...serving, finish],
  abandoned: [...issued, cancel],
  voided: [...missed, happened({ type: 'TicketVoided', ticket: 'A001' })],
  expired: [...issued, happened({ type: 'TicketExpired', ticket: 'A001' })],
};

const ASKED: Readonly<Record<keyof (typeof MOVES)['waiting'], Step>> = {
  cancelTicket: cancel,
  callNext: k1('callNext'),
  recallTicket: k1('recallTicket'),
  markNoShow: k1('markNoShow'),
  undoCall: k1('undoCall'),
  startService: k1('startService'),
  addCase: k1('addCase', { item: 'SC002' }),
  finishCase: finish,
  reactivateTicket: visitor('A001')('reactivateTicket', { ticket: 'A001' }),
  closeDay: system('closeDay'),
};

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
    expect(WALK).toHaveLength(8 * 10);
  });

  test.each(WALK)('%s, %s: %s', (from, move, to) => {
    const day = given(patient, ...WAYS[from]);
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
  const day = given(...serving, k1('addCase', { item: 'SC002' }), finish);
  expect(day.ticket('A001').state.status).toBe('serving');
  day.and(k1('finishCase', { case: 'A001-2', outcome: 'accepted' }));
  expect(day.ticket('A001').state.status).toBe('done');
});

test('every state can be reached, and what is over stays so', () => {
  const over = STATES.filter((state) => MOVES[state].cancelTicket === 'ticket-over');
  expect(over).toEqual(['done', 'abandoned', 'voided', 'expired']);
});
