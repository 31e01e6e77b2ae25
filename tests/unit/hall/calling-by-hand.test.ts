// A manager's hand: one waiting ticket is called at a window, and the call says so.
import { expect, test } from 'vitest';
import { clerk, given, happened, kiosk, later, manager } from '../../helpers/hall.ts';
import { MINUTE } from '../../helpers/hall.ts';

const takes = (item: string) => kiosk('issueTicket', { items: [item] });
const sits = clerk('K02')('openWindow', { window: 2 });
const byHand = (ticket: string, fields: object = {}) =>
  manager('callTicket', { window: 2, ticket, reason: 'visitor-unwell', ...fields });

test('manager 7: a call by hand says who was passed, by whose hand and why', () => {
  const day = given(takes('RS001'), later(MINUTE), takes('RS001'), later(MINUTE), sits)
    .when(byHand('B002'))
    .then([
      {
        type: 'TicketCalled',
        ticket: 'B002',
        clerk: 'K02',
        callSeq: 1,
        why: {
          ...{ rule: 'by-hand', reason: 'visitor-unwell', passedCount: 1, passed: ['B001'] },
          ...{ waitedMs: MINUTE, eligible: 2 },
        },
      },
    ]);
  expect(day.hall.log.at(-1)?.by).toBe('manager:M01');
  expect(day.window(2).boosts).toEqual([false]);
});

test('certificates and the window’s zones do not give way', () => {
  given(takes('GA002'), takes('SC001'), sits)
    .when(byHand('B001'))
    .then('not-eligible-here', 'B001')
    .when(byHand('A001'))
    .then('not-eligible-here', 'A001');
});

test('a transfer’s target and an early appointment do', () => {
  const moved = happened({
    ...{ type: 'TicketTransferred', ticket: 'B001', window: 2, clerk: 'K02' },
    ...{ to: { kind: 'clerk', clerk: 'K03' }, zone: 'natural-person', reason: 'other' },
  });
  const next = clerk('K02')('callNext');
  given(takes('GA001'), sits, next, clerk('K02')('startService'), moved)
    .and(clerk('K03')('openWindow', { window: 3 }))
    .when(next)
    .then('nobody-waiting')
    .when(byHand('B001'))
    .then([{ type: 'TicketCalled', ticket: 'B001', why: { rule: 'by-hand', eligible: 1 } }]);
});

test('only for who waits, at a window that is free', () => {
  given(takes('RS001'), takes('RS001'))
    .when(byHand('B001'))
    .then('window-closed')
    .and(sits)
    .when(byHand('B009'))
    .then('unknown-ticket', 'B009')
    .and(byHand('B001'))
    .when(byHand('B002'))
    .then('window-busy', 'B001')
    .and(clerk('K03')('openWindow', { window: 3 }))
    .when(byHand('B001', { window: 3 }))
    .then('not-waiting', 'B001')
    .and(
      kiosk('cancelTicket', { ticket: 'B001' }),
      clerk('K02')('pauseWindow', { reason: 'break' }),
    )
    .when(byHand('B002'))
    .then('window-paused')
    .when(byHand('B001', { window: 3 }))
    .then('ticket-over', 'B001');
});

test('is a manager’s alone', () => {
  given(takes('RS001'), sits)
    .when(clerk('K02')('callTicket', { window: 2, ticket: 'B001', reason: 'other' }))
    .then('not-allowed');
});
