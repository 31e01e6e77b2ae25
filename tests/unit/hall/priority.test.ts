// Green channels and priority classes: who may give them, what they change, and when they end.
import { describe, expect, test } from 'vitest';
import { peopleAhead } from '../../../shared/hall/routing/place.ts';
import { MINUTE, NINE, clerk, given, kiosk, later, manager, system } from '../../helpers/hall.ts';
import { smallHall } from '../../helpers/small-hall.ts';

const takes = kiosk('issueTicket', { items: ['RS001'] });
const green = (fields: object = {}) =>
  manager('grantGreenChannel', { ticket: 'B001', reason: 'urgent-medical', ...fields });
const classOf = (code: string | null, fields: object = {}) =>
  kiosk('setClass', { ticket: 'B001', class: code, ...fields });

describe('grantGreenChannel', () => {
  test('manager 8: with a reason and an end; an hour where none is named', () => {
    const day = given(takes)
      .when(green({ noteHash: 'from outside' }))
      .then([
        { type: 'GreenChannelGranted', reason: 'urgent-medical', untilAt: NINE + 60 * MINUTE },
      ]);
    expect(day.ticket('B001').green).toEqual({
      reason: 'urgent-medical',
      approvedBy: 'manager:M01',
      grantedAt: NINE,
      untilAt: NINE + 60 * MINUTE,
    });
    day
      .when(green({ untilAt: NINE + MINUTE }))
      .then([{ type: 'GreenChannelGranted', untilAt: NINE + MINUTE }]);
  });

  test('ends with the day at the latest, and not before it begins', () => {
    const midnight = NINE + 15 * 60 * MINUTE;
    given(takes)
      .when(green({ untilAt: midnight + MINUTE }))
      .then([{ type: 'GreenChannelGranted', untilAt: midnight }])
      .when(green({ untilAt: NINE }))
      .then('date-in-the-past');
  });

  test('is a manager’s alone, and for who waits', () => {
    given(takes)
      .when(kiosk('grantGreenChannel', { ticket: 'B001', reason: 'other' }))
      .then('not-allowed')
      .when(green({ ticket: 'B009' }))
      .then('unknown-ticket', 'B009')
      .and(clerk('K02')('openWindow', { window: 2 }), clerk('K02')('callNext'))
      .when(green())
      .then('not-waiting', 'B001');
  });
});

describe('a green channel that was called and did not come', () => {
  const k2 = clerk('K02');
  const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
  const opens = k2('openWindow', { window: 2 });
  const back = kiosk('reactivateTicket', { ticket: 'B001' });

  test('comes back like everybody: the right is used up, and may be given again', () => {
    const day = given(quick, takes, opens, green(), k2('callNext'))
      .when(k2('markNoShow'))
      .then([{ type: 'TicketMissed', ticket: 'B001', greenEnded: true }]);
    expect(day.ticket('B001').green).toBeNull();
    day.and(later(MINUTE), takes, back);
    expect(day.queue).toEqual(['B002', 'B001']);
    expect(peopleAhead(day.day, day.ticket('B001'))).toBe(1);
    day.and(green());
    day.when(k2('callNext')).then([{ type: 'TicketCalled', ticket: 'B001' }]);
  });

  test('a hold that lapses is a miss as well; without a right nothing is said of one', () => {
    const held = [k2('callNext'), k2('startService'), k2('holdTicket', { reason: 'pay' })];
    const day = given(smallHall({ greenChannelMs: 120 * MINUTE }), takes, opens, green(), ...held);
    day
      .and(later(46 * MINUTE))
      .when(system('tick'))
      .then([{ type: 'HoldLapsed', greenEnded: true }]);
    expect(day.ticket('B001').green).toBeNull();
    const plain = given(quick, takes, opens, k2('callNext')).when(k2('markNoShow'));
    expect(plain.decision).toEqual([{ type: 'TicketMissed', ticket: 'B001', window: 2 }]);
  });
});

describe('setClass', () => {
  test('visitor 9: tagged at the kiosk, the place moves by the credit', () => {
    const day = given(takes, later(10 * MINUTE), takes, later(MINUTE))
      .when(classOf('ELD', { ticket: 'B002', evidence: 'shown-at-kiosk' }))
      .then([
        {
          type: 'ClassSet',
          class: 'ELD',
          evidence: 'shown-at-kiosk',
          creditMs: 15 * MINUTE,
          orderKey: NINE - 5 * MINUTE,
        },
      ]);
    expect(day.queue).toEqual(['B002', 'B001']);
    expect(day.ticket('B002').arrivedAt).toBe(NINE + 10 * MINUTE);
    day
      .when(classOf(null, { ticket: 'B002' }))
      .then([{ type: 'ClassSet', class: null, creditMs: 0, orderKey: NINE + 10 * MINUTE }]);
    expect(day.queue).toEqual(['B001', 'B002']);
  });

  test('who came back after a miss keeps the later place, less the credit', () => {
    const quick = smallHall({ callsBeforeNoShow: 1, recallGapMs: 0 });
    const next = clerk('K02')('callNext');
    const missed = [next, clerk('K02')('markNoShow')];
    const day = given(quick, takes, clerk('K02')('openWindow', { window: 2 }), ...missed)
      .and(later(10 * MINUTE), takes, kiosk('reactivateTicket', { ticket: 'B001' }))
      .when(classOf('ELD'))
      .then([{ type: 'ClassSet', orderKey: NINE - 5 * MINUTE }]);
    expect(day.queue).toEqual(['B001', 'B002']);
  });

  test('a class that needs approval is a manager’s to give', () => {
    given(takes)
      .when(classOf('GREEN'))
      .then('class-needs-approval')
      .when(manager('setClass', { ticket: 'B001', class: 'GREEN' }))
      .then([{ type: 'ClassSet', class: 'GREEN', creditMs: 30 * MINUTE }]);
  });

  test('is refused for an unknown or disabled class, the same one, and who does not wait', () => {
    given(takes)
      .when(classOf('NONE'))
      .then('unknown-class', 'NONE')
      .when(classOf('OLD'))
      .then('unknown-class', 'OLD')
      .when(classOf(null))
      .then('nothing-due')
      .when(classOf('ELD', { ticket: 'B009' }))
      .then('unknown-ticket', 'B009')
      .and(kiosk('cancelTicket', { ticket: 'B001' }))
      .when(classOf('ELD'))
      .then('ticket-over', 'B001');
  });

  test('a hall without credits notes the class and moves nobody', () => {
    given(smallHall({ priorityCredits: false }), takes)
      .when(classOf('ELD'))
      .then([{ type: 'ClassSet', class: 'ELD', creditMs: 0, orderKey: NINE }]);
  });
});
