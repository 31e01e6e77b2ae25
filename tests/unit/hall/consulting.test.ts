// Calling the chief officer to the window.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const served = [company, sits, k1('callNext'), k1('startService')];
const asks = (chief?: string) => k1('consultChief', chief === undefined ? {} : { chief });
const ends = (approved = true) => ({ window: 1, approved });

describe('consultChief', () => {
  test('clerk 6: the visitor stays, and since when the chief is asked for is known', () => {
    const day = given(...served, later(MINUTE))
      .when(asks())
      .then([{ type: 'ConsultStarted', ticket: 'A001', window: 1 }]);
    expect(day.ticket('A001').state).toMatchObject({
      ...{ status: 'serving', clerk: 'K01', window: 1 },
      consult: { chief: null, sinceAt: NINE + MINUTE },
    });
    day.when(asks()).then('already-consulting');
  });

  test('clerk 6: by name, if that chief may handle a case here', () => {
    given(...served)
      .when(asks('K03'))
      .then('no-chief-here')
      .when(asks('K99'))
      .then('no-chief-here')
      .when(asks('K06'))
      .then([{ type: 'ConsultStarted', chief: 'K06' }]);
  });

  test('nobody to ask: no chief for the item, or the chief sits here', () => {
    const k7 = clerk('K07');
    given(kiosk('issueTicket', { items: ['TX001'] }), k7('openWindow', { window: 5 }))
      .and(k7('callNext'), k7('startService'))
      .when(k7('consultChief'))
      .then('no-chief-here');
    const k6 = clerk('K06');
    given(company, k6('openWindow', { window: 1 }), k6('callNext'), k6('startService'))
      .when(k6('consultChief'))
      .then('no-chief-here');
  });

  test('only with somebody at the window', () => {
    given(sits)
      .when(asks())
      .then('no-ticket-at-window')
      .and(company, k1('callNext'))
      .when(asks())
      .then('not-serving', 'A001');
  });
});

describe('while the chief is asked', () => {
  const unanswered = {
    type: 'ConsultEnded',
    ...{ ticket: 'A001', window: 1, approved: false, unanswered: true },
  } as const;

  test('the last case here waits for the answer, another one does not', () => {
    const ends = (id: string) => k1('finishCase', { case: id, outcome: 'closed' });
    const day = given(...served, k1('addCase', { item: 'SC002' }), asks());
    day.and(ends('A001-2'));
    day.when(ends('A001-1')).then('consult-open', 'A001');
    day.and(k1('endConsult', { window: 1, approved: true }), ends('A001-1'));
    expect(day.ticket('A001').state.status).toBe('done');
  });

  test.each([
    ['a hold', k1('holdTicket', { reason: 'approval' }), 'TicketHeld'],
    [
      'a transfer',
      k1('transferTicket', { to: { kind: 'window', window: 2 }, reason: 'other' }),
      'TicketTransferred',
    ],
    ['midnight', system('closeDay'), 'TicketExpired'],
  ] as const)('%s ends the asking, unanswered', (_, leaves, type) => {
    const colleague = clerk('K06')('openWindow', { window: 2 });
    const everywhere = manager('assignWindow', { window: 2, zones: 'all' });
    const day = given(...served, colleague, everywhere, asks());
    const { decision } = day.when(leaves);
    expect(decision).toMatchObject(
      expect.arrayContaining([unanswered, expect.objectContaining({ type, ticket: 'A001' })]),
    );
    const types = day.hall.log.map(({ event }) => event.type);
    expect(types.indexOf('ConsultEnded')).toBeLessThan(types.indexOf(type));
  });

  test('a wrong item that goes elsewhere ends it too; one that stays here does not', () => {
    given(...served, asks())
      .when(k1('recodeCase', { case: 'A001-1', item: 'SC002' }))
      .then([{ type: 'CaseRecoded' }])
      .when(k1('recodeCase', { case: 'A001-1', item: 'GA002' }))
      .then([{ type: 'CaseRecoded' }, unanswered, { type: 'TicketTransferred' }]);
  });
});

describe('endConsult', () => {
  test('clerk 6: the clerk, a chief or a manager says how it ended', () => {
    for (const who of [k1, clerk('K06'), manager]) {
      const day = given(...served, asks())
        .when(who('endConsult', ends(false)))
        .then([{ type: 'ConsultEnded', ticket: 'A001', window: 1, approved: false }]);
      expect(day.ticket('A001').state).toMatchObject({ status: 'serving', consult: null });
    }
  });

  test('nobody else, and only while one is asked for', () => {
    given(...served)
      .when(k1('endConsult', ends()))
      .then('not-consulting')
      .and(asks())
      .when(clerk('K03')('endConsult', ends()))
      .then('not-your-window')
      .when(manager('endConsult', { window: 77, approved: true }))
      .then('unknown-window', '77')
      .when(manager('endConsult', { window: 2, approved: true }))
      .then('no-ticket-at-window');
  });
});
