// Calling: next, again, missed, taken back.
import { describe, expect, test } from 'vitest';
import {
  MINUTE,
  SECOND,
  clerk,
  given,
  kiosk,
  later,
  manager,
  visitor,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const called = [company, sits, k1('callNext')];

describe('callNext', () => {
  test('calls the one who has waited longest, and says why', () => {
    const { day } = given(company, later(MINUTE), company, sits)
      .when(k1('callNext'))
      .then([
        {
          type: 'TicketCalled',
          ticket: 'A001',
          window: 1,
          clerk: 'K01',
          callSeq: 1,
          why: {
            rule: 'longest-wait',
            policyVersion: 1,
            waiting: 2,
            eligible: 2,
            waitedMs: MINUTE,
            creditMs: 0,
            best: [
              { ticket: 'A001', effectiveWaitMs: MINUTE },
              { ticket: 'A002', effectiveWaitMs: 0 },
            ],
          },
        },
      ]);
    expect(day.calls).toHaveLength(1);
  });

  test('a manager calls for a window, and must name it', () => {
    given(company, sits)
      .when(manager('callNext', { window: 1 }))
      .then([{ type: 'TicketCalled', ticket: 'A001', window: 1, clerk: 'K01' }])
      .when(manager('callNext'))
      .then('no-window-open');
  });

  test('two windows pressing next at once get two different tickets, and neither an error', () => {
    const two = given(company, company, sits, manager('assignWindow', { window: 2, zones: 'all' }));
    two
      .and(clerk('K06')('openWindow', { window: 2 }))
      .when(k1('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'A001', window: 1 }])
      .when(clerk('K06')('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'A002', window: 2 }]);
  });

  test('ends the prompts still open at the window as left', () => {
    given(...called, k1('startService'), company)
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .when(k1('callNext'))
      .then([
        { type: 'PromptEnded', ticket: 'A001', window: 1, case: 'A001-1', outcome: 'left' },
        { type: 'TicketCalled', ticket: 'A002', callSeq: 2 },
      ]);
  });

  test("leaves the prompts of other windows alone, and so does another window's closing", () => {
    const k3 = clerk('K03');
    given(...called, k1('startService'), company, k3('openWindow', { window: 2 }))
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .and(kiosk('issueTicket', { items: ['RS001'] }))
      .when(k3('callNext'))
      .then([{ type: 'TicketCalled', ticket: 'B001', window: 2 }])
      .and(k3('undoCall'))
      .when(k3('closeWindow', { leave: true }))
      .then([{ type: 'WindowClosed', window: 2 }]);
  });

  test('is refused while a ticket is called or served there', () => {
    given(...called, company)
      .when(k1('callNext'))
      .then('window-busy', 'A001')
      .and(k1('startService'))
      .when(k1('callNext'))
      .then('window-busy', 'A001');
  });

  test('is refused when nobody waits whom window and clerk may call', () => {
    given(sits, kiosk('issueTicket', { items: ['RS001'] }))
      .when(k1('callNext'))
      .then('nobody-waiting');
  });

  test('is refused at a paused, a closed, an unknown and a strange window', () => {
    given(company, sits, k1('pauseWindow', { reason: 'lunch' }))
      .when(k1('callNext'))
      .then('window-paused')
      .when(k1('callNext', { window: 2 }))
      .then('window-closed')
      .when(k1('callNext', { window: 9 }))
      .then('unknown-window')
      .when(clerk('K02')('callNext', { window: 1 }))
      .then('not-your-window')
      .when(clerk('K02')('callNext'))
      .then('no-window-open');
  });
});

describe('recallTicket', () => {
  test('calls the same ticket again, not before 20 s, and each call counts by one', () => {
    given(...called, later(19 * SECOND))
      .when(k1('recallTicket'))
      .then('recall-too-soon', '1')
      .and(later(SECOND))
      .when(k1('recallTicket'))
      .then([{ type: 'TicketRecalled', ticket: 'A001', window: 1, callSeq: 2 }])
      .when(k1('recallTicket'))
      .then('recall-too-soon', '20');
  });

  test('is refused without a called ticket', () => {
    given(sits)
      .when(k1('recallTicket'))
      .then('no-ticket-at-window')
      .and(company, k1('callNext'), k1('startService'))
      .when(k1('recallTicket'))
      .then('already-serving', 'A001');
  });
});

describe('markNoShow', () => {
  const thrice = [
    ...called,
    later(20 * SECOND),
    k1('recallTicket'),
    later(20 * SECOND),
    k1('recallTicket'),
  ];

  test('wants three calls and twenty seconds after the last', () => {
    given(...called, later(20 * SECOND))
      .when(k1('markNoShow'))
      .then('call-again-first', '2')
      .and(k1('recallTicket'), later(20 * SECOND))
      .when(k1('markNoShow'))
      .then('call-again-first', '1')
      .and(k1('recallTicket'), later(5 * SECOND))
      .when(k1('markNoShow'))
      .then('recall-too-soon', '15');
  });

  test('leaves the window free, the ticket missed, and its arrival as it was', () => {
    const after = given(...thrice, later(20 * SECOND))
      .when(k1('markNoShow'))
      .then([{ type: 'TicketMissed', ticket: 'A001', window: 1 }]);
    expect(after.window(1).state.status).toBe('idle');
    expect(after.ticket('A001')).toMatchObject({ misses: 1, state: { status: 'noShow' } });
    expect(after.ticket('A001').arrivedAt).toBe(after.ticket('A001').orderKey);
  });

  test('the third miss voids the ticket', () => {
    const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
    const back = visitor('A001')('reactivateTicket', { ticket: 'A001' });
    const miss = [k1('callNext'), k1('markNoShow')];
    const day = given(quick, company, sits, ...miss, back, ...miss, back, k1('callNext'))
      .when(k1('markNoShow'))
      .then([
        { type: 'TicketMissed', ticket: 'A001' },
        { type: 'TicketVoided', ticket: 'A001' },
      ]);
    expect(day.ticket('A001').state.status).toBe('voided');
    expect(day.ticket('A001').cases[0]?.state.status).toBe('dropped');
    expect(day.window(1).state.status).toBe('idle');
    day.when(back).then('ticket-over', 'A001');
  });

  test('is refused at a window without a called ticket', () => {
    given(sits).when(k1('markNoShow')).then('no-ticket-at-window');
  });
});

describe('undoCall', () => {
  test('within ten seconds the ticket is back in its own place', () => {
    const day = given(company, company, sits, k1('callNext'), later(10 * SECOND))
      .when(k1('undoCall'))
      .then([{ type: 'CallUndone', ticket: 'A001', window: 1 }]);
    expect(day.queue).toEqual(['A001', 'A002']);
    expect(day.window(1).state.status).toBe('idle');
  });

  test('is refused later, and without a called ticket', () => {
    given(...called, later(10 * SECOND + 1))
      .when(k1('undoCall'))
      .then('too-late-to-undo')
      .and(k1('startService'))
      .when(k1('undoCall'))
      .then('already-serving');
  });
});
