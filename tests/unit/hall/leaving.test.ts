// Leaving the queue and coming back to it.
import { describe, expect, test } from 'vitest';
import { MINUTE, clerk, given, kiosk, later, manager, visitor } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
const k1 = clerk('K01');
const sits = k1('openWindow', { window: 1 });
const company = [kiosk('issueTicket', { items: ['SC001'] }), later(MINUTE)];
const missed = [k1('callNext'), k1('markNoShow')];
const cancels = (id: string) => visitor(id)('cancelTicket', { ticket: id });
const comesBack = (id: string) => visitor(id)('reactivateTicket', { ticket: id });

describe('cancelTicket', () => {
  test('the visitor gives up a ticket that waits, is called or was missed', () => {
    const day = given(quick, ...company, ...company, ...company, sits, ...missed, k1('callNext'))
      .when(cancels('A001'))
      .then([{ type: 'TicketCancelled', ticket: 'A001' }])
      .when(cancels('A002'))
      .then([{ type: 'TicketCancelled', ticket: 'A002' }])
      .when(cancels('A003'))
      .then([{ type: 'TicketCancelled', ticket: 'A003' }]);
    expect(day.queue).toEqual([]);
    expect(day.window(1).state.status).toBe('idle');
    expect(day.ticket('A002').state.status).toBe('abandoned');
    expect(day.ticket('A002').cases[0]?.state.status).toBe('dropped');
  });

  test("is refused once over, while served, and for anybody else's ticket", () => {
    given(quick, ...company, ...company, cancels('A001'), sits, k1('callNext'), k1('startService'))
      .when(cancels('A001'))
      .then('ticket-over', 'A001')
      .when(cancels('A002'))
      .then('already-serving', 'A002')
      .when(visitor('A001')('cancelTicket', { ticket: 'A002' }))
      .then('unknown-ticket', 'A002')
      .when(manager('cancelTicket', { ticket: 'A077' }))
      .then('unknown-ticket', 'A077');
  });
});

describe('reactivateTicket', () => {
  const five = [...company, ...company, ...company, ...company, ...company];

  test('after the first miss: behind the third waiting ticket of the zone', () => {
    const day = given(quick, sits, ...five, ...missed, kiosk('issueTicket', { items: ['GA001'] }))
      .when(comesBack('A001'))
      .then([{ type: 'TicketReactivated', ticket: 'A001' }]);
    expect(day.queue).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'B001']);
    expect(day.ticket('A001').arrivedAt).toBeLessThan(day.ticket('A002').arrivedAt);
  });

  test('with fewer waiting: behind them; alone: at the own place', () => {
    const two = given(quick, sits, ...company, ...company, ...missed, comesBack('A001'));
    expect(two.queue).toEqual(['A002', 'A001']);
    const alone = given(quick, sits, ...company, ...missed, comesBack('A001'));
    expect(alone.ticket('A001').orderKey).toBe(alone.ticket('A001').arrivedAt);
  });

  test('never before its own place: those who came later with credit do not pull it forward', () => {
    const day = given(quick, sits, ...company, ...missed)
      .and(kiosk('issueTicket', { items: ['SC001'], class: 'ELD' }))
      .and(comesBack('A001'));
    expect(day.queue).toEqual(['A002', 'A001']);
    expect(day.ticket('A001').orderKey).toBe(day.ticket('A001').arrivedAt);
  });

  test('after the second miss: at the end, however many wait', () => {
    const again = given(quick, sits, ...company, ...missed, comesBack('A001'), ...missed);
    again.and(...five, comesBack('A001'));
    expect(again.queue).toEqual(['A002', 'A003', 'A004', 'A005', 'A006', 'A001']);
    expect(again.ticket('A001').misses).toBe(2);
    again.and(...company);
    expect(again.queue.at(-1)).toBe('A007');
  });

  test('two who come back keep the order in which they came back', () => {
    const day = given(quick, sits, ...five, ...missed, ...missed);
    expect(day.and(comesBack('A002'), comesBack('A001')).queue).toEqual([
      ...['A003', 'A004', 'A005', 'A002', 'A001'],
    ]);
  });

  test('at a kiosk, by a clerk, by a manager; never with another ticket', () => {
    const miss = [quick, sits, ...company, ...company, ...missed];
    for (const act of [kiosk, clerk('K02'), manager]) {
      given(...miss)
        .when(act('reactivateTicket', { ticket: 'A001' }))
        .then([{ type: 'TicketReactivated', ticket: 'A001' }]);
    }
    given(...miss)
      .when(visitor('A002')('reactivateTicket', { ticket: 'A001' }))
      .then('unknown-ticket', 'A001');
  });

  test('is refused for a ticket that waits, is called, is served or over', () => {
    given(quick, sits, ...company)
      .when(comesBack('A001'))
      .then('already-waiting', 'A001')
      .and(k1('callNext'))
      .when(comesBack('A001'))
      .then('already-called', 'A001')
      .and(k1('startService'))
      .when(comesBack('A001'))
      .then('already-serving', 'A001')
      .and(k1('finishCase', { case: 'A001-1', outcome: 'closed' }))
      .when(comesBack('A001'))
      .then('ticket-over', 'A001')
      .when(kiosk('reactivateTicket', { ticket: 'A999' }))
      .then('unknown-ticket', 'A999');
  });
});
