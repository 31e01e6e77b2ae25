// Elders, compatriots and foreigners: what a document changes for them, and what it never does.
import { expect, test } from 'vitest';
import { lobbyView } from '../../../shared/views/lobby-board.ts';
import { ticketView } from '../../../shared/views/ticket-page.ts';
import { MINUTE, clerk, given, kiosk, later } from '../../helpers/hall.ts';

const takes = (fields: object = {}) => kiosk('issueTicket', { items: ['SC001'], ...fields });
const k1 = clerk('K01');
const sits = k1('openWindow', { window: 1 });

test('visitor 3: an elder who consents is counted with the credit: three ahead, not four', () => {
  const elder = takes({ class: 'ELD', evidence: 'id-card' });
  const day = given(takes(), takes(), takes(), later(10 * MINUTE), takes(), later(10 * MINUTE))
    .when(elder)
    .then([{ type: 'TicketIssued', ticket: 'A005', ahead: 3, class: 'ELD', evidence: 'id-card' }]);
  expect(day.queue).toEqual(['A001', 'A002', 'A003', 'A005', 'A004']);
});

test('visitor 3: without the consent nothing is assumed from the card', () => {
  given(takes(), later(20 * MINUTE), takes(), later(MINUTE))
    .when(takes())
    .then([{ type: 'TicketIssued', ahead: 2, creditMs: 0 }]);
});

test('visitor 3: neither event nor paper holds anything of the card', () => {
  const day = given(takes({ class: 'ELD', evidence: 'id-card' }));
  const issued = day.hall.log.at(-1)?.event ?? {};
  expect(Object.keys(issued).sort()).toEqual([
    ...['ahead', 'arrivedAt', 'cases', 'class', 'creditMs', 'evidence', 'kiosk', 'language'],
    ...['number', 'orderKey', 'series', 'ticket', 'type', 'zone'],
  ]);
});

test('visitor 9: screens and phones show the number, never the class', () => {
  const day = given(takes({ class: 'ELD', evidence: 'shown-to-guide' }), sits, k1('callNext'));
  const seen = [lobbyView(day.day), ticketView(day.day, day.ticket('A001'), () => 'nonce')];
  for (const view of seen) expect(JSON.stringify(view)).not.toContain('ELD');
});

test('visitor 10: a compatriot’s ticket speaks traditional Chinese, and any certified window calls it', () => {
  const day = given(takes({ language: 'zh-Hant' }), sits).and(k1('callNext'));
  expect(day.ticket('A001')).toMatchObject({ language: 'zh-Hant', state: { window: 1 } });
  expect(lobbyView(day.day).calls).toMatchObject([{ ticket: 'A001', language: 'zh-Hant' }]);
});

test('visitor 11: a foreigner’s number alone is called in English as well', () => {
  const ends = k1('finishCase', { case: 'A001-1', outcome: 'closed' });
  const day = given(takes(), takes({ language: 'en' }), sits).and(
    k1('callNext'),
    k1('startService'),
    ends,
    k1('callNext'),
  );
  expect(lobbyView(day.day).calls.map(({ ticket, language }) => [ticket, language])).toEqual([
    ['A002', 'en'],
    ['A001', 'zh-Hans'],
  ]);
});
