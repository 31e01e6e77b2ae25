// The visit at the window begins: start, and more cases.
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, clerk, given, kiosk, later } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const company = kiosk('issueTicket', { items: ['SC001'] });
const sits = k1('openWindow', { window: 1 });
const called = [company, sits, k1('callNext')];
const served = [...called, k1('startService')];

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
