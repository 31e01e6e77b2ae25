// The visit at the window: start, more cases, outcomes, and the prompt that each outcome opens.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const called = [company, sits, k1('callNext')];
const served = [...called, k1('startService')];
const ends = (id: string, outcome = 'closed') => k1('finishCase', { case: id, outcome });

describe('startService', () => {
  test('the visitor has come', () => {
    const day = given(...called, later(MINUTE))
      .when(k1('startService'))
      .then([{ type: 'ServiceStarted', ticket: 'A001', window: 1, clerk: 'K01' }]);
    expect(day.ticket('A001').state).toMatchObject({ startedAt: NINE + MINUTE });
    expect(day.window(1).state).toMatchObject({ status: 'serving', ticket: 'A001' });
  });

  test('is refused with nobody called, and twice', () => {
    given(sits)
      .when(k1('startService'))
      .then('no-ticket-at-window')
      .and(company, k1('callNext'), k1('startService'))
      .when(k1('startService'))
      .then('already-serving', 'A001');
  });
});

describe('addCase', () => {
  test('one more matter on the same ticket, whatever its zone, if this clerk may', () => {
    given(...served)
      .when(k1('addCase', { item: 'RS001' }))
      .then([{ type: 'CaseAdded', ticket: 'A001', case: 'A001-2', item: 'RS001' }]);
  });

  test('is refused for items unknown or not in the certificate, and above the limit', () => {
    given(smallHall({ casesPerTicketMax: 2 }), ...served)
      .when(k1('addCase', { item: 'XX001' }))
      .then('unknown-item', 'XX001')
      .when(k1('addCase', { item: 'GA001' }))
      .then('not-certified', 'GA001')
      .and(k1('addCase', { item: 'SC002' }))
      .when(k1('addCase', { item: 'RS001' }))
      .then('too-many-cases', '2');
  });

  test('is refused before the service, and at an empty window', () => {
    given(sits)
      .when(k1('addCase', { item: 'SC002' }))
      .then('no-ticket-at-window')
      .and(company, k1('callNext'))
      .when(k1('addCase', { item: 'SC002' }))
      .then('not-serving', 'A001');
  });
});

describe('finishCase', () => {
  test('opens the prompt in the same decision; with the last case the visit is done', () => {
    const day = given(...served, k1('addCase', { item: 'SC002' }))
      .when(ends('A001-2', 'supplement'))
      .then([
        {
          type: 'CaseFinished',
          ticket: 'A001',
          window: 1,
          case: 'A001-2',
          item: 'SC002',
          serviceSeq: 1,
          outcome: 'supplement',
          clerk: 'K01',
        },
        { type: 'PromptOpened', ticket: 'A001', case: 'A001-2', serviceSeq: 1, clerk: 'K01' },
      ])
      .when(ends('A001-1'))
      .then([
        { type: 'CaseFinished', case: 'A001-1', outcome: 'closed' },
        { type: 'PromptOpened', case: 'A001-1' },
        { type: 'TicketFinished', ticket: 'A001', window: 1, promptDeadlineAt: NINE + MINUTE },
      ]);
    expect(day.ticket('A001').state.status).toBe('done');
    expect(day.window(1)).toMatchObject({ state: { status: 'idle' }, served: 1 });
    expect(day.day.openPrompts.size).toBe(2);
  });

  test('every outcome opens a prompt, a refusal and a withdrawal too', () => {
    for (const outcome of ['closed', 'accepted', 'supplement', 'refused', 'withdrawn']) {
      given(...served)
        .when(ends('A001-1', outcome))
        .then([
          { type: 'CaseFinished', outcome },
          { type: 'PromptOpened' },
          { type: 'TicketFinished' },
        ]);
    }
  });

  test('is refused for unknown and finished cases, too early, too late, and from elsewhere', () => {
    given(...called)
      .when(ends('A001-1'))
      .then('not-serving', 'A001')
      .and(k1('startService'), k1('addCase', { item: 'SC002' }), ends('A001-1'))
      .when(ends('A001-1'))
      .then('case-finished', 'A001-1')
      .when(ends('A001-7'))
      .then('unknown-case', 'A001-7')
      .when(ends('A777-1'))
      .then('unknown-case', 'A777-1')
      .when(clerk('K06')('finishCase', { case: 'A001-2', outcome: 'closed' }))
      .then('not-your-window')
      .when(manager('finishCase', { case: 'A001-2', outcome: 'closed' }))
      .then([
        { type: 'CaseFinished', clerk: 'K01' },
        { type: 'PromptOpened' },
        { type: 'TicketFinished' },
      ])
      .when(ends('A001-2'))
      .then('ticket-over', 'A001');
  });
});
