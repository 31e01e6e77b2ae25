// Leaving the queue and coming back to it.
import { must } from '../../../shared/base/assert.ts';
import type { Day } from '../../../shared/hall/day.ts';
import { takenPlaces } from '../../../shared/hall/slots.ts';
import { describe, expect, test } from 'vitest';
import { MINUTE, NINE, SECOND, clerk, given, happened, kiosk } from '../../helpers/hall.ts';
import { later, manager, visitor } from '../../helpers/hall.ts';
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

describe('cancelling an appointment, a held visit, or at a kiosk', () => {
  const slotAt = NINE + 3 * 60 * MINUTE;
  const booked = happened({
    ...{ type: 'AppointmentBooked', ticket: 'Y001', series: 'Y', number: 1 },
    ...{ zone: 'natural-person', cases: [{ case: 'Y001-1', item: 'RS001' }], language: 'en' },
    ...{ slot: 'natural-person/12:00', slotAt, slotEndAt: slotAt + 30 * MINUTE },
  });

  const takenAt = (day: Day) =>
    takenPlaces(day, must(day.plan.config.slots[0], 'slots')).get(slotAt) ?? 0;

  test('two hours before the slot at the latest, and the place is free again', () => {
    const day = given(booked, later(60 * MINUTE));
    expect(takenAt(day.day)).toBe(1);
    day.when(cancels('Y001')).then([{ type: 'TicketCancelled', ticket: 'Y001' }]);
    expect(takenAt(day.day)).toBe(0);
  });

  test('later by staff alone', () => {
    given(booked, later(60 * MINUTE + 1))
      .when(cancels('Y001'))
      .then('too-late-to-cancel')
      .when(manager('cancelTicket', { ticket: 'Y001' }))
      .then([{ type: 'TicketCancelled' }]);
  });

  test('a held visitor may give up; a kiosk takes the slip', () => {
    const served = [k1('callNext'), k1('startService'), k1('holdTicket', { reason: 'pay' })];
    given(quick, sits, ...company, ...served)
      .when(cancels('A001'))
      .then([{ type: 'TicketCancelled' }]);
    given(quick, ...company)
      .when(kiosk('cancelTicket', { ticket: 'A001' }))
      .then([{ type: 'TicketCancelled' }]);
  });
});

describe('visitor 7: missed calls', () => {
  const calls = [k1('callNext'), later(20 * SECOND), k1('recallTicket'), later(20 * SECOND)];
  const missedByRule = [...calls, k1('recallTicket'), later(20 * SECOND), k1('markNoShow')];
  const four = [...company, ...company, ...company, ...company];
  const scans = kiosk('reactivateTicket', { ticket: 'A001' });

  test('visitor 7: called three times, back six minutes later behind three; then the tail', () => {
    const day = given(sits, ...four, ...company, ...missedByRule, later(6 * MINUTE))
      .when(scans)
      .then([{ type: 'TicketReactivated', ticket: 'A001' }]);
    expect(day.queue).toEqual(['A002', 'A003', 'A004', 'A001', 'A005']);
    expect(day.ticket('A001')).toMatchObject({ requeues: 1, misses: 1 });
    for (const id of ['A002', 'A003', 'A004']) day.and(cancels(id));
    day.and(...missedByRule, scans);
    expect(day.queue).toEqual(['A005', 'A001']);
    day.and(cancels('A005'), ...missedByRule);
    expect(day.ticket('A001').state.status).toBe('voided');
    day.when(scans).then('ticket-over', 'A001');
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

  test('an appointment that waits for its slot pushes nobody behind the slot', () => {
    const slotAt = NINE + 3 * 60 * MINUTE;
    const booked = happened({
      ...{ type: 'AppointmentBooked', ticket: 'Y001', series: 'Y', number: 1, language: 'en' },
      ...{ zone: 'legal-person', cases: [{ case: 'Y001-1', item: 'SC001' }] },
      ...{ slot: 'legal-person/12:00', slotAt, slotEndAt: slotAt + 30 * MINUTE },
    });
    const checkedIn = happened({
      ...{ type: 'AppointmentCheckedIn', ticket: 'Y001', right: 'slot', ahead: 0 },
      ...{ arrivedAt: NINE, orderKey: slotAt },
    });
    const day = given(quick, sits, booked, checkedIn, ...company, ...company, ...missed);
    expect(day.and(comesBack('A001')).queue).toEqual(['A002', 'A001', 'Y001']);
    day.when(visitor('A001')('stepAway', { ticket: 'A001', pass: 1 })).then('nobody-to-let-pass');
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
