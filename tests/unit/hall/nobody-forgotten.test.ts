// A waiting visitor whom some window could serve is never left to a window that cannot.
import { describe, expect, test } from 'vitest';
import {
  MINUTE,
  booker,
  clerk,
  given,
  kiosk,
  later,
  manager,
  visitor,
} from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const k1 = clerk('K01');
const k3 = clerk('K03');
const wide = (window: number) => manager('assignWindow', { window, zones: 'all' });
const takes = (item: string, more = {}) => kiosk('issueTicket', { items: [item], ...more });
const starts = [k1('callNext'), k1('startService')];
const toClerk = (no: string) =>
  k1('transferTicket', { to: { kind: 'clerk', clerk: no }, reason: 'approval' });
const toWindow = (window: number) =>
  k1('transferTicket', { to: { kind: 'window', window }, reason: 'approval' });

describe('a transfer whose target cannot serve any more', () => {
  const served = [wide(1), takes('SC001'), k1('openWindow', { window: 1 }), ...starts];

  test('somebody else sits at the window by now: others may call', () => {
    const day = given(...served, wide(2), clerk('K06')('openWindow', { window: 2 }), toWindow(2));
    day.when(k1('callNext')).then('nobody-waiting');
    day.and(clerk('K06')('closeWindow', { leave: true }), k3('openWindow', { window: 2 }));
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });

  test('the clerk sits where the matter is not served: others may call', () => {
    const day = given(
      ...served,
      wide(2),
      clerk('K06')('openWindow', { window: 2 }),
      toClerk('K06'),
    );
    day.when(k1('callNext')).then('nobody-waiting');
    day.and(clerk('K06')('openWindow', { window: 5, takeOver: true }));
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });

  test('who needs a low window is called where a transfer leads', () => {
    const low = takes('SC001', { accessible: true });
    const day = given(wide(1), wide(2), low, k1('openWindow', { window: 1 }), ...starts)
      .and(clerk('K06')('openWindow', { window: 2 }))
      .and(toWindow(2));
    day.when(clerk('K06')('callNext')).then([{ type: 'TicketCalled', ticket: 'A001' }]);
  });
});

describe('visitor 8: an appointment that was called in its slot and did not come', () => {
  const hall = smallHall({ recallGapMs: 0, callsBeforeNoShow: 1 });
  const books = booker('bookAppointment', { date: '2026-11-23', time: '10:00', items: ['RS001'] });
  const sits = [wide(1), k1('openWindow', { window: 1 })];
  const four = [1, 2, 3, 4].flatMap(() => [takes('RS001'), later(MINUTE)]);
  const here = visitor('Y001')('checkIn', { ticket: 'Y001' });
  const back = visitor('Y001')('reactivateTicket', { ticket: 'Y001' });
  const inSlot = [books, ...four, later(57 * MINUTE), here, ...sits];
  const missed = [...inSlot, k1('callNext'), k1('markNoShow')];
  const called = (day: ReturnType<typeof given>) => {
    const order: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      day.and(k1('callNext'));
      order.push(day.day.calls.at(-1)?.ticket ?? '');
      day.and(k1('startService'));
      const [open] = day.ticket(order.at(-1) ?? '').cases;
      day.and(k1('finishCase', { case: open?.id, outcome: 'closed' }));
    }
    return order;
  };

  test('comes back behind three who wait, like everybody', () => {
    const day = given(hall, ...missed)
      .when(back)
      .then([{ type: 'TicketReactivated', ticket: 'Y001', right: 'walkIn' }]);
    expect(day.ticket('Y001')).toMatchObject({ requeues: 1, appointment: { right: 'walkIn' } });
    expect(called(day)).toEqual(['B001', 'B002', 'B003', 'Y001', 'B004']);
  });

  test('lets others pass on wish, and is not called at once again', () => {
    const day = given(hall, ...inSlot)
      .when(visitor('Y001')('stepAway', { ticket: 'Y001', pass: 2 }))
      .then([{ type: 'TicketSteppedAway', ticket: 'Y001', pass: 2, right: 'walkIn' }]);
    expect(called(day)).toEqual(['B001', 'B002', 'Y001', 'B003', 'B004']);
  });

  test('keeps the slot where nobody is there to let pass', () => {
    const day = given(hall, books, later(61 * MINUTE), here, ...sits)
      .and(k1('callNext'), k1('markNoShow'), back)
      .and(takes('RS001'));
    expect(day.ticket('Y001').appointment?.right).toBe('slot');
    day.when(k1('callNext')).then([{ type: 'TicketCalled', ticket: 'Y001' }]);
  });
});
