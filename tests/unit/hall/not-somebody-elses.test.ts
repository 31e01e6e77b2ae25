// What is one clerk's is not another's: the desk, the overtime, the place of a visitor sent on.
import { expect, test } from 'vitest';
import { MINUTE, clerk, given, kiosk, later, manager } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k6 = clerk('K06');
const HOUR = 60 * MINUTE;
const takes = (...items: string[]) => kiosk('issueTicket', { items });
const sits = k1('openWindow', { window: 1, station: 'page-1' });

test('a desk where somebody else sits is not taken over, whatever the page asks', () => {
  const day = given(sits)
    .when(k6('openWindow', { window: 1, station: 'page-2', takeOver: true }))
    .then('window-taken', 'K01');
  expect(day.window(1).state).toMatchObject({ session: { clerk: 'K01', station: 'page-1' } });
});

test('served late at one window is no overtime at another', () => {
  const hours = smallHall({ alwaysOpen: false });
  const wide = manager('assignWindow', { window: 2, zones: 'all' });
  const day = given(hours, sits, wide, k6('openWindow', { window: 2 }), takes('SC001'));
  day.and(k1('callNext'), k1('startService'), later(8 * HOUR + 12 * MINUTE));
  day.and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }));
  expect(day.when(k6('closeWindow')).decision).toEqual([{ type: 'WindowClosed', window: 2 }]);
  day
    .when(k1('closeWindow'))
    .then([{ type: 'PromptEnded' }, { type: 'WindowClosed', window: 1, overtimeMs: 12 * MINUTE }]);
});

test('sent to a window of another zone the visitor waits in that one, else in the same', () => {
  const serves = [takes('RS002'), sits, k1('callNext'), k1('startService')];
  const to = { to: { kind: 'window', window: 2 }, reason: 'lunch' };
  const opens = (zones: unknown) => [
    ...[k6('openWindow', { window: 2 }), manager('assignWindow', { window: 2, zones })],
  ];
  given(...serves, ...opens('all'))
    .when(k1('transferTicket', to))
    .then([{ type: 'TicketTransferred', zone: 'legal-person' }]);
  const away = k1('transferTicket', {
    to: { kind: 'zone', zone: 'natural-person' },
    reason: 'lunch',
  });
  const moved = given(takes('RS002'), sits, ...opens('all'), k1('callNext'), k1('startService'));
  moved.and(away);
  expect(moved.ticket('A001').zone).toBe('natural-person');
  // Sent on from there to a window of both zones, that zone stays.
  moved.and(
    k6('callNext'),
    k6('startService'),
    manager('assignWindow', { window: 1, zones: 'all' }),
  );
  moved
    .when(k6('transferTicket', { to: { kind: 'window', window: 1 }, reason: 'lunch' }))
    .then([{ type: 'TicketTransferred', zone: 'natural-person' }]);
  // And to one that does not serve it, the zone of the matter.
  const back = given(
    takes('RS002'),
    sits,
    ...opens('all'),
    k1('callNext'),
    k1('startService'),
    away,
  );
  back.and(k6('callNext'), k6('startService'));
  back
    .when(k6('transferTicket', { to: { kind: 'window', window: 1 }, reason: 'lunch' }))
    .then([{ type: 'TicketTransferred', zone: 'legal-person' }]);
});

test('however many wait for one window alone, the list before its pause is bounded', () => {
  const many = Array.from({ length: 120 }, () => takes('SC001'));
  const day = given(...many, sits, k1('pauseWindow', { reason: 'lunch', onlyHereFirst: true }));
  const { event } = day.hall.log.at(-1) ?? {};
  expect(event?.type === 'WindowPaused' && event.first?.length).toBe(100);
  const none = given(sits, k1('pauseWindow', { reason: 'lunch', onlyHereFirst: true }));
  expect(none.hall.log.at(-1)?.event).toEqual({ type: 'WindowPaused', window: 1, reason: 'lunch' });
});
